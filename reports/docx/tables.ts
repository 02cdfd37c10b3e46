import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  Table as WordTable,
} from 'docx';
import { ROWS_ALONG } from '../documents/closing.ts';
import {
  BORDER_WIDTH,
  CELL_PADDING,
  isFigure,
  type PageLayout,
  type Size,
  textHeight,
  textWidth,
} from '../documents/layout.ts';
import type { Align, Cell, Column, Form, Table } from '../documents/official.ts';
import { type PlacedCell, placeCells } from '../documents/placeCells.ts';
import { emsOf } from '../documents/titleLines.ts';
import { twips } from './styles.ts';

const ALIGNMENTS: Readonly<Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};

const BORDER = { style: BorderStyle.SINGLE, size: BORDER_WIDTH * 8, color: '000000' };
const BORDERS = {
  top: BORDER,
  bottom: BORDER,
  left: BORDER,
  right: BORDER,
  insideHorizontal: BORDER,
  insideVertical: BORDER,
};

/** As in the PDF, weights share what is left between the paddings: a narrow column holds the same text in both. */
function columnWidths(columns: readonly Column[], layout: PageLayout): number[] {
  const weights = columns.reduce((sum, column) => sum + column.weight, 0);
  const padding = 2 * CELL_PADDING.x;
  const shared = textWidth(layout) - columns.length * padding;
  return columns.map((column) => twips((shared * column.weight) / weights + padding));
}

interface CellSetting {
  readonly align: Align;
  readonly isHeader: boolean;
  readonly keepNext: boolean;
  readonly layout: PageLayout;
  /** Of the cell's text, in points. */
  readonly width: number;
}

/** Word lets spaces hang over the right edge: room to write behind a colon becomes an indent. */
export function flushRight(text: string, { size }: Size) {
  const shown = text.replace(/　+$/, '');
  return {
    text: shown,
    alignment: AlignmentType.RIGHT,
    indent: { right: twips((text.length - shown.length) * size) },
  };
}

const spanWidth = (widths: readonly number[], cell: Cell, column: number): number =>
  widths.slice(column, column + cell.columns).reduce((sum, one) => sum + one, 0);

const SMALLEST_HALF_POINTS = 14;

/** As in the PDF, as far as Word's faces can be guessed. */
function fittedSize(text: string, width: number, { size }: Size): { readonly size?: number } {
  const ratio = width / (emsOf(text) * size);
  if (ratio >= 1 || !isFigure(text)) return {};
  return { size: Math.max(SMALLEST_HALF_POINTS, Math.floor(2 * size * ratio)) };
}

function cellParagraphs(cell: Cell, { align, isHeader, keepNext, layout, width }: CellSetting): Paragraph[] {
  const style = isHeader ? 'TableHead' : 'TableText';
  const room = twips(cell.room * layout.type.table.pitch);
  const lines = cell.text.split(/\r?\n/).map(
    (text, index, all) =>
      new Paragraph({
        style,
        children: [new TextRun({ text, ...fittedSize(text, width, layout.type.table) })],
        keepNext,
        alignment: ALIGNMENTS[align],
        ...(index === all.length - 1 && room > 0 ? { spacing: { after: room } } : {}),
      }),
  );
  const foot = cell.foot.map(
    (text) => new Paragraph({ style, keepNext, ...flushRight(text, layout.type.table) }),
  );
  return [...lines, ...foot];
}

interface RowsSetting {
  readonly columns: readonly Column[];
  readonly layout: PageLayout;
  readonly isHeader: boolean;
  readonly keepNext: boolean;
}

/** About how much of a page's height a cell takes. */
function shareOfPage({ text, room, foot, rows }: Cell, width: number, layout: PageLayout): number {
  const { size, pitch } = layout.type.table;
  const lines = text
    .split(/\r?\n/)
    .map((line) => Math.max(1, Math.ceil((emsOf(line) * size) / width)))
    .reduce((sum, one) => sum + one, 0);
  return ((lines + room + foot.length) * pitch) / rows / textHeight(layout);
}

/** Rows stay whole up to this share of a page: of a higher one that may not break, lines are lost between pages. */
const MOST_OF_PAGE = 0.85;

function wordRows(rows: readonly (readonly Cell[])[], setting: RowsSetting): TableRow[] {
  const { columns, layout, isHeader, keepNext } = setting;
  const widths = columnWidths(columns, layout);
  const widthOf = ({ cell, column }: PlacedCell): number =>
    spanWidth(widths, cell, column) / 20 - 2 * CELL_PADDING.x;
  return placeCells(rows, columns.length).map(
    (row) =>
      new TableRow({
        cantSplit: row.every((one) => shareOfPage(one.cell, widthOf(one), layout) < MOST_OF_PAGE),
        ...(isHeader ? { tableHeader: true } : {}),
        height: { value: twips(layout.type.table.pitch), rule: HeightRule.ATLEAST },
        children: row.map((placed) => {
          const { cell, column } = placed;
          const align = cell.align ?? (isHeader ? 'center' : columns[column]?.align) ?? 'left';
          return new TableCell({
            children: cellParagraphs(cell, { align, isHeader, keepNext, layout, width: widthOf(placed) }),
            columnSpan: cell.columns,
            rowSpan: cell.rows,
            verticalAlign: VerticalAlignTable.CENTER,
          });
        }),
      }),
  );
}

function wordTable(
  rows: TableRow[],
  columns: readonly Column[],
  layout: PageLayout,
  paddingY: number,
): WordTable {
  return new WordTable({
    rows,
    columnWidths: columnWidths(columns, layout),
    width: { size: twips(textWidth(layout)), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: {
      marginUnitType: WidthType.DXA,
      left: twips(CELL_PADDING.x),
      right: twips(CELL_PADDING.x),
      top: twips(paddingY),
      bottom: twips(paddingY),
    },
  });
}

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/**
 * What closes a list stands in a last row without lines: LibreOffice keeps rows with rows wherever a table breaks, but
 * the end of a table that has broken twice with nothing after it. Word does as well either way.
 */
function closingRow(closing: readonly (Paragraph | WordTable)[], columns: readonly Column[]): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        children: [...closing],
        columnSpan: columns.length,
        borders: { left: NO_BORDER, right: NO_BORDER, bottom: NO_BORDER },
        margins: { marginUnitType: WidthType.DXA, left: 0, right: 0, top: 120, bottom: 0 },
      }),
    ],
  });
}

/** A list: its header rows repeat on every page. `closing` are the signatures and the like that it ends with. */
export function listTable(
  table: Table,
  layout: PageLayout,
  keepNext: boolean,
  closing: readonly (Paragraph | WordTable)[] = [],
): WordTable {
  const { columns } = table;
  const body = [...table.rows, ...table.totals];
  const along = closing.length > 0 ? table.totals.length + ROWS_ALONG : 0;
  const kept = keepNext ? body.length : along;
  const cut = Math.max(0, body.length - kept);
  const setting = { columns, layout, isHeader: false };
  const rows = [
    ...wordRows(table.header, { columns, layout, isHeader: true, keepNext: true }),
    ...wordRows(body.slice(0, cut), { ...setting, keepNext: false }),
    ...wordRows(body.slice(cut), { ...setting, keepNext: true }),
    ...(closing.length > 0 ? [closingRow(closing, columns)] : []),
  ];
  return wordTable(rows, columns, layout, CELL_PADDING.table);
}

export function formTable(form: Form, layout: PageLayout, keepNext: boolean): WordTable {
  const { columns } = form;
  const rows = wordRows(form.rows, { columns, layout, isHeader: false, keepNext });
  return wordTable(rows, columns, layout, CELL_PADDING.form);
}
