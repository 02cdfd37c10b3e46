import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import {
  BORDER_WIDTH,
  CELL_PADDING,
  isFigure,
  type PageLayout,
  type Size,
  textHeight,
  textWidth,
} from '../documents/layout.ts';
import type { Cell, Column, Form, Table } from '../documents/official.ts';
import { type PlacedCell, placeCells } from '../documents/placeCells.ts';
import type { Faces } from '../fonts/faces.ts';
import { widthOf } from './lines.ts';
import { textNodes } from './typesetting.ts';

export interface Setting {
  readonly faces: Faces;
  readonly layout: PageLayout;
}

/**
 * pdfmake leaves a line's leading below the type: half of it is taken from the bottom and given to the top, so that
 * the type stands in the middle of its cell.
 */
function gridOf(padding: number, { size, pitch }: Size): CustomTableLayout {
  const shift = Math.min(padding, (pitch - size) / 2);
  return {
    hLineWidth: () => BORDER_WIDTH,
    vLineWidth: () => BORDER_WIDTH,
    paddingLeft: () => CELL_PADDING.x,
    paddingRight: () => CELL_PADDING.x,
    paddingTop: () => padding + shift,
    paddingBottom: () => padding - shift,
  };
}

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

function fitted(text: string, style: CellStyle): CellStyle {
  if (!isFigure(text)) return style;
  const ratio = style.width / widthOf(text, { ...style, size: style.size.size });
  if (ratio >= 1) return style;
  return { ...style, size: { ...style.size, size: Math.max(SMALLEST, style.size.size * ratio * 0.99) } };
}

interface SetCell {
  readonly placed: PlacedCell;
  readonly stack: Content[];
  /** Of the text alone, in points. */
  readonly height: number;
}

function setCell(placed: PlacedCell, cellStyle: CellStyle): SetCell {
  const { cell } = placed;
  const style = fitted(cell.text, cellStyle);
  const { pitch } = style.size;
  const text = textNodes(cell.text, style);
  const foot = cell.foot.flatMap((line) => textNodes(line, { ...style, align: 'right' }));
  const room = { text: ' ', fontSize: 1, lineHeight: cell.room * pitch, font: anyFont(style) };
  return {
    placed,
    stack: [...text, ...(cell.room > 0 ? [room] : []), ...foot],
    height: (text.length + cell.room + foot.length) * pitch,
  };
}

const anyFont = (style: CellStyle): string => style.faces.chains[style.role][0]?.name ?? '';

interface SetRow {
  readonly nodes: TableCell[];
  readonly height: number;
}

interface RowsSetting extends Setting {
  readonly columns: readonly Column[];
  readonly isHeader: boolean;
  readonly padding: number;
  /** pdfmake moves aligned text by a shift that it takes back at the row's end: on another page it goes wrong. */
  readonly mayBreak?: boolean;
  /** The first cell of a row is marked, to be found again on its page: a row is no node of its own. */
  readonly marked?: { readonly row: number; readonly as: string } | undefined;
}

function setRows(rows: readonly (readonly Cell[])[], setting: RowsSetting): readonly SetRow[] {
  const { columns, layout, isHeader, padding, marked, mayBreak = false } = setting;
  const widths = innerWidths(columns, layout);
  const set = placeCells(rows, columns.length).map((row) =>
    row.map((placed) => setCell(placed, styleOf(placed, columns, widths, setting, isHeader))),
  );
  const frame = 2 * padding + BORDER_WIDTH;
  const heights = set.map(
    (row) => Math.max(...row.map(({ height, placed }) => height / placed.cell.rows)) + frame,
  );
  return set.map((row, index) => {
    // pdfmake wants a place holder under every span.
    const nodes: TableCell[] = columns.map(() => ({}));
    for (const { placed, stack, height } of row) {
      const { rows: span, columns: colSpan } = placed.cell;
      const room = heights.slice(index, index + span).reduce((sum, one) => sum + one, -frame) - height;
      nodes[placed.column] = {
        stack,
        colSpan,
        rowSpan: span,
        ...(marked?.row === index && placed.column === 0 ? { style: marked.as } : {}),
        // In the rows of a header pdfmake sets what spans several too low.
        ...(span > 1 ? { marginTop: Math.max(0, room / 2) } : mayBreak ? {} : MIDDLE),
      };
    }
    return { nodes, height: heights[index] ?? 0 };
  });
}

const MIDDLE = { verticalAlignment: 'middle' } as const;

export interface SetTable {
  readonly node: Content;
  /** Of what must stand on the page where the table begins: header rows and the first row. */
  readonly leadHeight: number;
  /** Of all of it, with the room below. */
  readonly height: number;
}

const heightOf = (rows: readonly SetRow[]): number => rows.reduce((sum, row) => sum + row.height, 0);

/** Below a table in a text about as much room as between two of its lines; forms lie closer. */
const marginOf = ({ type }: PageLayout): [number, number, number, number] => [
  0,
  2,
  0,
  Math.max(6, (type.body.pitch - type.body.size) * 0.75),
];

const roomAround = (layout: PageLayout): number => BORDER_WIDTH + marginOf(layout)[1] + marginOf(layout)[3];

/** Rows stay whole unless one is too tall for a page: then they may break, or pdfmake would lose the rest. */
const rowsFit = (rows: readonly SetRow[], header: readonly SetRow[], layout: PageLayout): boolean =>
  Math.max(0, ...rows.map((row) => row.height)) + heightOf(header) < textHeight(layout) * 0.9;

/** A list of records. `lastRowMark` marks its last record, to be found again on its page. */
export function tableNode(table: Table, setting: Setting, lastRowMark?: string): SetTable {
  const { columns } = table;
  const { layout } = setting;
  const padding = CELL_PADDING.table;
  const header = setRows(table.header, { ...setting, columns, isHeader: true, padding });
  const marked = lastRowMark === undefined ? undefined : { row: table.rows.length - 1, as: lastRowMark };
  const ofRows: RowsSetting = { ...setting, columns, isHeader: false, padding, marked };
  const whole = setRows([...table.rows, ...table.totals], ofRows);
  const fits = rowsFit(whole, header, layout);
  const rows = fits ? whole : setRows([...table.rows, ...table.totals], { ...ofRows, mayBreak: true });
  return {
    node: {
      table: {
        headerRows: header.length,
        keepWithHeaderRows: fits ? 1 : 0,
        dontBreakRows: fits,
        widths: [...innerWidths(columns, layout)],
        body: [...header, ...rows].map((row) => row.nodes),
      },
      layout: gridOf(padding, layout.type.table),
      margin: marginOf(layout),
    },
    leadHeight: heightOf(header) + (fits ? heightOf(rows.slice(0, 1)) : 3 * layout.type.table.pitch),
    height: heightOf([...header, ...rows]) + roomAround(layout),
  };
}

/** A grid to fill in or to sign. */
export function formNode(form: Form, setting: Setting): SetTable {
  const { columns } = form;
  const { layout } = setting;
  const ofRows: RowsSetting = { ...setting, columns, isHeader: false, padding: CELL_PADDING.form };
  const whole = setRows(form.rows, ofRows);
  const fits = rowsFit(whole, [], layout);
  const rows = fits ? whole : setRows(form.rows, { ...ofRows, mayBreak: true });
  return {
    node: {
      table: {
        dontBreakRows: fits,
        widths: [...innerWidths(columns, layout)],
        body: rows.map((row) => row.nodes),
      },
      layout: gridOf(CELL_PADDING.form, layout.type.table),
      margin: marginOf(layout),
    },
    leadHeight: heightOf(rows.slice(0, 1)),
    height: heightOf(rows) + roomAround(layout),
  };
}
