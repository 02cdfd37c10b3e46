import { invariant } from '../db/model/problems.ts';

const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Width and height in pixels, from the frame header. The pictures are our own smaller copies, sound by construction. */
export function jpegSize(jpeg: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  for (let at = 2; at + 9 < jpeg.length; at += 2 + view.getUint16(at + 2)) {
    invariant(view.getUint8(at) === 0xff, 'a JPEG is a run of marked segments');
    if (isStartOfFrame(view.getUint8(at + 1))) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
  }
  throw new Error('A JPEG has a frame header');
}
