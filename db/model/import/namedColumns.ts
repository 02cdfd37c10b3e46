import { keysOf } from '../terms.ts';
import { cellText, columnLetter, type RawRow, type RawSheet, type RawWorkbook } from './grid.ts';
import { gridOf } from './merges.ts';
import { compact } from './text.ts';

/** A table found in a workbook by the words of its header row. */
export interface SheetTable<Column extends string> {
  /** Numbers of the rows below the header, as Excel shows them. */
  readonly rows: readonly number[];
  has(column: Column): boolean;
  /** As a reader of the sheet would say it; merged areas answer for all their cells. */
  textAt(row: number, column: Column): string;
  /** `第7行“分值”（F列）` */
  placeOf(row: number, column: Column): string;
}

const HEADER_WITHIN = 15;

/** Half width, without units and remarks in brackets: `分值（分）` is 分值. */
const bare = (heading: string): string => compact(heading).replace(/[（(].*$/, '');

type Labels<Column extends string> = Readonly<Record<Column, string>>;
type Others<Column extends string> = Readonly<Partial<Record<Column, readonly string[]>>>;

function columnsIn<Column extends string>(
  row: RawRow,
  columns: readonly Column[],
  labels: Labels<Column>,
  others: Others<Column>,
): ReadonlyMap<Column, number> {
  const headings = row.cells.map((cell) => bare(cellText(cell, false)));
  const found = new Map<Column, number>();
  const take = (column: Column, names: readonly string[]): void => {
    const taken = new Set(found.values());
    const index = headings.findIndex((heading, at) => !taken.has(at) && names.includes(heading));
    if (index >= 0 && !found.has(column)) found.set(column, index);
  };
  // The template's own words go first: a stranger's word must not take their column away.
  for (const column of columns) take(column, [bare(labels[column])]);
  for (const column of columns) take(column, (others[column] ?? []).map(bare));
  return found;
}

function tableIn<Column extends string>(
  sheet: RawSheet,
  date1904: boolean,
  header: RawRow,
  at: ReadonlyMap<Column, number>,
  labels: Labels<Column>,
): SheetTable<Column> {
  const grid = gridOf(sheet);
  return {
    rows: sheet.rows.filter((one) => one.row > header.row && !one.hidden).map((one) => one.row),
    has: (column) => at.has(column),
    textAt: (row, column) => {
      const index = at.get(column);
      return index === undefined ? '' : cellText(grid.at(row, index), date1904);
    },
    placeOf: (row, column) => {
      const index = at.get(column);
      const letter = index === undefined ? '' : `（${columnLetter(index)}列）`;
      return `第${row}行“${labels[column]}”${letter}`;
    },
  };
}

/** The first table whose header row has the `sure` columns; other columns by any of their names. */
export function tableByHeadings<Column extends string>(
  { sheets, date1904 }: RawWorkbook,
  labels: Labels<Column>,
  others: Others<NoInfer<Column>>,
  sure: readonly NoInfer<Column>[],
): SheetTable<Column> | null {
  const columns = keysOf(labels);
  for (const sheet of sheets) {
    for (const row of sheet.rows.slice(0, HEADER_WITHIN)) {
      const at = columnsIn(row, columns, labels, others);
      if (sure.every((column) => at.has(column))) return tableIn(sheet, date1904, row, at, labels);
    }
  }
  return null;
}
