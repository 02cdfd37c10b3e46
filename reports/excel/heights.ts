import { columnIn, shownAs } from './cells.ts';
import type { PagedTable } from './pages.ts';
import { linesOf, orientationOf, totalOf } from './widths.ts';
import type { SheetValue, WorkbookDescription } from './workbook.ts';

/** Heights in points. Not every program grows rows by itself, merged cells in none: they follow from the texts. */
export const TITLE_SIZE = 18;
const BODY_SIZE = 11;
/** Of a line of body text, in the highest of the faces that may step in for 仿宋. */
export const LINE = 16;
/** Excel's limit. */
const HIGHEST = 409;

const upTo = (height: number): number => Math.min(HIGHEST, height);

export const titleHeight = (title: string, widths: readonly number[]): number =>
  upTo(10 + 26 * linesOf(title, (totalOf(widths) * BODY_SIZE) / TITLE_SIZE));

/** Left and right share the width by halves. */
export function captionHeight({ caption }: WorkbookDescription, widths: readonly number[]): number {
  const half = Math.ceil(widths.length / 2);
  const lines = [
    linesOf(caption.left, totalOf(widths.slice(0, half))),
    linesOf(caption.right, totalOf(widths.slice(half))),
  ];
  return upTo(5 + LINE * Math.max(...lines));
}

export const headerHeight = ({ columns }: WorkbookDescription, widths: readonly number[]): number =>
  upTo(8 + LINE * Math.max(...columns.map(({ header }, index) => linesOf(header, widths[index] ?? 10))));

export function rowHeight(
  { columns, bodyRowHeight }: WorkbookDescription,
  row: readonly SheetValue[],
  widths: readonly number[],
): number {
  if (bodyRowHeight !== undefined) return bodyRowHeight;
  const lines = columns.map((column, index) =>
    linesOf(shownAs(row[index] ?? null, columnIn(column, row)), widths[index] ?? 10),
  );
  return upTo(6 + LINE * Math.max(...lines));
}

export const TOTAL_HEIGHT = 22;

export const noteHeight = (note: string, widths: readonly number[]): number =>
  upTo(5 + LINE * linesOf(note, totalOf(widths)));

export const hasTotals = ({ columns }: WorkbookDescription): boolean =>
  columns.some(({ isSummed }) => isSummed);

/** A page may end between the pieces of a note longer than this. */
const NOTE_LINES = 10;

/** The notes, one a row; a long one in pieces that end with a name or a clause. */
export const noteRows = ({ notes }: WorkbookDescription, widths: readonly number[]): readonly string[] =>
  notes.flatMap((note) => {
    const pieces = [''];
    for (const clause of note.split(/(?<=[、，；。\n])/)) {
      const longer = (pieces.at(-1) ?? '') + clause;
      if (linesOf(longer, totalOf(widths)) <= NOTE_LINES) pieces[pieces.length - 1] = longer;
      else pieces.push(clause);
    }
    return pieces;
  });

/** What stands below the rows and belongs to them: 合计, and notes up to this height. */
const TAIL = 200;

/** The table's heights, for dividing it into pages. */
export function pagedTable(description: WorkbookDescription, widths: readonly number[]): PagedTable {
  const notes = noteRows(description, widths).map((note) => noteHeight(note, widths));
  const whole = notes.reduce((sum, one) => sum + one, hasTotals(description) ? TOTAL_HEIGHT : 0);
  return {
    widths,
    orientation: orientationOf(widths),
    head:
      titleHeight(description.title, widths) +
      captionHeight(description, widths) +
      headerHeight(description, widths),
    rows: description.rows.map((row) => rowHeight(description, row, widths)),
    tail: Math.min(TAIL, whole),
  };
}
