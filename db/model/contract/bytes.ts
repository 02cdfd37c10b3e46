/** Base64 in slices: a whole file as arguments of one call would overflow the stack. */
const SLICE = 0x8000;

function toBase64(bytes: Uint8Array): string {
  const slices: string[] = [];
  for (let start = 0; start < bytes.length; start += SLICE) {
    slices.push(String.fromCharCode(...bytes.subarray(start, start + SLICE)));
  }
  return btoa(slices.join(''));
}

/** oRPC carries no `Uint8Array` by itself. Both ends of the port pass this as a `customJsonSerializers` entry. */
export const bytesSerializer = {
  type: 100,
  condition: (data: unknown): boolean => data instanceof Uint8Array,
  serialize: (data: Uint8Array): string => toBase64(data),
  deserialize: (text: string): Uint8Array => Uint8Array.from(atob(text), (one) => one.charCodeAt(0)),
};
