import type {
  ImportChoices,
  ImportColumn,
  ImportContext,
  ImportField,
  ImportPreview,
  ImportRow,
} from '../importTypes.ts';
import { errorsOf, type Problem, problem, warning } from '../problems.ts';
import { matchColumns } from './columns.ts';
import { settleUnits, unitsAbove } from './columnUnits.ts';
import { duplicateFinder } from './duplicates.ts';
import { masked } from './fields.ts';
import { cellText, MAX_ROWS, type RawRow, type RawSheet, type RawWorkbook } from './grid.ts';
import { findHeader, type Header, headerAtRow } from './header.ts';
import { type Grid, gridOf } from './merges.ts';
import { buildApplicant, fieldsToRead, type RowsContext, readRow } from './rows.ts';
import { type KeyColumns, skipReason } from './skip.ts';
import { compact, quote } from './text.ts';

interface Chosen {
  readonly sheet: RawSheet;
  readonly grid: Grid;
  readonly header: Header;
  readonly problems: readonly Problem[];
}

const candidate = (sheet: RawSheet): Chosen => {
  const grid = gridOf(sheet);
  return { sheet, grid, header: findHeader(sheet, grid), problems: [] };
};

/** Hidden sheets feed drop-downs; they are taken only when nothing else looks like a list. */
const worth = ({ sheet, header }: Chosen): number =>
  header.score * 1000 + Math.min(sheet.rows.length, 999) - (sheet.hidden ? 1e6 : 0);

function choose(sheets: readonly RawSheet[], choices: ImportChoices): Chosen | undefined {
  const named = sheets.find((one) => one.name === choices.sheet);
  const chosen = (named ? [named] : sheets)
    .map(candidate)
    .reduce<Chosen | undefined>(
      (best, one) => (best === undefined || worth(one) > worth(best) ? one : best),
      undefined,
    );
  if (!chosen) return undefined;
  const missing =
    choices.sheet === undefined || named
      ? []
      : [problem('import.noSheet', `工作簿中没有名为“${choices.sheet}”的工作表`, { found: choices.sheet })];
  const header =
    choices.headerRow === undefined ? chosen.header : headerAtRow(chosen.grid, choices.headerRow + 1);
  return { ...chosen, header, problems: missing };
}

const HEAD_ROWS = 15;
const HEAD_COLUMNS = 40;

function headOf(sheet: RawSheet, date1904: boolean, columns: readonly ImportColumn[]): ImportPreview['head'] {
  const fields = new Map(columns.map(({ index, field }) => [index, field]));
  return sheet.rows.slice(0, HEAD_ROWS).map(({ row, cells }) => ({
    row,
    cells: Array.from(cells.slice(0, HEAD_COLUMNS), (cell, index) => {
      const text = quote(cellText(cell, date1904));
      return isHeading(columns, index, text) ? text : masked(fields.get(index) ?? null, text);
    }),
  }));
}

const isHeading = (columns: readonly ImportColumn[], index: number, text: string): boolean =>
  columns.some((one) => one.index === index && compact(one.header).includes(compact(text)));

interface Sorted {
  readonly applicants: readonly RawRow[];
  readonly skipped: ImportPreview['skipped'];
}

/** Tells applicants from totals, notes and what the clerk leaves out. Rows without a word are not even listed. */
function sortRows(sheet: RawSheet, header: Header, keys: KeyColumns, choices: ImportChoices): Sorted {
  const applicants: RawRow[] = [];
  const skipped: { row: number; reason: string }[] = [];
  const leftOut = new Set(choices.leftOut);
  for (const row of sheet.rows) {
    if (row.row <= header.row) continue;
    const reason =
      skipReason(row, header, keys) ??
      (leftOut.has(row.row) ? '经办人选择不导入' : undefined) ??
      (row.hidden && choices.hiddenRows === 'leaveOut' ? '隐藏行，经办人选择不导入' : undefined);
    if (reason === undefined) applicants.push(row);
    else if (reason !== '空行') skipped.push({ row: row.row, reason });
  }
  return { applicants, skipped };
}

const byField = (columns: readonly ImportColumn[]): ReadonlyMap<ImportField, ImportColumn> => {
  const map = new Map<ImportField, ImportColumn>();
  for (const one of columns) if (one.field !== null && !map.has(one.field)) map.set(one.field, one);
  return map;
};

const keyColumns = (columns: readonly ImportColumn[]): KeyColumns => ({
  name: columns.find((one) => one.field === 'name')?.index ?? -1,
  owner: columns.find((one) => one.field === 'ownerName')?.index ?? -1,
  matched: new Set(columns.filter((one) => one.field !== null).map((one) => one.index)),
});

function importRows(
  applicants: readonly RawRow[],
  context: RowsContext,
  blocked: boolean,
): readonly ImportRow[] {
  const duplicateOf = duplicateFinder(context.context.known);
  return applicants.map((raw): ImportRow => {
    const read = readRow(raw, context);
    const duplicate = duplicateOf(read);
    const found = duplicate ? [...read.problems, duplicate.problem] : read.problems;
    const clean = errorsOf(found).length === 0 && !blocked;
    const built = clean ? buildApplicant(read, context.columns) : undefined;
    return {
      row: read.row,
      shown: read.shown,
      problems: built && 'problems' in built ? [...found, ...built.problems] : found,
      applicant: built && 'applicant' in built ? built.applicant : null,
      duplicateOf: duplicate?.of ?? null,
      hidden: read.hidden,
    };
  });
}

function tableProblems(
  { sheet, problems }: Chosen,
  applicants: readonly RawRow[],
  hasHeader: boolean,
): readonly Problem[] {
  const found = [...problems];
  if (sheet.tooManyRows) {
    found.push(
      problem('import.tooManyRows', `工作表“${sheet.name}”超过${MAX_ROWS}行，请拆分后再导入`, {
        expected: `不超过${MAX_ROWS}行`,
      }),
    );
  }
  if (!hasHeader) {
    found.push(
      problem(
        'import.noHeader',
        `在工作表“${sheet.name}”中找不到表头（应有小作坊名称、业主姓名等列），请指定表头所在行`,
      ),
    );
  } else if (applicants.length === 0) {
    found.push(problem('import.noRows', `工作表“${sheet.name}”的表头下面没有申请记录`));
  }
  const hidden = applicants.filter((one) => one.hidden).length;
  if (hidden > 0) {
    found.push(
      warning('import.hiddenRows', `有${hidden}行在工作表中是隐藏的（可能被筛选），请确认是否一并导入`),
    );
  }
  return found;
}

const EMPTY: ImportPreview = {
  sheets: [],
  sheet: '',
  headerRow: 0,
  head: [],
  columns: [],
  rows: [],
  skipped: [],
  problems: [problem('import.noSheet', '工作簿中没有工作表')],
};

/**
 * What an import would take, and why not the rest. Pure. The applicants of the import are exactly the rows whose
 * `applicant` is not null: there is no second reading.
 */
export function previewImport(
  workbook: RawWorkbook,
  choices: ImportChoices,
  context: ImportContext,
): ImportPreview {
  const chosen = choose(workbook.sheets, choices);
  if (!chosen) return EMPTY;
  const { sheet, grid, header } = chosen;
  const { date1904 } = workbook;
  const below = sheet.rows.filter((one) => one.row > header.row);
  const matched = matchColumns(header, below, grid.width, choices);
  const sorted = sortRows(sheet, header, keyColumns(matched.columns), choices);
  const { applicants, skipped } = sorted;
  const units = settleUnits(matched.columns, applicants, unitsAbove(sheet.rows, header.row), choices);
  const columns = byField(units.columns);
  // A header pointed at, or columns named, by hand counts whatever its words score.
  const hasHeader = header.score > 0 || columns.has('name');
  const table = tableProblems(chosen, applicants, hasHeader);
  const problems = hasHeader ? [...table, ...matched.problems, ...units.problems] : table;
  const rows = importRows(
    columns.size === 0 ? [] : applicants,
    {
      columns,
      fields: fieldsToRead(columns, choices),
      grid,
      applicantRows: new Set(applicants.map((one) => one.row)),
      date1904,
      choices,
      context,
    },
    errorsOf(problems).length > 0,
  );
  return {
    sheets: workbook.sheets.map(({ name, rows: { length } }) => ({ name, rows: length })),
    sheet: sheet.name,
    headerRow: header.row - 1,
    head: headOf(sheet, date1904, units.columns),
    columns: units.columns,
    rows,
    skipped,
    problems,
  };
}
