import type { SheetColumn, SheetValue, WorkbookDescription } from './workbook.ts';

/** More half-width characters than these on a line are too small to read on A4 across, scaled to one page. */
const LEGIBLE = 168;
/** Fewer leave an upright page half empty. */
const UPRIGHT = 93;
const NARROWEST = 8;
/** Names and sentences, narrower still, would stand upright. */
const NARROWEST_PROSE = 16;

/** Half-width characters a text takes. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < 0x250 ? 1 : 2), 0);

/** Excel does not grow rows of merged or wrapped cells by itself everywhere: their height is worked out from this. */
export const linesOf = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 1))), 0);

/** The width of a whole table. */
export const totalOf = (widths: readonly number[]): number => widths.reduce((sum, one) => sum + one, 0);

/** As a reader sees the value. */
export const shownAs = (value: SheetValue, kind: SheetColumn['kind']): string => {
  if (value === null) return '';
  if (typeof value === 'number' && kind === 'money')
    return value.toLocaleString('en-US', { minimumFractionDigits: 2 });
  return String(value);
};

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
}

function needsOf({ columns, rows }: WorkbookDescription, index: number): Needs {
  const column = columns[index];
  if (!column) return { whole: 0, unbroken: 0 };
  const texts = rows.slice(0, 2000).map((row) => shownAs(row[index] ?? null, column.kind));
  const total = column.isSummed ? [shownAs(sumOf(rows, index), column.kind)] : [];
  const cells = [...texts, ...total];
  const header = column.header.split('\n').map(widthOf);
  return {
    whole: Math.max(0, ...header, ...cells.map(widthOf)) + 2,
    unbroken: Math.max(0, ...cells.map(column.kind === 'text' ? longestWord : widthOf)) + 2,
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
      const { whole = 0, unbroken = 0 } = needs[index] ?? {};
      const floor = align === 'left' ? NARROWEST_PROSE : NARROWEST;
      return Math.min(maxWidth, Math.max(minWidth, Math.min(whole, Math.max(cap, floor, unbroken))));
    });
  let cap = Math.max(...description.columns.map(({ maxWidth }) => maxWidth));
  while (cap > NARROWEST && totalOf(atMost(cap)) > LEGIBLE) cap -= 1;
  return atMost(cap);
}

/** Whether a table of such columns goes across the page. */
export const isWide = (widths: readonly number[]): boolean => totalOf(widths) > UPRIGHT;
