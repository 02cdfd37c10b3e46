import { readFile, stat } from 'node:fs/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { guardFiles } from '../disk/fileProblems.ts';
import type { RawSheet, RawWorkbook } from '../model/import/grid.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { damaged, foreignFile, foreignPackage, tooLarge } from './fileKind.ts';
import {
  type CellStyle,
  type Relation,
  readRelations,
  readSharedStrings,
  readStyles,
  readWorkbookPart,
} from './parts.ts';
import { readSheet, type SheetContext } from './sheet.ts';
import { openZip, type Zip } from './zip.ts';

const MEGABYTE = 1024 * 1024;
const MAX_FILE = 50 * MEGABYTE;
const MAX_SHEETS = 60;

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** `done` of `total` sheets read. */
  readonly onProgress?: (done: number, total: number) => void;
}

const cancelled = () => refuse(problem('import.cancelled', '已取消读取工作簿，没有改动任何数据。'));

async function load(source: string | Uint8Array): Promise<Result<Buffer>> {
  if (typeof source !== 'string') return ok(Buffer.from(source.buffer, source.byteOffset, source.byteLength));
  return guardFiles(source, async () => {
    const { size } = await stat(source);
    // Never takes a huge file into memory only to refuse it; the size alone is checked again by the caller.
    return size > MAX_FILE ? Buffer.alloc(MAX_FILE + 1) : readFile(source);
  });
}

/** A part the workbook may do without. */
function optionalPart<T>(
  zip: Zip,
  name: string | undefined,
  read: (bytes: Buffer) => Result<T>,
  without: T,
): Result<T> {
  const bytes = name === undefined ? undefined : zip.read(name);
  if (!bytes) return ok(without);
  return bytes.ok ? read(bytes.value) : bytes;
}

const NO_RELATIONS: ReadonlyMap<string, Relation> = new Map();

const relationsOf = (zip: Zip, part: string): Result<ReadonlyMap<string, Relation>> => {
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  return optionalPart(zip, name, (bytes) => readRelations(bytes, part), NO_RELATIONS);
};

const targetOf = (relations: ReadonlyMap<string, Relation>, type: string): string | undefined =>
  [...relations.values()].find((one) => one.type === type)?.target;

function readContext(zip: Zip, relations: ReadonlyMap<string, Relation>): Result<SheetContext> {
  const strings = optionalPart<readonly string[]>(
    zip,
    targetOf(relations, 'sharedStrings'),
    readSharedStrings,
    [],
  );
  if (!strings.ok) return strings;
  const styles = optionalPart<readonly CellStyle[]>(zip, targetOf(relations, 'styles'), readStyles, []);
  return styles.ok ? ok({ strings: strings.value, styles: styles.value }) : styles;
}

async function readPackage(zip: Zip, options: ReadOptions): Promise<Result<RawWorkbook>> {
  const root = relationsOf(zip, '');
  const main = (root.ok && targetOf(root.value, 'officeDocument')) || 'xl/workbook.xml';
  const bytes = zip.read(main);
  if (!bytes || !/\.xml$/i.test(main) || !main.toLowerCase().startsWith('xl/'))
    return refuse(foreignPackage(zip.names));
  if (!bytes.ok) return bytes;
  const workbook = readWorkbookPart(bytes.value);
  if (!workbook.ok) return workbook;
  const relations = relationsOf(zip, main);
  if (!relations.ok) return relations;
  const context = readContext(zip, relations.value);
  if (!context.ok) return context;

  const entries = workbook.value.sheets.filter(
    (one) => relations.value.get(one.relation)?.type === 'worksheet',
  );
  if (entries.length === 0) return refuse(damaged('找不到工作表'));
  if (entries.length > MAX_SHEETS)
    return refuse(tooLarge(`有${entries.length}个工作表，最多${MAX_SHEETS}个`));
  const sheets: RawSheet[] = [];
  for (const entry of entries) {
    await breathe();
    if (options.signal?.aborted) return cancelled();
    const part = zip.read(relations.value.get(entry.relation)?.target ?? '');
    if (!part) return refuse(damaged(`缺少工作表“${entry.name}”的内容`));
    if (!part.ok) return part;
    const sheet = readSheet(part.value, entry, context.value);
    if (!sheet.ok) return sheet;
    sheets.push(sheet.value);
    options.onProgress?.(sheets.length, entries.length);
  }
  return ok({ sheets, date1904: workbook.value.date1904 });
}

/**
 * Reads an .xlsx, given as a path or as bytes, into raw grids. Whatever is no readable workbook gets one sentence
 * (`import.notWorkbook`, `oldXls`, `encrypted`, `csv`, `damaged`, `tooLarge`, `cancelled`, or `disk.*` for the path).
 */
export async function readWorkbook(
  source: string | Uint8Array,
  options: ReadOptions = {},
): Promise<Result<RawWorkbook>> {
  const bytes = await load(source);
  if (!bytes.ok) return bytes;
  if (bytes.value.length > MAX_FILE) return refuse(tooLarge(`超过${MAX_FILE / MEGABYTE}MB`));
  const foreign = foreignFile(bytes.value);
  if (foreign) return refuse(foreign);
  const zip = openZip(bytes.value);
  return zip.ok ? readPackage(zip.value, options) : zip;
}
