import { Applicant, ApplicationCore, OwnerPrivate, WorkshopCore } from '../application.ts';
import {
  type ImportChoices,
  type ImportColumn,
  type ImportContext,
  type ImportField,
  REQUIRED_IMPORT_FIELDS,
} from '../importTypes.ts';
import { type Problem, warning } from '../problems.ts';
import { isEmpty, isNothing, unreadable } from './cells.ts';
import { FIELD_READERS, isFreeText, isOwnField, isTextField, masked } from './fields.ts';
import { cellText, type RawCell, type RawRow } from './grid.ts';
import { isImportField } from './headings.ts';
import type { Grid } from './merges.ts';
import { doubtsAbout } from './plausible.ts';
import { fault, type Reading } from './reading.ts';
import { cellProblem, missingProblem, type Place, recordProblem } from './said.ts';
import { quote } from './text.ts';

/** A row read field by field, not yet compared with others. */
export interface ReadRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly shown: Readonly<Partial<Record<ImportField, string>>>;
  readonly values: ReadonlyMap<ImportField, unknown>;
  readonly problems: readonly Problem[];
}

export interface RowsContext {
  readonly columns: ReadonlyMap<ImportField, ImportColumn>;
  readonly fields: readonly ImportField[];
  readonly grid: Grid;
  /** Excel's numbers of the rows that are applicants. */
  readonly applicantRows: ReadonlySet<number>;
  readonly date1904: boolean;
  readonly choices: ImportChoices;
  readonly context: ImportContext;
}

/** The fields with a column, and those the clerk typed in without one. */
export function fieldsToRead(
  columns: ReadonlyMap<ImportField, ImportColumn>,
  choices: ImportChoices,
): readonly ImportField[] {
  const typed = Object.keys(choices.corrections ?? {})
    .map((key) => key.slice(key.indexOf(':') + 1))
    .filter(isImportField);
  return [...new Set([...columns.keys(), ...typed])];
}

const asText = (text: string): RawCell => ({ kind: 'text', text });

const correction = (row: number | '*', field: ImportField, { choices }: RowsContext): RawCell | undefined => {
  const text = choices.corrections?.[`${row}:${field}`];
  return text === undefined ? undefined : asText(text);
};

/** Refuses a value merged over several applicants that can only be one's. */
function mergeFault(row: number, field: ImportField, column: ImportColumn, context: RowsContext) {
  if (!isOwnField(field)) return undefined;
  const merge = context.grid.mergeAt(row, column.index);
  if (!merge || merge.bottom === merge.top) return undefined;
  let covered = 0;
  for (let at = merge.top; at <= merge.bottom && covered < 2; at++)
    if (context.applicantRows.has(at)) covered += 1;
  if (covered < 2) return undefined;
  return fault(
    'import.mergedCell',
    `是跨第${merge.top}至${merge.bottom}行的合并单元格，不能确定属于哪一家`,
    '取消合并，每行只填一家小作坊',
  );
}

interface FoundCell {
  readonly cell: RawCell | undefined;
  readonly reading: Reading<unknown> | undefined;
}

const wants = (reading: Reading<unknown> | undefined): boolean =>
  reading === undefined || (!reading.ok && reading.fault.code === 'import.promiseDate');

function readCell(
  cell: RawCell | undefined,
  field: ImportField,
  context: RowsContext,
): Reading<unknown> | undefined {
  if (cell === undefined || isEmpty(cell)) return undefined;
  const broken = unreadable(cell);
  if (broken) return broken;
  if (isNothing(cell) && (!isFreeText(field) || REQUIRED_IMPORT_FIELDS.includes(field))) return undefined;
  const unit = context.columns.get(field)?.unit?.unit ?? null;
  return FIELD_READERS[field](cell, { date1904: context.date1904, unit });
}

function find(row: number, field: ImportField, context: RowsContext): FoundCell {
  const mended = correction(row, field, context);
  if (mended) return { cell: mended, reading: readCell(mended, field, context) };
  const column = context.columns.get(field);
  const cell = column && context.grid.at(row, column.index);
  const merged = column && cell && mergeFault(row, field, column, context);
  const reading = merged ?? readCell(cell, field, context);
  const filler = wants(reading) ? correction('*', field, context) : undefined;
  return filler ? { cell: filler, reading: readCell(filler, field, context) } : { cell, reading };
}

/** A column without a unit is one problem of the file, not one of each row. */
const isAskedOnce = ({ column }: Place, reading: Reading<unknown>): boolean =>
  !reading.ok && reading.fault.code === 'import.unitUnknown' && column?.unit?.source === 'ask';

function readingProblems(place: Place, text: string, reading: Reading<unknown>): readonly Problem[] {
  if (isAskedOnce(place, reading)) return [];
  if (!reading.ok) return [cellProblem(place, text, reading.fault, 'error')];
  return reading.notes.map((note) => cellProblem(place, text, note, 'warning'));
}

/** Reads one applicant's row. Private numbers appear masked in what is shown and said. */
export function readRow(raw: RawRow, context: RowsContext): ReadRow {
  const { row, hidden } = raw;
  const shown: Partial<Record<ImportField, string>> = {};
  const values = new Map<ImportField, unknown>();
  const problems: Problem[] = [];
  const texts = new Map<ImportField, string>();
  const place = (field: ImportField): Place => ({ row, field, column: context.columns.get(field) });

  for (const field of context.fields) {
    const { cell, reading } = find(row, field, context);
    if (reading === undefined) continue;
    const text = cellText(cell, context.date1904);
    texts.set(field, text);
    shown[field] = masked(field, reading.ok ? reading.shown : quote(text));
    if (reading.ok) values.set(field, reading.value);
    problems.push(...readingProblems(place(field), text, reading));
  }
  const missing = REQUIRED_IMPORT_FIELDS.filter(
    (field) => context.fields.includes(field) && (!texts.has(field) || values.get(field) === ''),
  );
  problems.push(...missing.map((field) => missingProblem(place(field))));
  for (const doubt of doubtsAbout(values, context.context.policy, context.context.today)) {
    problems.push(cellProblem(place(doubt.field), texts.get(doubt.field) ?? '', doubt.fault, 'warning'));
  }
  if (hidden)
    problems.push(warning('import.hiddenRow', `第${row}行在工作表中是隐藏的，请确认是否导入`, { row }));
  return { row, hidden, shown, values, problems };
}

/** The import fields of a part of the record, each with what it holds when empty. */
const partOf = (shape: object): readonly (readonly [ImportField, '' | null])[] =>
  Object.keys(shape)
    .filter(isImportField)
    .map((field) => [field, isTextField(field) ? '' : null]);

const PARTS = {
  workshop: partOf(WorkshopCore.shape),
  private: partOf(OwnerPrivate.shape),
  application: partOf(ApplicationCore.shape),
} as const;

function part(name: keyof typeof PARTS, values: ReadRow['values']): Readonly<Record<string, unknown>> {
  const record: Record<string, unknown> = {};
  for (const [field, empty] of PARTS[name]) record[field] = values.get(field) ?? empty;
  return record;
}

type Built = { readonly applicant: Applicant } | { readonly problems: readonly Problem[] };

/** The record a clean row makes; the schema has the last word (lengths, shapes). */
export function buildApplicant(read: ReadRow, columns: ReadonlyMap<ImportField, ImportColumn>): Built {
  const parsed = Applicant.safeParse({
    workshop: part('workshop', read.values),
    private: part('private', read.values),
    application: part('application', read.values),
  });
  if (parsed.success) return { applicant: parsed.data };
  const problems = parsed.error.issues.map((issue) => {
    const field = issue.path.map(String).find(isImportField) ?? 'name';
    return recordProblem({ row: read.row, field, column: columns.get(field) }, issue.message);
  });
  return { problems };
}
