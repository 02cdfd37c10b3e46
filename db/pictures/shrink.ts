import { decode, encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import type { FileKind } from '../model/attachments.ts';
import { exifOf } from './photo.ts';

/** Four bytes a pixel, row by row. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export const LONGEST_SIDE = 1600;
const QUALITY = 80;
/** Larger ones would need more memory than an office PC can spare. */
const MAX_MEGAPIXELS = 100;

function jpegPixels(bytes: Uint8Array): Pixels {
  const limits = { maxResolutionInMP: MAX_MEGAPIXELS, maxMemoryUsageInMB: 1024 };
  return decode(bytes, { useTArray: true, formatAsRGBA: true, tolerantDecoding: true, ...limits });
}

function pngPixels(bytes: Uint8Array): Pixels {
  // pngjs reads a cut-off file as whatever lies in memory; a whole one has its end.
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('IEND'))
    throw new Error('cut off');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.readUInt32BE(16) * buffer.readUInt32BE(20) > MAX_MEGAPIXELS * 1e6)
    throw new Error('Too many pixels');
  const pixels = PNG.sync.read(buffer);
  onWhite(pixels.data);
  return pixels;
}

/** For each of `to` places, where its share of `from` begins; one more for the end. */
const shares = (from: number, to: number): Uint32Array =>
  Uint32Array.from({ length: to + 1 }, (_, index) => Math.floor((index * from) / to));

/** See-through pixels lie on white. Done only where there may be some, since a photo has millions of pixels. */
function onWhite(data: Uint8Array): void {
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 255;
    if (alpha === 255) continue;
    for (let colour = at; colour < at + 3; colour++) {
      data[colour] = 255 - ((255 - (data[colour] ?? 0)) * alpha) / 255;
    }
  }
}

/** Each new pixel is the mean of the old ones it covers. */
function scaled({ width, height, data }: Pixels): Pixels {
  const factor = LONGEST_SIDE / Math.max(width, height);
  if (factor >= 1) return { width, height, data };
  const across = Math.max(1, Math.round(width * factor));
  const down = Math.max(1, Math.round(height * factor));
  const [columns, rows] = [shares(width, across), shares(height, down)];
  const out = new Uint8Array(across * down * 4).fill(255);
  for (let y = 0; y < down; y++) {
    const [top = 0, bottom = 0] = [rows[y], rows[y + 1]];
    for (let x = 0; x < across; x++) {
      const left = columns[x] ?? 0;
      const right = columns[x + 1] ?? 0;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let row = top; row < bottom; row++) {
        const end = (row * width + right) * 4;
        for (let at = (row * width + left) * 4; at < end; at += 4) {
          red += data[at] ?? 0;
          green += data[at + 1] ?? 0;
          blue += data[at + 2] ?? 0;
        }
      }
      const count = (bottom - top) * (right - left);
      const to = (y * across + x) * 4;
      out[to] = red / count;
      out[to + 1] = green / count;
      out[to + 2] = blue / count;
    }
  }
  return { width: across, height: down, data: out };
}

/** Where the pixel shown at (x, y) lies in the stored picture, by EXIF orientation. */
const TURNS: readonly ((x: number, y: number, right: number, bottom: number) => readonly [number, number])[] =
  [
    (x, y) => [x, y],
    (x, y, right) => [right - x, y],
    (x, y, right, bottom) => [right - x, bottom - y],
    (x, y, _right, bottom) => [x, bottom - y],
    (x, y) => [y, x],
    (x, y, _right, bottom) => [y, bottom - x],
    (x, y, right, bottom) => [right - y, bottom - x],
    (x, y, right) => [right - y, x],
  ];

function turned({ width, height, data }: Pixels, orientation: number): Pixels {
  const turn = TURNS[orientation - 1];
  if (orientation === 1 || !turn) return { width, height, data };
  const [across, down] = orientation >= 5 ? [height, width] : [width, height];
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const to = new Uint32Array(width * height);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const [sourceX, sourceY] = turn(x, y, width - 1, height - 1);
      to[y * across + x] = from[sourceY * width + sourceX] ?? 0;
    }
  }
  return { width: across, height: down, data: new Uint8Array(to.buffer) };
}

/**
 * A smaller copy for lists and papers: upright, at most 1600 pixels on its longer side, a JPEG that says nothing but
 * the picture. `null` where there is none: another kind of file, or a picture too large or too damaged to read.
 */
export function shrinkPicture(kind: FileKind, bytes: Uint8Array): Uint8Array | null {
  if (kind !== 'jpg' && kind !== 'png') return null;
  try {
    const pixels = scaled(kind === 'jpg' ? jpegPixels(bytes) : pngPixels(bytes));
    const { width, height, data } = turned(pixels, exifOf(kind, bytes).orientation);
    return new Uint8Array(encode({ width, height, data: Buffer.from(data) }, QUALITY).data);
  } catch {
    // Both readers throw on what they cannot read; the original is kept all the same.
    return null;
  }
}

/** How a photo is shrunk: in a worker thread of the program, directly on the command line. */
export type Shrink = (kind: FileKind, bytes: Uint8Array) => Promise<Uint8Array | null>;

export const shrinkHere: Shrink = async (kind, bytes) => shrinkPicture(kind, bytes);

/** What a worker thread is asked for. */
export interface PictureJob {
  readonly kind: 'picture';
  readonly fileKind: FileKind;
  readonly bytes: Uint8Array;
}
