import { createSubset, type FontTable, fontFile, type SubsetSource } from './subset.ts';

/**
 * A font of a few characters that programs can use like an installed one: a subset with the tables that a PDF does
 * without. For Word files, which carry it for PCs that lack the characters.
 */
export function standaloneFont(
  source: SubsetSource,
  glyphOf: (codePoint: number) => number,
  codePoints: readonly number[],
  family: string,
): Uint8Array {
  const subset = createSubset(source);
  const sorted = [...new Set(codePoints)].sort((one, other) => one - other);
  const glyphs = sorted.map((codePoint) => [codePoint, subset.includeGlyph(glyphOf(codePoint))] as const);
  const tables: readonly FontTable[] = [
    ...subset.tables(),
    ['cmap', characterMap(glyphs)],
    ['name', nameTable(family)],
    ['OS/2', embeddable(source.os2)],
    ['post', new Uint8Array([0, 3, ...new Array<number>(30).fill(0)])],
  ];
  // Programs search the directory, which must be in order.
  return fontFile([...tables].sort(([one], [other]) => (one < other ? -1 : 1)));
}

const SEGMENT_TABLE = 24;
const GROUPS_HEAD = 16;

/** One table for the first plane, which must be there and is empty, and one for all of Unicode. */
function characterMap(glyphs: readonly (readonly [codePoint: number, glyph: number])[]): Uint8Array {
  const first = 4 + 2 * 8;
  const second = first + SEGMENT_TABLE;
  const view = new DataView(new ArrayBuffer(second + GROUPS_HEAD + 12 * glyphs.length));
  const words = (at: number, ...values: readonly number[]): void => {
    for (const [index, value] of values.entries()) view.setUint16(at + 2 * index, value);
  };
  words(0, 0, 2, 3, 1, 0, first, 3, 10, 0, second);
  // Format 4 with the one segment every such table ends in.
  words(first, 4, SEGMENT_TABLE, 0, 2, 2, 0, 0, 0xffff, 0, 0xffff, 1, 0);
  words(second, 12, 0);
  view.setUint32(second + 4, GROUPS_HEAD + 12 * glyphs.length);
  view.setUint32(second + 12, glyphs.length);
  for (const [index, [codePoint, glyph]] of glyphs.entries()) {
    const at = second + GROUPS_HEAD + 12 * index;
    view.setUint32(at, codePoint);
    view.setUint32(at + 4, codePoint);
    view.setUint32(at + 8, glyph);
  }
  return new Uint8Array(view.buffer);
}

const ENGLISH = 0x0409;
const [FAMILY, STYLE, FULL, POSTSCRIPT] = [1, 2, 4, 6];

function nameTable(family: string): Uint8Array {
  const records = [
    [FAMILY, family],
    [STYLE, 'Regular'],
    [FULL, family],
    [POSTSCRIPT, family.replaceAll(' ', '')],
  ] as const;
  const texts = records.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const strings = 6 + 12 * records.length;
  const head = Buffer.alloc(strings);
  head.writeUInt16BE(records.length, 2);
  head.writeUInt16BE(strings, 4);
  let at = 0;
  for (const [index, [id]] of records.entries()) {
    const length = texts[index]?.length ?? 0;
    for (const [field, value] of [3, 1, ENGLISH, id, length, at].entries())
      head.writeUInt16BE(value, 6 + 12 * index + 2 * field);
    at += length;
  }
  return new Uint8Array(Buffer.concat([head, ...texts]));
}

const EMBEDDING = 8;

/** May be carried in documents that go on being edited, as its licence says. */
function embeddable(os2: Uint8Array): Uint8Array {
  const copy = os2.slice();
  new DataView(copy.buffer).setUint16(EMBEDDING, 0);
  return copy;
}
