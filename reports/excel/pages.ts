import { ROWS_ALONG } from '../documents/closing.ts';

/** How a table lies on A4: what a page holds, and where the last page must begin. */
export const MARGINS = { left: 0.6, right: 0.5, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.4 } as const;

const POINTS_PER_INCH = 72;
const POINTS_PER_PIXEL = 0.75;
const A4 = { portrait: { width: 595, height: 842 }, landscape: { width: 842, height: 595 } } as const;

export type Orientation = keyof typeof A4;

const printedWidth = (orientation: Orientation): number =>
  A4[orientation].width - (MARGINS.left + MARGINS.right) * POINTS_PER_INCH;
const printedHeight = (orientation: Orientation): number =>
  A4[orientation].height - (MARGINS.top + MARGINS.bottom) * POINTS_PER_INCH;

/** Excel draws a column of so many characters: seven pixels each, and five around them. */
const pixelsOf = (characters: number): number => Math.trunc(7 * characters + 5);
const pointsOf = (widths: readonly number[]): number =>
  widths.reduce((sum, one) => sum + pixelsOf(one), 0) * POINTS_PER_PIXEL;

/** Characters that so many columns share on a page at full size. */
export const roomFor = (columns: number, orientation: Orientation): number =>
  (printedWidth(orientation) / POINTS_PER_PIXEL - 5 * columns) / 7;

/** Height of a page in the sheet's own points, which are drawn smaller where the table is wider than the page. */
const pageHeight = (widths: readonly number[], orientation: Orientation): number =>
  printedHeight(orientation) * Math.max(1, pointsOf(widths) / printedWidth(orientation));

/** How much more or less a page may hold elsewhere: printers differ, and where Calibri is missing columns are wider. */
const DRIFTS = [0.94, 0.97, 1, 1.03, 1.06, 1.28] as const;
/** A table this much higher than one page is drawn smaller, to stand on one. */
const SQUEEZED = 1.12;

/** Which row each page begins with. */
function pageStarts(heights: readonly number[], room: number): readonly number[] {
  const starts = [0];
  let used = 0;
  heights.forEach((height, index) => {
    if (used > 0 && used + height > room) {
      starts.push(index);
      used = 0;
    }
    used += height;
  });
  return starts;
}

const sumOf = (heights: readonly number[]): number => heights.reduce((sum, one) => sum + one, 0);

export interface PagedTable {
  readonly widths: readonly number[];
  readonly orientation: Orientation;
  /** Heights in points: of what stands on every page, of each row, of what must not stand alone below them. */
  readonly head: number;
  readonly rows: readonly number[];
  readonly tail: number;
}

/** The rows a last page may begin with: enough of them to stand above the totals, no more than fit. */
function fittingStarts(rows: readonly number[], room: number): readonly number[] {
  const starts: number[] = [];
  let height = 0;
  for (let first = rows.length - 1; first > 0; first--) {
    height += rows[first] ?? 0;
    if (height > room) break;
    if (rows.length - first >= ROWS_ALONG) starts.push(first);
  }
  return starts;
}

/** How the pages of a table are divided; `firstRow` (counted from 0) has to begin the last one. */
export type Paging =
  | { readonly kind: 'flowing' }
  | { readonly kind: 'onePage' }
  | { readonly kind: 'lastPage'; readonly firstRow: number };

/** No page of a flow that goes on at `first` is left with a single row before it. */
const leavesEnough = (first: number, starts: readonly number[]): boolean => {
  const left = first - Math.max(...starts.filter((one) => one <= first));
  return left === 0 || left >= ROWS_ALONG;
};

/**
 * Divides a table so that 合计, notes and signatures do not stand on the last page alone, whatever program prints it: a
 * little more than a page is made one page, and of several pages the last begins where it would by itself.
 */
export function pagingOf({ widths, orientation, head, rows, tail }: PagedTable): Paging {
  const page = pageHeight(widths, orientation);
  const whole = head + sumOf(rows) + tail;
  if (whole <= page * DRIFTS[0]) return { kind: 'flowing' };
  if (whole <= page * SQUEEZED) return { kind: 'onePage' };
  const flows = DRIFTS.map((drift) => pageStarts([...rows, tail], page * drift - head));
  const natural = pageStarts([...rows, tail], page - head).at(-1) ?? 0;
  const [firstRow] = fittingStarts(rows, page * DRIFTS[0] - head - tail)
    .map((first) => ({ first, lonely: flows.filter((starts) => !leavesEnough(first, starts)).length }))
    .sort((a, b) => a.lonely - b.lonely || Math.abs(a.first - natural) - Math.abs(b.first - natural))
    .map(({ first }) => first);
  return firstRow === undefined ? { kind: 'flowing' } : { kind: 'lastPage', firstRow };
}
