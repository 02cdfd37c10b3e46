import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import type { PaperFormat } from '../../db/model/papers.ts';
import { type PdfText, textOfPdf } from '../pdf/textOfPdf.ts';
import { decodeXml } from '../templates/xml.ts';

/** What a finished file says, in print and out of sight. */
export interface FinishedTexts {
  /** Piece by piece: by line, by paragraph, by cell. */
  readonly texts: readonly string[];
  /** The same with nothing between, in each way that may make whole what a narrow column or the end of a page broke. */
  readonly joined: readonly string[];
  /** What stands in XML attributes and names of parts: names of sheets, prompts, descriptions of pictures. */
  readonly names: readonly string[];
  /** The document's properties; they are among the texts as well. */
  readonly properties: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const LAST_CODE_POINT = 0x10ffff;

/** Parts that nobody parses may hold references to no character at all. */
const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|amp|quot|apos));/gi, (_, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? '';
    const codePoint = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
    return codePoint <= LAST_CODE_POINT ? String.fromCodePoint(codePoint) : '';
  });

/**
 * Where one text ends and another begins: paragraphs, cells, breaks, what is commented out, and every element that
 * holds text, but for the runs a text is cut into.
 */
const BOUNDARY =
  /<\/(?:\w+:)?(?:p|si|is|c)>|(?<=[^>])<\/(?!(?:\w+:)?(?:t|delText|instrText)>)[^>]*>|<\/?w:(?:br|tab)\b[^>]*>|<!--|-->|<!\[CDATA\[|\]\]>/;
/** A number that only points to a shared text. */
const POINTER = /<c\b[^>]*\bt="s"[^>]*>.*?<\/c>/gs;

const textsIn = (xml: string): readonly string[] =>
  xml
    .replace(POINTER, '')
    .split(BOUNDARY)
    .map((part) => unescaped(part.replace(/<[^>]*>/g, '')))
    .filter((text) => text.trim() !== '');

const ATTRIBUTE = /\s[\w:.-]+\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Shorter ones in plain letters are measures and keys: a number of eleven digits has no room there. */
const LONG_VALUE = 11;

const namesIn = (xml: string): readonly string[] => [
  ...new Set(
    [...xml.matchAll(ATTRIBUTE)]
      .map(([, double, single]) => double ?? single ?? '')
      .filter((value) => value.length >= LONG_VALUE || /[^ -~]/.test(value))
      .map(unescaped),
  ),
];

const READABLE = /\.(xml|rels|vml|html?|txt|json|rtf)$/i;

/** The words of every part: sheets, shared texts, headers, footers, comments, properties, hidden parts too. */
async function textsOfOfficeFile(bytes: Uint8Array): Promise<FinishedTexts> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  const texts: string[] = [];
  const names: string[] = [];
  const properties: string[] = [];
  for (const entry of await reader.getEntries()) {
    names.push(entry.filename, entry.comment);
    if (entry.directory || !READABLE.test(entry.filename)) continue;
    const xml = decodeXml(await entry.getData(new Uint8ArrayWriter()));
    const inPart = textsIn(xml);
    texts.push(...inPart);
    names.push(...namesIn(xml));
    if (entry.filename.startsWith('docProps/')) properties.push(...inPart, ...namesIn(xml));
  }
  await reader.close();
  names.push(new TextDecoder().decode(reader.comment));
  return { texts, joined: [texts.join('')], names, properties };
}

const PAGE_NUMBER = /^— \d+ —$/;

/** What stands on every page (running foot, heads of a table) parts a text that goes on over the page. */
function joinedPages(pages: PdfText['pages']): readonly string[] {
  const whole = pages.flat().join('');
  const [first = [], ...others] = pages;
  if (others.length === 0) return [whole];
  const repeated = new Set(first.filter((line) => others.every((page) => page.includes(line))));
  const body = pages.flat().filter((line) => !PAGE_NUMBER.test(line) && !repeated.has(line));
  return [whole, body.join('')];
}

function textsOfPdfFile(bytes: Uint8Array): FinishedTexts {
  const { pages, properties } = textOfPdf(bytes);
  return { texts: [...pages.flat(), ...properties], joined: joinedPages(pages), names: [], properties };
}

/** Everything a finished file says, read back from its bytes. */
export const finishedTexts = async (bytes: Uint8Array, format: PaperFormat): Promise<FinishedTexts> =>
  format === 'pdf' ? textsOfPdfFile(bytes) : textsOfOfficeFile(bytes);
