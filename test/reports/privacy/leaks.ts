import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { pdfInfo, pdfText } from '../read.ts';

/** Finds private numbers in finished files, by means of its own: it shares nothing with the program's gate. */

/** Letters and digits alone, in half width: a number is found however it was typed. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const entitiesRead = (xml: string): string =>
  xml
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)));

async function zipTexts(bytes: Uint8Array): Promise<readonly string[]> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  const parts = (await reader.getEntries()).map(async (entry) => {
    const names = [entry.filename, entry.comment];
    if (entry.directory || entry.encrypted) return names;
    return [...names, ...(await textsOf(entry.filename, await entry.getData(new Uint8ArrayWriter())))];
  });
  const inside = await Promise.all(parts);
  return [new TextDecoder().decode(reader.comment), ...inside.flat()];
}

/** All that can be read out of a file without a passphrase: name, text, properties, every part of an archive. */
export async function textsOf(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  // UTF-16 strings of a PDF become plain without their zeros; data of a photo are ASCII.
  const raw = Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
  if (name.endsWith('.pdf')) {
    if (raw.includes('/EmbeddedFile')) throw new Error(`${name} carries a file this reading would miss`);
    return [name, raw, pdfText(bytes, '-raw'), pdfInfo(bytes), pdfInfo(bytes, '-meta')];
  }
  if (/\.(docx|xlsx|zip)$/.test(name)) return [name, raw, ...(await zipTexts(bytes))];
  const text = entitiesRead(new TextDecoder().decode(bytes));
  return [name, raw, text, text.replace(/<[^>]*>/g, '')];
}

/** The same of a whole folder, its own name among it. */
export async function folderTexts(folder: string): Promise<readonly string[]> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const texts = files.map((one) => textsOf(one.name, readFileSync(join(one.parentPath, one.name))));
  return [folder, ...(await Promise.all(texts)).flat()];
}

/** Which of the stored values stand in the texts. */
export function leaksIn(texts: readonly string[], stored: Iterable<string>): readonly string[] {
  const haystack = texts.map(bare);
  return [...stored].filter((value) => {
    const wanted = bare(value);
    if (wanted === '') throw new Error('Nothing to look for');
    return haystack.some((text) => text.includes(wanted));
  });
}
