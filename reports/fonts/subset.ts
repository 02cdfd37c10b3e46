/**
 * Cuts a TrueType font down to the glyphs a document uses. fontkit can do it too, but decodes the outline of every
 * glyph on the way, which for Chinese is a good part of a document's time; here their bytes are copied as they are.
 */
export interface FontBytes {
  readonly bytes: Uint8Array;
  /** Where the font begins in its file: not 0 in a collection. */
  readonly start: number;
}

interface Tables {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  readonly offsets: ReadonlyMap<string, { readonly offset: number; readonly length: number }>;
}

/** What of a font is worked out once and serves all its subsets. */
export interface SubsetSource {
  readonly head: Uint8Array;
  readonly hhea: Uint8Array;
  readonly maxp: Uint8Array;
  /** Of no use in a PDF; a font that stands alone must have it. */
  readonly os2: Uint8Array;
  /** Instructions for small sizes on screen: taken over whole. */
  readonly programs: readonly (readonly [tag: string, bytes: Uint8Array])[];
  readonly glyph: (id: number) => Uint8Array;
  readonly metric: (id: number) => { readonly advance: number; readonly bearing: number };
}

const DIRECTORY_START = 12;
const ENTRY_LENGTH = 16;

function tablesOf({ bytes, start }: FontBytes): Tables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(start + 4);
  const entries = Array.from({ length: count }, (_, index) => {
    const at = start + DIRECTORY_START + index * ENTRY_LENGTH;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    return [tag, { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) }] as const;
  });
  return { view, bytes, offsets: new Map(entries) };
}

/** A cut-off file opens without complaint and fails in the middle of a paper. */
export function isWhole(font: FontBytes): boolean {
  const { bytes, offsets } = tablesOf(font);
  return [...offsets.values()].every(({ offset, length }) => offset + length <= bytes.length);
}

function tableOf({ bytes, offsets }: Tables, tag: string): Uint8Array {
  const found = offsets.get(tag);
  return found ? bytes.subarray(found.offset, found.offset + found.length) : new Uint8Array();
}

const startOf = ({ offsets }: Tables, tag: string): number => offsets.get(tag)?.offset ?? 0;

const INDEX_TO_LOC_FORMAT = 50;
const NUMBER_OF_METRICS = 34;
const NUMBER_OF_GLYPHS = 4;

/** Reads what all subsets of a font share. */
export function subsetSource(font: FontBytes): SubsetSource {
  const tables = tablesOf(font);
  const { view } = tables;
  const [loca, glyf, hmtx] = [startOf(tables, 'loca'), startOf(tables, 'glyf'), startOf(tables, 'hmtx')];
  const isLong = view.getUint16(startOf(tables, 'head') + INDEX_TO_LOC_FORMAT) === 1;
  const metrics = view.getUint16(startOf(tables, 'hhea') + NUMBER_OF_METRICS);
  const place = (id: number): number =>
    isLong ? view.getUint32(loca + 4 * id) : 2 * view.getUint16(loca + 2 * id);
  return {
    head: tableOf(tables, 'head'),
    hhea: tableOf(tables, 'hhea'),
    maxp: tableOf(tables, 'maxp'),
    os2: tableOf(tables, 'OS/2'),
    programs: ['cvt ', 'fpgm', 'prep'].flatMap((tag) => {
      const table = tableOf(tables, tag);
      return table.length > 0 ? [[tag, table] as const] : [];
    }),
    glyph: (id) => tables.bytes.subarray(glyf + place(id), glyf + place(id + 1)),
    metric: (id) => ({
      advance: view.getUint16(hmtx + 4 * Math.min(id, metrics - 1)),
      bearing: view.getInt16(id < metrics ? hmtx + 4 * id + 2 : hmtx + 4 * metrics + 2 * (id - metrics)),
    }),
  };
}

const WORDS = 0x1;
const SCALE = 0x8;
const MORE = 0x20;
const TWO_SCALES = 0x40;
const MATRIX = 0x80;

const argumentLength = (flags: number): number =>
  (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0);

/** A compound glyph names others: they come along, under their new numbers. */
function renumbered(glyph: Uint8Array, include: (id: number) => number): Uint8Array {
  if (glyph.length < 2 || ((glyph[0] ?? 0) & 0x80) === 0) return glyph;
  const copy = glyph.slice();
  const view = new DataView(copy.buffer);
  for (let at = 10; ; ) {
    const flags = view.getUint16(at);
    view.setUint16(at + 2, include(view.getUint16(at + 2)));
    at += 4 + argumentLength(flags);
    if (!(flags & MORE)) return copy;
  }
}

export type FontTable = readonly [tag: string, bytes: Uint8Array];

/** The subset of one document, in the shape pdfkit asks of fontkit's. */
interface Subset {
  includeGlyph(id: number): number;
  encode(): Uint8Array;
  /** What `encode` puts together. */
  tables(): readonly FontTable[];
}

/** Begins with the missing glyph, as every font must. */
export function createSubset(source: SubsetSource): Subset {
  const ids: number[] = [];
  const numbers = new Map<number, number>();
  const includeGlyph = (id: number): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, ids.length);
    return ids.push(id) - 1;
  };
  includeGlyph(0);
  const tables = () => tablesWith(source, ids, includeGlyph);
  return { includeGlyph, tables, encode: () => fontFile(tables()) };
}

function tablesWith(
  source: SubsetSource,
  ids: readonly number[],
  include: (id: number) => number,
): readonly FontTable[] {
  const glyphs: Uint8Array[] = [];
  // Compound glyphs make the list longer as it is walked.
  for (let index = 0; index < ids.length; index++) {
    glyphs.push(renumbered(source.glyph(ids[index] ?? 0), include));
  }
  const glyf = concatenated(glyphs);
  return [
    ...source.programs,
    ['glyf', glyf],
    ['head', patched(source.head, INDEX_TO_LOC_FORMAT, 1)],
    ['hhea', patched(source.hhea, NUMBER_OF_METRICS, ids.length)],
    ['hmtx', metricsTable(source, ids)],
    ['loca', locationTable(glyphs)],
    ['maxp', patched(source.maxp, NUMBER_OF_GLYPHS, ids.length)],
  ];
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function patched(table: Uint8Array, at: number, value: number): Uint8Array {
  const copy = table.slice();
  new DataView(copy.buffer).setUint16(at, value);
  return copy;
}

function metricsTable(source: SubsetSource, ids: readonly number[]): Uint8Array {
  const table = new DataView(new ArrayBuffer(4 * ids.length));
  for (const [index, id] of ids.entries()) {
    const { advance, bearing } = source.metric(id);
    table.setUint16(4 * index, advance);
    table.setInt16(4 * index + 2, bearing);
  }
  return new Uint8Array(table.buffer);
}

function locationTable(glyphs: readonly Uint8Array[]): Uint8Array {
  const table = new DataView(new ArrayBuffer(4 * (glyphs.length + 1)));
  let at = 0;
  for (const [index, glyph] of glyphs.entries()) {
    table.setUint32(4 * index, at);
    at += glyph.length;
  }
  table.setUint32(4 * glyphs.length, at);
  return new Uint8Array(table.buffer);
}

const padded = (length: number): number => (length + 3) & ~3;

function checksum(view: DataView, at: number, length: number): number {
  let sum = 0;
  for (let offset = 0; offset < length; offset += 4) sum = (sum + view.getUint32(at + offset)) >>> 0;
  return sum;
}

/** Directory and tables, each at a multiple of four. */
export function fontFile(tables: readonly FontTable[]): Uint8Array {
  const directory = DIRECTORY_START + tables.length * ENTRY_LENGTH;
  const file = new Uint8Array(tables.reduce((sum, [, { length }]) => sum + padded(length), directory));
  const view = new DataView(file.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (tables.length - 2 ** power));
  let at = directory;
  for (const [index, [tag, bytes]] of tables.entries()) {
    file.set(bytes, at);
    const entry = DIRECTORY_START + index * ENTRY_LENGTH;
    for (let letter = 0; letter < 4; letter++) view.setUint8(entry + letter, tag.charCodeAt(letter));
    view.setUint32(entry + 4, checksum(view, at, padded(bytes.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    at += padded(bytes.length);
  }
  return file;
}
