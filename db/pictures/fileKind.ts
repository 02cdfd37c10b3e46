import type { FileKind } from '../model/attachments.ts';

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const HEIF_BRANDS = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1']);

/** What lies in a zip decides, read from its directory at the end; the parts' names stand there uncompressed. */
function zipKind(bytes: Buffer): FileKind | undefined {
  const directory = bytes.subarray(Math.max(0, bytes.length - 256 * 1024));
  if (directory.includes('word/document.xml')) return 'docx';
  if (directory.includes('xl/workbook.xml')) return 'xlsx';
  if (directory.includes('ppt/presentation.xml')) return 'pptx';
  if (directory.includes('OFD.xml')) return 'ofd';
  return undefined;
}

function oleKind(bytes: Buffer): FileKind | undefined {
  if (bytes.includes(Buffer.from('WordDocument', 'utf16le'))) return 'doc';
  return bytes.includes(Buffer.from('Workbook', 'utf16le')) ? 'xls' : undefined;
}

/** What a file really is, by its content and never by its name; `undefined` for what an office does not keep. */
export function fileKindIn(content: Uint8Array): FileKind | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpg';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  const at = (from: number, length: number) => bytes.toString('latin1', from, from + length);
  if (at(0, 4) === 'RIFF' && at(8, 4) === 'WEBP') return 'webp';
  if (at(4, 4) === 'ftyp' && HEIF_BRANDS.has(at(8, 4))) return 'heic';
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return zipKind(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return oleKind(bytes);
  return undefined;
}
