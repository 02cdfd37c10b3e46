import { type Problem, problem, warning } from '../problems.ts';
import { type CellReader, isEmpty, isNothing, readText } from './cells.ts';
import { columnLetter, type RawCell, type RawRow, type RawWorkbook } from './grid.ts';
import { type Grid, gridOf } from './merges.ts';
import { compact } from './text.ts';
import { headerMoneyUnit } from './units.ts';

/** A table of known columns found in a workbook: the program's own templates, filled in. */
export interface ColumnTable<Column extends string> {
  readonly grid: Grid;
  readonly columns: ReadonlyMap<Column, { readonly index: number; readonly unit: '元' | '万元' | null }>;
  readonly rows: readonly RawRow[];
  readonly date1904: boolean;
  /** About the headings themselves. */
  readonly problems: readonly Problem[];
}

type Labels<Column extends string> = Readonly<Record<Column, string>>;

const bare = (heading: string): string => compact(heading).replace(/[（(].*$/, '');

export const textOf = (cell: RawCell | undefined): string => (cell?.kind === 'text' ? cell.text : '');

/** Other words for a column, besides the template's own. */
export type Synonyms<Column extends string> = Readonly<Partial<Record<Column, readonly string[]>>>;

interface Known<Column extends string> {
  readonly labels: Labels<Column>;
  readonly synonyms: Synonyms<Column>;
  readonly isColumn: (key: string) => key is Column;
}

/** What each heading means: the template's own words first, so that a synonym takes no column away from them. */
function columnsOf<Column extends string>(
  row: RawRow,
  { labels, synonyms, isColumn }: Known<Column>,
): ColumnTable<Column>['columns'] {
  const headings = row.cells.map((cell) => bare(textOf(cell)));
  const columns = Object.keys(labels).filter(isColumn);
  const indexOf = (column: Column): number => {
    const own = headings.indexOf(bare(labels[column]));
    return own >= 0 ? own : headings.findIndex((one) => synonyms[column]?.includes(one));
  };
  return new Map(
    columns.flatMap((column) => {
      const index = indexOf(column);
      const unit = headerMoneyUnit(textOf(row.cells[index]));
      return index < 0 ? [] : [[column, { index, unit: unit === 'unsupported' ? null : unit }] as const];
    }),
  );
}

/** No column of a table is passed over without a word: one that stands there twice, one nobody knows. */
function headingProblems<Column extends string>(
  header: RawRow,
  rows: readonly RawRow[],
  taken: ColumnTable<Column>['columns'],
  { labels, isColumn }: Known<Column>,
): readonly Problem[] {
  const used = new Set([...taken.values()].map(({ index }) => index));
  return header.cells.flatMap((cell, index) => {
    const heading = textOf(cell).trim();
    const isFilled = rows.some((row) => !isEmpty(row.cells[index]));
    if (used.has(index) || !isFilled || heading === '' || LINE_NUMBERS.includes(bare(heading))) return [];
    const same = Object.keys(labels)
      .filter(isColumn)
      .find((column) => bare(labels[column]) === bare(heading));
    const place = `表头“${heading}”（${columnLetter(index)}列）`;
    return same === undefined
      ? [warning('import.unknownColumn', `${place}不是本表的列，没有导入，请核对`, { column: heading })]
      : [
          problem(
            'import.sameColumn',
            `${place}与${columnLetter(taken.get(same)?.index ?? 0)}列都是“${labels[same]}”，请只留一列`,
            { column: labels[same] },
          ),
        ];
  });
}

const LINE_NUMBERS: readonly string[] = ['序号', '编号', '行号'];

/** The first table whose heading has the `key` column and at least `least` of the columns. */
export function findTable<Column extends string>(
  workbook: RawWorkbook,
  known: Known<Column>,
  key: Column,
  least: number,
): ColumnTable<Column> | null {
  for (const sheet of workbook.sheets) {
    for (const row of sheet.rows.slice(0, 10)) {
      const columns = columnsOf(row, known);
      if (!columns.has(key) || columns.size < least) continue;
      const rows = sheet.rows.filter((one) => one.row > row.row);
      const problems = headingProblems(row, rows, columns, known);
      return { grid: gridOf(sheet), columns, rows, date1904: workbook.date1904, problems };
    }
  }
  return null;
}

export interface ReadRow<Column extends string> {
  /** Only of cells that hold something. */
  readonly values: ReadonlyMap<Column, unknown>;
  readonly problems: readonly Problem[];
}

/** The filled cells of a row as values; what cannot be read is told with its row and column. */
export function readRow<Column extends string>(
  { grid, columns, date1904 }: ColumnTable<Column>,
  row: number,
  labels: Labels<Column>,
  readers: Readonly<Record<Column, CellReader>>,
): ReadRow<Column> {
  const values = new Map<Column, unknown>();
  const problems: Problem[] = [];
  for (const [key, { index, unit }] of columns) {
    const cell = grid.at(row, index);
    if (!cell || isEmpty(cell) || (isNothing(cell) && readers[key] !== readText)) continue;
    const reading = readers[key](cell, { date1904, unit });
    if (reading.ok) {
      values.set(key, reading.value);
      continue;
    }
    const { code, said, expected } = reading.fault;
    const shown = textOf(cell);
    const place = `第${row}行“${labels[key]}”（${columnLetter(index)}列）`;
    const message = `${place}：${shown === '' ? '' : `“${shown}”`}${said}${expected ? `，应${expected}` : ''}`;
    problems.push(problem(code, message, { row, column: labels[key], found: shown }));
  }
  return { values, problems };
}

/** The text of a column; empty where the cell is. */
export function textIn<Column extends string>({ values }: ReadRow<Column>, key: Column): string {
  const value = values.get(key);
  return typeof value === 'string' ? value : '';
}
