import { type Problem, problem } from '../problems.ts';
import { type CellReader, isEmpty } from './cells.ts';
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
}

type Labels<Column extends string> = Readonly<Record<Column, string>>;

const bare = (heading: string): string => compact(heading).replace(/[（(].*$/, '');

export const textOf = (cell: RawCell | undefined): string => (cell?.kind === 'text' ? cell.text : '');

/** The first table whose heading has the `key` column and at least `least` of the columns. */
export function findTable<Column extends string>(
  workbook: RawWorkbook,
  labels: Labels<Column>,
  isColumn: (key: string) => key is Column,
  key: Column,
  least: number,
): ColumnTable<Column> | null {
  const byHeading = new Map(
    Object.entries<string>(labels).flatMap(([column, label]) =>
      isColumn(column) ? [[bare(label), column] as const] : [],
    ),
  );
  const columnsOf = (row: RawRow): ColumnTable<Column>['columns'] =>
    new Map(
      row.cells.flatMap((cell, index) => {
        const heading = textOf(cell);
        const column = byHeading.get(bare(heading));
        const unit = headerMoneyUnit(heading);
        return column ? [[column, { index, unit: unit === 'unsupported' ? null : unit }] as const] : [];
      }),
    );
  for (const sheet of workbook.sheets) {
    for (const row of sheet.rows.slice(0, 10)) {
      const columns = columnsOf(row);
      if (!columns.has(key) || columns.size < least) continue;
      const rows = sheet.rows.filter((one) => one.row > row.row);
      return { grid: gridOf(sheet), columns, rows, date1904: workbook.date1904 };
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
    if (!cell || isEmpty(cell)) continue;
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
