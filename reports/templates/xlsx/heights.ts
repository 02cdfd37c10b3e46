import { linesOf } from '../../excel/widths.ts';
import { childNamed, childrenNamed, withAttributes, type XmlElement } from '../xml.ts';
import { columnNumber, parseRef } from './refs.ts';

/** How a cell format sets its text: Excel does not grow a row whose height is fixed, so it is worked out here. */
export interface CellFormat {
  readonly wraps: boolean;
  /** Points */
  readonly size: number;
}

/** Formats by the number cells name them with (`s`). */
export function cellFormats(styles: XmlElement | undefined): readonly CellFormat[] {
  if (!styles) return [];
  const fonts = childNamed(styles, 'fonts');
  const sizes = (fonts ? childrenNamed(fonts, 'font') : []).map((font) =>
    Number(childNamed(font, 'sz')?.attributes.val ?? 11),
  );
  const formats = childNamed(styles, 'cellXfs');
  return (formats ? childrenNamed(formats, 'xf') : []).map((format) => ({
    wraps: ['1', 'true'].includes(childNamed(format, 'alignment')?.attributes.wrapText ?? ''),
    size: sizes[Number(format.attributes.fontId ?? 0)] ?? 11,
  }));
}

const DEFAULT_WIDTH = 8.43;

/** Widths of the columns in characters, by number. */
export function columnWidths(sheet: XmlElement): (column: number) => number {
  const columns = childNamed(sheet, 'cols');
  const ranges = (columns ? childrenNamed(columns, 'col') : []).map(({ attributes }) => ({
    from: Number(attributes.min),
    to: Number(attributes.max),
    width: Number(attributes.width ?? DEFAULT_WIDTH),
  }));
  return (column) => ranges.find(({ from, to }) => from <= column && column <= to)?.width ?? DEFAULT_WIDTH;
}

interface SheetMeasures {
  readonly formats: readonly CellFormat[];
  readonly width: (column: number) => number;
  /** Merged ranges within the row, by the address of their first cell. */
  readonly merged: ReadonlyMap<string, number>;
}

/** Excel's own type of 11 points is one character of width; larger type takes more. */
const STANDARD_SIZE = 11;
const LINE = 1.3;
const MARGIN = 8;

/** The row as high as its longest text needs; never lower than the template's. */
export function withHeight(
  row: XmlElement,
  { formats, width, merged }: SheetMeasures,
  textOf: (cell: XmlElement) => string,
): XmlElement {
  const needed = childrenNamed(row, 'c').map((cell) => {
    const format = formats[Number(cell.attributes.s ?? 0)];
    const column = columnNumber(parseRef(cell.attributes.r ?? '')?.column ?? 'A');
    if (!format?.wraps) return 0;
    const span = merged.get(parseRef(cell.attributes.r ?? '')?.column ?? '') ?? 1;
    const room = Array.from({ length: span }, (_, index) => width(column + index)).reduce(
      (sum, one) => sum + one,
      0,
    );
    const lines = linesOf(textOf(cell), (room * STANDARD_SIZE) / format.size);
    return lines < 2 ? 0 : MARGIN + lines * format.size * LINE;
  });
  const tallest = Math.max(0, ...needed);
  if (tallest <= Number(row.attributes.ht ?? 15)) return row;
  return withAttributes(row, { ht: tallest.toFixed(1), customHeight: '1' });
}
