import { blankPosition, type Exif, NO_EXIF, readExif } from './exif.ts';

interface Chunk {
  readonly name: string;
  readonly start: number;
  readonly data: number;
  readonly end: number;
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function pngChunks(bytes: Uint8Array): readonly Chunk[] {
  const buffer = asBuffer(bytes);
  const chunks: Chunk[] = [];
  for (let start = 8; start + 12 <= buffer.length; ) {
    const end = start + 12 + buffer.readUInt32BE(start);
    const name = buffer.toString('latin1', start + 4, start + 8);
    chunks.push({ name, start, data: start + 8, end: Math.min(end, buffer.length) });
    if (name === 'IEND') break;
    start = end;
  }
  return chunks;
}

export function pngExif(bytes: Uint8Array): Exif {
  const chunk = pngChunks(bytes).find(({ name }) => name === 'eXIf');
  return chunk ? readExif(bytes.subarray(chunk.data, chunk.end - 4)) : NO_EXIF;
}

/** Ancillary chunks that change how the picture looks; a capital first letter marks the indispensable ones. */
const PNG_LOOK = new Set([
  'gAMA',
  'sRGB',
  'cHRM',
  'iCCP',
  'pHYs',
  'tRNS',
  'bKGD',
  'sBIT',
  'acTL',
  'fcTL',
  'fdAT',
]);

/** Without notes, EXIF and whatever hangs behind the end. */
export function plainPng(bytes: Uint8Array): Uint8Array {
  const kept = pngChunks(bytes).filter(({ name }) => /^[A-Z]/.test(name) || PNG_LOOK.has(name));
  return Buffer.concat([bytes.subarray(0, 8), ...kept.map(({ start, end }) => bytes.subarray(start, end))]);
}

function webpChunks(bytes: Uint8Array): readonly Chunk[] {
  const buffer = asBuffer(bytes);
  const chunks: Chunk[] = [];
  for (let start = 12; start + 8 <= buffer.length; ) {
    const size = buffer.readUInt32LE(start + 4);
    const end = start + 8 + size + (size % 2);
    const name = buffer.toString('latin1', start, start + 4);
    chunks.push({ name, start, data: start + 8, end: Math.min(end, buffer.length) });
    start = end;
  }
  return chunks;
}

const EXIF_HEAD = Buffer.from('Exif\0\0');

export function webpExif(bytes: Uint8Array): Exif {
  const chunk = webpChunks(bytes).find(({ name }) => name === 'EXIF');
  if (!chunk) return NO_EXIF;
  const block = asBuffer(bytes).subarray(chunk.data, chunk.end);
  return readExif(block.subarray(0, 6).equals(EXIF_HEAD) ? block.subarray(6) : block);
}

const WEBP_NOTES = new Set(['EXIF', 'XMP ']);
/** The bits of the head that promise an EXIF and an XMP chunk. */
const WEBP_PROMISES = 0x08 | 0x04;

export function plainWebp(bytes: Uint8Array): Uint8Array {
  const kept = webpChunks(bytes)
    .filter(({ name }) => !WEBP_NOTES.has(name))
    .map(({ name, start, data, end }) => {
      const part = Buffer.from(bytes.subarray(start, end));
      if (name === 'VP8X') part[data - start] = (part[data - start] ?? 0) & ~WEBP_PROMISES;
      return part;
    });
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(4 + kept.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...kept]);
}

/** The TIFF blocks inside a HEIC file, wherever they lie. */
function heicBlocks(buffer: Buffer): readonly Buffer[] {
  const blocks: Buffer[] = [];
  for (let at = buffer.indexOf(EXIF_HEAD); at !== -1; at = buffer.indexOf(EXIF_HEAD, at + 1)) {
    blocks.push(buffer.subarray(at + EXIF_HEAD.length));
  }
  return blocks;
}

export function heicExif(bytes: Uint8Array): Exif {
  const found = heicBlocks(asBuffer(bytes)).map(readExif);
  return found.find((one) => one.takenOn !== null) ?? found[0] ?? NO_EXIF;
}

/** HEIC addresses its parts by offset, so the position is overwritten in place and nothing moves. */
export function plainHeic(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  heicBlocks(copy).forEach(blankPosition);
  for (let at = copy.indexOf('<x:xmpmeta'); at !== -1; at = copy.indexOf('<x:xmpmeta', at + 1)) {
    const end = copy.indexOf('</x:xmpmeta>', at);
    copy.fill(0x20, at, end === -1 ? copy.length : end + '</x:xmpmeta>'.length);
  }
  return copy;
}
