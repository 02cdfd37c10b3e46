import { inflateSync } from 'node:zlib';
import { invariant } from '../../db/model/problems.ts';

export interface PdfText {
  /** Line by line; a table's cells one after the other. */
  readonly pages: readonly (readonly string[])[];
  /** Title, author and the like. */
  readonly properties: readonly string[];
}

/**
 * The text of a PDF as pdfkit writes it: what a reader would copy out. For the privacy gate, which looks at every
 * finished paper in the data host; a reader for all PDFs takes longer over a page than pdfmake takes to make it.
 */
export function textOfPdf(pdf: Uint8Array): PdfText {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const objects = objectsOf(file);
  const all = [...objects.values()];
  const fonts = fontMaps(all, objects);
  const pages = all
    .filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary))
    .map(({ dictionary }) => {
      const contents = objects.get(referenceIn(dictionary, 'Contents') ?? 0);
      return contents ? textsOf(streamOf(contents), fonts) : [];
    });
  return { pages, properties: propertiesOf(objects) };
}

const PROPERTIES = ['Title', 'Author', 'Subject', 'Keywords', 'Creator'];
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The document's information: pdfkit writes each as an object of its own. */
function propertiesOf(objects: ReadonlyMap<number, PdfObject>): readonly string[] {
  const info = [...objects.values()].find(({ dictionary }) => dictionary.includes('/Producer '));
  return PROPERTIES.flatMap((key) => {
    const value = info && objects.get(referenceIn(info.dictionary, key) ?? 0);
    return value ? [stringIn(value)] : [];
  });
}

/** Plain, or UTF-16 with its mark. */
function stringIn({ dictionary }: PdfObject): string {
  const written = dictionary.slice(dictionary.indexOf('(') + 1, dictionary.lastIndexOf(')'));
  const text = written.replace(/\\([\s\S])/g, (_, letter: string) => LETTERS[letter] ?? letter);
  if (!text.startsWith('\xfe\xff')) return text;
  return Buffer.from(text.slice(2), 'latin1').swap16().toString('utf16le');
}

interface PdfObject {
  readonly dictionary: string;
  readonly file: Buffer;
  /** Where the object begins, and what follows its dictionary. */
  readonly at: number;
}

const DICTIONARY_END = /\nstream\r?\n|\nendobj/g;

/** By number, through the cross-reference table at the end. */
function objectsOf(file: Buffer): ReadonlyMap<number, PdfObject> {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1', file.length - 64))?.[1]);
  const table = file.toString('latin1', start).split('\n');
  invariant(table[0]?.startsWith('xref'), 'pdfkit writes a plain cross-reference table');
  const [first = 0, count = 0] = (table[1] ?? '').split(' ').map(Number);
  const objects = new Map<number, PdfObject>();
  for (let index = 0; index < count; index++) {
    const [offset = '', , use] = (table[2 + index] ?? '').trim().split(' ');
    if (use === 'n') objects.set(first + index, objectAt(file, Number(offset)));
  }
  return objects;
}

function objectAt(file: Buffer, at: number): PdfObject {
  for (let length = 2048; ; length *= 4) {
    const text = file.toString('latin1', at, at + length);
    DICTIONARY_END.lastIndex = 0;
    const end = DICTIONARY_END.exec(text);
    if (end) return { dictionary: text.slice(0, end.index), file, at: at + DICTIONARY_END.lastIndex };
    invariant(at + length < file.length, 'an object ends');
  }
}

const referenceIn = (dictionary: string, key: string): number | undefined => {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1];
  return found === undefined ? undefined : Number(found);
};

function streamOf({ dictionary, file, at }: PdfObject): string {
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
  const bytes = file.subarray(at, at + length);
  return (dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

type FontMap = ReadonlyMap<string, string>;

/** What the two-byte codes of each font mean, by the name pages call it: pdfkit numbers the fonts of a document. */
function fontMaps(
  all: readonly PdfObject[],
  objects: ReadonlyMap<number, PdfObject>,
): ReadonlyMap<string, FontMap> {
  const maps = new Map<string, FontMap>();
  for (const { dictionary } of all) {
    for (const [, name = '', number] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      if (maps.has(name)) continue;
      const font = objects.get(Number(number));
      const unicode = objects.get((font && referenceIn(font.dictionary, 'ToUnicode')) ?? 0);
      if (unicode) maps.set(name, fontMapOf(streamOf(unicode)));
    }
  }
  return maps;
}

/** `<0000> <00ff> [<0041> <d842 dfb7> …]` */
function fontMapOf(cmap: string): FontMap {
  const map = new Map<string, string>();
  for (const [, first = '', values = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    for (const [index, [, value = '']] of [...values.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const code = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0');
      map.set(code, Buffer.from(value.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    }
  }
  return map;
}

const TEXT = /\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g;

function textsOf(content: string, fonts: ReadonlyMap<string, FontMap>): readonly string[] {
  const texts: string[] = [];
  let font: FontMap | undefined;
  for (const [, name, shown] of content.matchAll(TEXT)) {
    if (name !== undefined) font = fonts.get(name);
    if (shown === undefined) continue;
    const codes = [...shown.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    texts.push(codes.map((code) => font?.get(code) ?? '').join(''));
  }
  return texts;
}
