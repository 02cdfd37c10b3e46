import { type Exif, NO_EXIF, plainExif, readExif } from './exif.ts';

interface Segment {
  readonly marker: number;
  /** From its `FF` to the byte after its last. */
  readonly start: number;
  readonly end: number;
}

const EXIF_HEAD = 'Exif\0\0';
const ICC_HEAD = 'ICC_PROFILE\0';
const SCAN = 0xda;
const END = 0xd9;

const text = (bytes: Uint8Array, from: number, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, from + length);

const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** Where the coded picture after a scan's head ends: at the next marker that is not part of it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? END;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** The picture's segments up to its end; what a phone hung on behind it is not among them. */
function segmentsOf(bytes: Uint8Array): readonly Segment[] {
  const segments: Segment[] = [];
  for (let at = 2; at + 1 < bytes.length; ) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1] ?? END;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) break;
    const length = isBare(marker) ? 2 : 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    const head = at + Math.max(2, length);
    const end = marker === SCAN ? endOfScan(bytes, head) : head;
    segments.push({ marker, start: at, end: Math.min(end, bytes.length) });
    at = end;
  }
  return segments;
}

/** How the photo is turned and when it was taken. */
export function jpegExif(bytes: Uint8Array): Exif {
  const found = segmentsOf(bytes).find(
    ({ marker, start }) => marker === 0xe1 && text(bytes, start + 4, 6) === EXIF_HEAD,
  );
  return found ? readExif(bytes.subarray(found.start + 10, found.end)) : NO_EXIF;
}

/** Needed to show the picture right: not the blocks where place, device and names may stand. */
function isPicture(bytes: Uint8Array, { marker, start }: Segment): boolean {
  if (marker === 0xe2) return text(bytes, start + 4, ICC_HEAD.length) === ICC_HEAD;
  if (marker === 0xe0 || marker === 0xee) return true;
  return marker < 0xe0 || (marker > 0xef && marker !== 0xfe);
}

function exifSegment(exif: Exif): Uint8Array {
  const block = plainExif(exif);
  const length = 2 + EXIF_HEAD.length + block.length;
  return Buffer.concat([
    Buffer.from([0xff, 0xe1, length >> 8, length & 0xff]),
    Buffer.from(EXIF_HEAD),
    block,
  ]);
}

/** The same picture, bit for bit, with nothing said about it but its turn and its day. */
export function plainJpeg(bytes: Uint8Array): Uint8Array {
  const kept = segmentsOf(bytes).filter((segment) => isPicture(bytes, segment));
  const lead = kept.findIndex(({ marker }) => marker !== 0xe0);
  const parts = kept.map(({ start, end }) => bytes.subarray(start, end));
  parts.splice(Math.max(0, lead), 0, exifSegment(jpegExif(bytes)));
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts, Buffer.from([0xff, END])]);
}
