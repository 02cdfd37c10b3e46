import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

const COLOURS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** 15 bits: what an eye holds for the same colour of a window. */
const coarse = (r: number, g: number, b: number): number => ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3);

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The most frequent colours, each as its first exact shade, and for every coarse colour the nearest of them. */
function paletteOf({ data }: Pixels): { readonly colours: readonly number[]; readonly nearest: Uint8Array } {
  const counts = new Uint32Array(1 << 15);
  const shades = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
    const key = coarse(r, g, b);
    counts[key] = (counts[key] ?? 0) + 1;
    if (!shades.has(key)) shades.set(key, (r << 16) | (g << 8) | b);
  }
  const keys = [...shades.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const colours = keys.slice(0, COLOURS).map((key) => shades.get(key) ?? 0);
  const nearest = new Uint8Array(1 << 15);
  for (const key of keys) nearest[key] = nearestOf(colours, shades.get(key) ?? 0);
  return { colours, nearest };
}

function nearestOf(colours: readonly number[], wanted: number): number {
  const distances = colours.map((one) =>
    [16, 8, 0].reduce((sum, bits) => sum + (((one >> bits) & 255) - ((wanted >> bits) & 255)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** The same picture with at most 256 colours: a third of the bytes. pngjs reads palettes but does not write them. */
export function withPalette(png: Buffer): Buffer {
  const pixels = PNG.sync.read(png);
  const { colours, nearest } = paletteOf(pixels);
  const rows = Buffer.alloc((pixels.width + 1) * pixels.height);
  for (let y = 0; y < pixels.height; y++) {
    for (let x = 0; x < pixels.width; x++) {
      const at = (y * pixels.width + x) * 4;
      const [r = 0, g = 0, b = 0] = pixels.data.subarray(at, at + 3);
      rows[y * (pixels.width + 1) + x + 1] = nearest[coarse(r, g, b)] ?? 0;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(pixels.width, 0);
  head.writeUInt32BE(pixels.height, 4);
  // 8 bits a pixel, colour type 3: palette.
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(colours.flatMap((one) => [(one >> 16) & 255, (one >> 8) & 255, one & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
