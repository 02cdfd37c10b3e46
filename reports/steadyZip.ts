import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import type { IsoDate } from '../db/model/dates.ts';

configure({ useWebWorkers: false });

const STAMP = /(<dcterms:(created|modified)[^>]*>)[^<]*(<)/g;

/** The parts of an office file, packed with one date for all of them. */
export async function packParts(
  parts: Iterable<readonly [string, Uint8Array]>,
  date: IsoDate,
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    lastModDate: localMidnight(date),
    extendedTimestamp: false,
    level: 6,
  });
  for (const [name, content] of parts) await writer.add(name, new Uint8ArrayReader(content));
  return writer.close();
}

/**
 * An office file packed anew with the document's own date in place of the clock's, so that the same record gives the
 * same bytes. The writers (docx, exceljs) take no date for the parts of the file. `mend` puts right what a writer has no
 * word for: it is asked by the name of each part.
 */
export async function steadyZip(
  bytes: Uint8Array,
  date: IsoDate,
  mend: (part: string) => ((xml: string) => string) | undefined = () => undefined,
): Promise<Uint8Array> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  const parts: (readonly [string, Uint8Array])[] = [];
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    const content = await entry.getData(new Uint8ArrayWriter());
    const mended =
      entry.filename === 'docProps/core.xml' ? (xml: string) => withDate(xml, date) : mend(entry.filename);
    parts.push([entry.filename, mended ? edited(content, mended) : content]);
  }
  await reader.close();
  return packParts(parts, date);
}

/** Zip keeps local time without a zone: local midnight is the same digits everywhere. */
function localMidnight(date: IsoDate): Date {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day);
}

const LANGUAGE = '<dc:language>zh-CN</dc:language>';

/** The properties with the record's date, and the language that neither writer has a word for. */
function withDate(xml: string, date: IsoDate): string {
  const dated = xml.replace(STAMP, `$1${date}T00:00:00Z$3`);
  return dated.includes('<dc:language>')
    ? dated
    : dated.replace('</cp:coreProperties>', `${LANGUAGE}</cp:coreProperties>`);
}

const edited = (content: Uint8Array, edit: (xml: string) => string): Uint8Array =>
  new TextEncoder().encode(edit(new TextDecoder().decode(content)));
