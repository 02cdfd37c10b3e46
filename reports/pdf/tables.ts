import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { BORDER_WIDTH, CELL_PADDING, type PageLayout, textHeight, textWidth } from '../documents/layout.ts';
import type { Cell, Column, Form, Table } from '../documents/official.ts';
import { type PlacedCell, placeCells } from '../documents/placeCells.ts';
import type { Faces } from '../fonts/faces.ts';
import { widthOf } from './lines.ts';
import { heightOf, textNodes } from './typesetting.ts';

export interface Setting {
  readonly faces: Faces;
  readonly layout: PageLayout;
}

const grid = (paddingY: number): CustomTableLayout => ({
  hLineWidth: () => BORDER_WIDTH,
  vLineWidth: () => BORDER_WIDTH,
  paddingLeft: () => CELL_PADDING.x,
  paddingRight: () => CELL_PADDING.x,
  paddingTop: () => paddingY,
  paddingBottom: () => paddingY,
});
const TABLE_GRID = grid(CELL_PADDING.table);
const FORM_GRID = grid(CELL_PADDING.form);

/** Widths between the paddings that fill the page's width exactly. */
function innerWidths(columns: readonly Column[], layout: PageLayout): readonly number[] {
  const borders = (columns.length + 1) * BORDER_WIDTH + columns.length * 2 * CELL_PADDING.x;
  const weights = columns.reduce((sum, column) => sum + column.weight, 0);
  return columns.map((column) => ((textWidth(layout) - borders) * column.weight) / weights);
}

const spanWidth = (widths: readonly number[], { cell, column }: PlacedCell): number =>
  widths.slice(column, column + cell.columns).reduce((sum, width) => sum + width, 0) +
  (cell.columns - 1) * (2 * CELL_PADDING.x + BORDER_WIDTH);

function styleOf(
  placed: PlacedCell,
  columns: readonly Column[],
  widths: readonly number[],
  setting: Setting,
  isHeader: boolean,
) {
  const align = placed.cell.align ?? (isHeader ? 'center' : columns[placed.column]?.align) ?? 'left';
  return {
    faces: setting.faces,
    role: isHeader ? ('hei' as const) : ('body' as const),
    size: setting.layout.type.table,
    align,
    width: spanWidth(widths, placed),
    indent: 0,
  };
}

type CellStyle = ReturnType<typeof styleOf>;

const SMALLEST = 7;

/** A figure is never broken over two lines: it is set smaller until it fits. */
function fitted(text: string, style: CellStyle): CellStyle {
  if (!/^[\d,.-]+$/.test(text)) return style;
  const ratio = style.width / widthOf(text, { ...style, size: style.size.size });
  if (ratio >= 1) return style;
  return { ...style, size: { ...style.size, size: Math.max(SMALLEST, style.size.size * ratio * 0.99) } };
}

function cellNode(cell: Cell, cellStyle: CellStyle): TableCell {
  const style = fitted(cell.text, cellStyle);
  const foot = cell.foot.flatMap((line) => textNodes(line, { ...style, align: 'right' }));
  return {
    stack: [
      ...textNodes(cell.text, style),
      ...(cell.room > 0
        ? [{ text: ' ', fontSize: 1, lineHeight: cell.room * style.size.pitch, font: anyFont(style) }]
        : []),
      ...foot,
    ],
    colSpan: cell.columns,
    rowSpan: cell.rows,
    verticalAlignment: 'middle',
  };
}

const anyFont = (style: CellStyle): string => style.faces.chains[style.role][0]?.name ?? '';

function bodyRows(
  rows: readonly (readonly Cell[])[],
  columns: readonly Column[],
  setting: Setting,
  isHeader: boolean,
): { readonly nodes: TableCell[][]; readonly tallest: number } {
  const widths = innerWidths(columns, setting.layout);
  let tallest = 0;
  const nodes = placeCells(rows, columns.length).map((row) => {
    // pdfmake wants a place holder under every span.
    const full: TableCell[] = columns.map(() => ({}));
    for (const placed of row) {
      const style = styleOf(placed, columns, widths, setting, isHeader);
      full[placed.column] = cellNode(placed.cell, style);
      tallest = Math.max(tallest, heightOf(placed.cell.text, style));
    }
    return full;
  });
  return { nodes, tallest };
}

/** A list of records. Rows stay whole unless one is too tall for a page. */
export function tableNode(table: Table, setting: Setting): Content {
  const header = bodyRows(table.header, table.columns, setting, true);
  const rows = bodyRows(table.rows, table.columns, setting, false);
  const totals = bodyRows(table.totals, table.columns, setting, false);
  const fits = rows.tallest < textHeight(setting.layout) * 0.6;
  return {
    table: {
      headerRows: header.nodes.length,
      keepWithHeaderRows: fits ? 1 : 0,
      dontBreakRows: fits,
      widths: [...innerWidths(table.columns, setting.layout)],
      body: [...header.nodes, ...rows.nodes, ...totals.nodes],
    },
    layout: TABLE_GRID,
    margin: [0, 2, 0, 6],
  };
}

/** A grid to fill in or to sign. */
export function formNode(form: Form, setting: Setting): Content {
  const rows = bodyRows(form.rows, form.columns, setting, false);
  const fits = rows.tallest < textHeight(setting.layout) * 0.6;
  return {
    table: {
      dontBreakRows: fits,
      widths: [...innerWidths(form.columns, setting.layout)],
      body: rows.nodes,
    },
    layout: FORM_GRID,
    margin: [0, 2, 0, 6],
  };
}
