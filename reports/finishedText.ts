import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import type { PaperFormat } from '../db/model/papers.ts';
import { textOfPdf } from './pdf/textOfPdf.ts';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|amp|quot|apos));/gi, (_, hex, decimal, name) =>
    name === undefined
      ? String.fromCodePoint(Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16))
      : (ENTITIES[name] ?? ''),
  );

/** Where one text ends and another begins: paragraphs, shared texts, cells. */
const BOUNDARY = /<\/(?:w:p|si|is|c|v|f|text|xm:f)>|<\/?(?:w:br|w:tab)[^>]*>/;
/** A number that only points to a shared text. */
const POINTER = /<c\b[^>]*\bt="s"[^>]*>.*?<\/c>/gs;

const textsIn = (xml: string): readonly string[] =>
  xml
    .replace(POINTER, '')
    .split(BOUNDARY)
    .map((part) => unescaped(part.replace(/<[^>]*>/g, '')))
    .filter((text) => text !== '');

/** The words of every part: sheets, shared texts, headers, footers, properties, hidden parts too. */
async function textsOfOfficeFile(bytes: Uint8Array): Promise<readonly string[]> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  const texts: string[] = [];
  for (const entry of await reader.getEntries()) {
    if (entry.directory || !/\.(xml|rels)$/.test(entry.filename)) continue;
    texts.push(...textsIn(new TextDecoder().decode(await entry.getData(new Uint8ArrayWriter()))));
  }
  await reader.close();
  return texts;
}

/** Everything a finished file says, read back from its bytes: by line, by paragraph, by cell. */
export const finishedTexts = async (bytes: Uint8Array, format: PaperFormat): Promise<readonly string[]> =>
  format === 'pdf' ? textOfPdf(bytes) : textsOfOfficeFile(bytes);
