/**
 * Check codes: the first 80 bits of a SHA-256 as 16 Crockford base32 characters. Short enough to be compared by eye
 * or typed from paper, long enough that two records never share one by chance. Printed in groups of four.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_BYTES = 10;
const CODE = /^[0-9A-HJKMNP-TV-Z]{16}$/;

function bytesOfHex(hex: string): Uint8Array {
  if (!/^([0-9a-f]{2})+$/i.test(hex))
    throw new Error('A digest must be written in pairs of hexadecimal digits');
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The code of a digest, given as bytes or in hexadecimal; its one canonical spelling, without separators. */
export function checkCode(digest: Uint8Array | string): string {
  const bytes = typeof digest === 'string' ? bytesOfHex(digest) : digest;
  if (bytes.length < CODE_BYTES) throw new Error(`A check code needs at least ${CODE_BYTES} bytes of digest`);
  const bits = [...bytes.subarray(0, CODE_BYTES)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET.charAt(Number.parseInt(five, 2))).join('');
}

/**
 * What a person typed or a scanner read, in the canonical spelling; null when it cannot be a code. Lower case, full
 * width, separators and look-alike letters (O, I, L) are forgiven.
 */
export function normaliseCode(text: string): string | null {
  const characters = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.,:;·。、，；：]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return CODE.test(characters) ? characters : null;
}

/** As printed: `7K3M-9QXA-…`. A code already in groups stays as it is. */
export const formatCode = (code: string): string =>
  (code.replaceAll('-', '').match(/.{1,4}/g) ?? []).join('-');
