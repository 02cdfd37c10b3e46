import { posix } from 'node:path';
import type { NumberFormat } from '../model/import/grid.ts';
import { ok, type Result } from '../model/problems.ts';
import { readXml, unescapeText } from './xml.ts';

/** The small parts of a workbook: relations, sheet list, styles, shared strings. */
interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Attribute names differ by prefix only (`r:id`, `ns2:id`). */
const relationId = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

export function readWorkbookPart(bytes: Buffer): Result<WorkbookPart> {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  const read = readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const hidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.name ?? '', hidden, relation: relationId(attributes) });
    },
  });
  return read.ok ? ok({ sheets, date1904 }) : read;
}

export interface Relation {
  /** The last word of the type: `worksheet`, `sharedStrings`. */
  readonly type: string;
  readonly target: string;
}

/** Relations of the part at `source` by id, with targets as part names from the root. */
export function readRelations(bytes: Buffer, source: string): Result<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>();
  const read = readXml(bytes, {
    open: (name, { Id, Type, Target }) => {
      if (name !== 'Relationship' || !Id || !Type || !Target) return;
      const target = posix.resolve('/', posix.dirname(source), Target).slice(1);
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return read.ok ? ok(relations) : read;
}

/** The strings cells point to; rich text flattened, phonetic guides left out. */
export function readSharedStrings(bytes: Buffer): Result<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = false;
  const read = readXml(bytes, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    text: (more) => {
      if (inText) text += more;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.push(unescapeText(text));
    },
  });
  return read.ok ? ok(strings) : read;
}

export type CellStyle = 'date' | NumberFormat | undefined;

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const UNIT = /万元|元|万|㎡|m²|m2|平方米|平米|亩/i;

/** What a format code does to the number: shows a date, adds a unit, moves the point. */
export function formatOf(code: string): CellStyle {
  const section = code.split(';')[0] ?? '';
  const bare = section
    .replace(/"[^"]*"|\\.|!.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/general|g\/通用格式|E[+-]/gi, '');
  if (/[yde]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))) return 'date';
  const unit = UNIT.exec(section.replace(/\[[^\]]*\]|[\\!"]/g, ''))?.[0] ?? null;
  const scaled = /[!\\]\.|"\."|[0#?],+(?![0#?])|%/.test(section);
  return unit !== null || scaled ? { unit, scaled } : undefined;
}

/** Style of a cell by its index. */
export function readStyles(bytes: Buffer): Result<readonly CellStyle[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCellFormats = false;
  const read = readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) ids.push(Number(attributes.numFmtId ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  if (!read.ok) return read;
  return ok(
    ids.map((id) => {
      const code = codes.get(id);
      if (code !== undefined) return formatOf(code);
      if (id === 9 || id === 10) return { unit: null, scaled: true };
      return BUILT_IN_DATES.has(id) ? 'date' : undefined;
    }),
  );
}
