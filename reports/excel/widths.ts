import { columnIn, shownAs } from './cells.ts';
import { type Orientation, roomFor } from './pages.ts';
import type { WorkbookDescription } from './workbook.ts';

/** More half-width characters than these on a line are too small to read on A4 across, scaled to one page. */
const LEGIBLE = 168;
/** So many still stand on an upright page, drawn a little smaller. */
const UPRIGHT = 100;
const NARROWEST = 8;
/** Names and sentences, narrower still, would stand upright. */
const NARROWEST_PROSE = 18;
/** A line of a heading up to this is not broken. */
const SHORT_HEADING = 12;
/** A column is not stretched by more than this to fill the page. */
const MOST_SPARE = 16;
/** Of one cell: some 400 points, the highest row Excel has. */
const MOST_LINES = 23;

/** Half-width characters a text takes. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < 0x250 ? 1 : 2), 0);

/** A column's width is counted in digits of Calibri; those of 仿宋 and 宋体 are a little wider. */
const SHARE = 0.95;
const PIECES = /[\x21-\x7e]+|./gsu;
const CLOSING = /^[，。、；：！？）》”’]/;

/** Lines of one paragraph: words and numbers stay whole where they can, closing marks never begin a line. */
function linesOfParagraph(text: string, room: number): number {
  if (widthOf(text) <= room) return 1;
  let lines = 1;
  let used = 0;
  let before = 0;
  for (const [piece] of text.matchAll(PIECES)) {
    const width = widthOf(piece);
    if (used + width <= room) {
      used += width;
    } else {
      lines += Math.max(1, Math.ceil(width / room) - (used === 0 ? 1 : 0));
      used = CLOSING.test(piece) ? before + width : ((width - 1) % room) + 1;
    }
    before = width;
  }
  return lines;
}

/** Lines of a text in a column so wide: row heights are worked out from this. */
export const linesOf = (text: string, width: number): number => {
  const room = Math.max(2, Math.floor(width * SHARE));
  return text.split('\n').reduce((sum, line) => sum + linesOfParagraph(line, room), 0);
};

/** The width of a whole table. */
export const totalOf = (widths: readonly number[]): number => widths.reduce((sum, one) => sum + one, 0);

export const sumOf = (rows: WorkbookDescription['rows'], index: number): number =>
  Math.round(rows.reduce((sum, row) => sum + (Number(row[index] ?? 0) || 0), 0) * 100) / 100;

/** What cannot be broken: numbers, dates, codes. */
const longestWord = (text: string): number =>
  Math.max(0, ...text.split(/[^\x21-\x7e]+/).map((one) => one.length));

interface Needs {
  /** The longest text on one line. */
  readonly whole: number;
  /** The longest piece of it that must not be broken. */
  readonly unbroken: number;
  /** The width that the longest text needs so as not to be cut off below: Excel's rows have a greatest height. */
  readonly tall: number;
}

function needsOf({ columns, rows }: WorkbookDescription, index: number): Needs {
  const column = columns[index];
  if (!column) return { whole: 0, unbroken: 0, tall: 0 };
  const texts = rows.slice(0, 2000).map((row) => shownAs(row[index] ?? null, columnIn(column, row)));
  const total = column.isSummed ? [shownAs(sumOf(rows, index), column)] : [];
  const cells = [...texts, ...total];
  const header = column.header.split('\n').map(widthOf);
  const heading = Math.max(0, ...header.filter((width) => width <= SHORT_HEADING));
  const longest = Math.max(0, ...cells.map(widthOf));
  const around = column.align === 'right' ? 3 : 2;
  return {
    whole: Math.max(longest, ...header) + around,
    unbroken: Math.max(heading, ...cells.map(column.kind === 'text' ? longestWord : widthOf)) + around,
    tall: Math.ceil(longest / MOST_LINES),
  };
}

/**
 * Widths from the content and the header. Where they come to more than a page can show legibly, the widest columns
 * are narrowed, one character at a time, and their texts wrap; numbers and dates stay whole.
 */
export function widthsOf(description: WorkbookDescription): readonly number[] {
  const needs = description.columns.map((_, index) => needsOf(description, index));
  const atMost = (cap: number): readonly number[] =>
    description.columns.map(({ minWidth, maxWidth, align }, index) => {
      const { whole = 0, unbroken = 0, tall = 0 } = needs[index] ?? {};
      const floor = align === 'left' ? NARROWEST_PROSE : NARROWEST;
      const width = Math.min(maxWidth, Math.max(minWidth, Math.min(whole, Math.max(cap, floor, unbroken))));
      return Math.max(width, tall);
    });
  let cap = Math.max(...description.columns.map(({ maxWidth }) => maxWidth));
  while (cap > NARROWEST && totalOf(atMost(cap)) > LEGIBLE) cap -= 1;
  return filled(description, atMost(cap));
}

/** A table of more columns than an upright page shows goes across it. */
export const orientationOf = (widths: readonly number[]): Orientation =>
  totalOf(widths) > UPRIGHT ? 'landscape' : 'portrait';

/** What is left of the page's width goes to the columns of prose, the remarks among them. */
function filled({ columns }: WorkbookDescription, widths: readonly number[]): readonly number[] {
  const isProse = columns.map(({ kind, align }) => kind === 'text' && align === 'left');
  const spare = Math.floor(roomFor(columns.length, orientationOf(widths)) - totalOf(widths));
  const each = Math.min(MOST_SPARE, Math.floor(spare / Math.max(1, isProse.filter(Boolean).length)));
  return each <= 0 ? widths : widths.map((width, index) => (isProse[index] ? width + each : width));
}
