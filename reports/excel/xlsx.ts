import type ExcelJS from 'exceljs';
import { type FontOfRare, fontOfRare } from '../fonts/rareRuns.ts';
import { steadyZip } from '../steadyZip.ts';
import { loadExcel, printAreaOf } from './library.ts';
import { nameRareFaces } from './rareFaces.ts';
import { isWide, linesOf, shownAs, sumOf, totalOf, widthsOf } from './widths.ts';
import type { SheetColumn, WorkbookDescription } from './workbook.ts';

const FACE = { title: '方正小标宋简体', head: '黑体', body: '仿宋' } as const;
const THIN = { style: 'thin' } as const;
const GRID: Partial<ExcelJS.Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };

const NUMBER_FORMATS: Readonly<Record<SheetColumn['kind'], string>> = {
  // Text: a 15-digit certificate number must not become 2.2E+17.
  text: '@',
  count: '0',
  money: '#,##0.00',
  // `0.##` would show 42 as «42.» in Excel.
  area: 'General',
};

const TITLE_SIZE = 18;
const TITLE_ROW = 1;
const CAPTION_ROW = 2;
const HEADER_ROW = 3;
const FIRST_ROW = 4;

function writeHead(
  sheet: ExcelJS.Worksheet,
  description: WorkbookDescription,
  widths: readonly number[],
): void {
  const last = description.columns.length;
  sheet.mergeCells(TITLE_ROW, 1, TITLE_ROW, last);
  const title = sheet.getCell(TITLE_ROW, 1);
  title.value = description.title;
  title.font = { name: FACE.title, size: TITLE_SIZE };
  title.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  const width = totalOf(widths);
  sheet.getRow(TITLE_ROW).height = 10 + 26 * linesOf(description.title, (width * 11) / TITLE_SIZE);
  const half = Math.ceil(last / 2);
  sheet.mergeCells(CAPTION_ROW, 1, CAPTION_ROW, half);
  sheet.mergeCells(CAPTION_ROW, half + 1, CAPTION_ROW, last);
  writeCaption(sheet.getCell(CAPTION_ROW, 1), description.caption.left, 'left');
  writeCaption(sheet.getCell(CAPTION_ROW, half + 1), description.caption.right, 'right');
  const lines = [
    linesOf(description.caption.left, totalOf(widths.slice(0, half))),
    linesOf(description.caption.right, totalOf(widths.slice(half))),
  ];
  sheet.getRow(CAPTION_ROW).height = 5 + 15 * Math.max(...lines);
  const tallest = Math.max(
    ...description.columns.map((column, index) => linesOf(column.header, widths[index] ?? 10)),
  );
  sheet.getRow(HEADER_ROW).height = 8 + 15 * tallest;
  description.columns.forEach((column, index) => {
    const cell = sheet.getCell(HEADER_ROW, index + 1);
    cell.value = column.header;
    cell.font = { name: FACE.head, size: 11 };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = GRID;
  });
}

function writeCaption(cell: ExcelJS.Cell, text: string, horizontal: 'left' | 'right'): void {
  cell.value = text;
  cell.font = { name: FACE.body, size: 11 };
  cell.alignment = { horizontal, vertical: 'middle', wrapText: true };
}

function styleBodyCell(cell: ExcelJS.Cell, column: SheetColumn): void {
  cell.font = { name: FACE.body, size: 11 };
  cell.alignment = { horizontal: column.align, vertical: 'middle', wrapText: true };
  cell.border = GRID;
  cell.numFmt = NUMBER_FORMATS[column.kind];
}

function writeRows(
  sheet: ExcelJS.Worksheet,
  { columns, rows, bodyRowHeight }: WorkbookDescription,
  widths: readonly number[],
): void {
  rows.forEach((values, rowIndex) => {
    const row = sheet.getRow(FIRST_ROW + rowIndex);
    const lines = columns.map((column, index) =>
      linesOf(shownAs(values[index] ?? null, column.kind), widths[index] ?? 10),
    );
    row.height = bodyRowHeight ?? 8 + 14 * Math.max(...lines);
    columns.forEach((column, index) => {
      const cell = row.getCell(index + 1);
      cell.value = values[index] ?? null;
      styleBodyCell(cell, column);
    });
  });
}

/** 合计 as formulas, with the values the program worked out, so that a viewer that does not calculate shows them. */
function writeTotals(sheet: ExcelJS.Worksheet, description: WorkbookDescription): void {
  const { columns, rows, counted = '家', totalLabel } = description;
  if (!columns.some((column) => column.isSummed)) return;
  const rowNumber = FIRST_ROW + rows.length;
  const row = sheet.getRow(rowNumber);
  row.height = 22;
  columns.forEach((column, index) => {
    const cell = row.getCell(index + 1);
    styleBodyCell(cell, column);
    if (!column.isSummed) return;
    const letter = sheet.getColumn(index + 1).letter;
    const sum = sumOf(rows, index);
    const formula = `SUM(${letter}${FIRST_ROW}:${letter}${rowNumber - 1})`;
    // Without a line above there is nothing to add up but the cell itself.
    cell.value = rows.length === 0 ? sum : { formula, result: sum };
  });
  const firstSum = columns.findIndex((column) => column.isSummed);
  if (firstSum > 1) sheet.mergeCells(rowNumber, 1, rowNumber, firstSum);
  const label = row.getCell(1);
  label.numFmt = '@';
  label.value = totalLabel ?? `合计（${rows.length}${counted}）`;
  label.alignment = { horizontal: 'center', vertical: 'middle' };
}

/** Notes below the table; gives the last row used. */
function writeNotes(
  sheet: ExcelJS.Worksheet,
  { columns, rows, notes }: WorkbookDescription,
  widths: readonly number[],
): number {
  const width = totalOf(widths);
  const hasTotals = columns.some((column) => column.isSummed);
  const first = FIRST_ROW + rows.length + (hasTotals ? 1 : 0);
  notes.forEach((text, index) => {
    sheet.mergeCells(first + index, 1, first + index, columns.length);
    const cell = sheet.getCell(first + index, 1);
    cell.value = text;
    cell.font = { name: FACE.body, size: 11 };
    cell.alignment = { horizontal: 'left', vertical: 'middle', wrapText: true };
    sheet.getRow(first + index).height = 5 + 15 * linesOf(text, width);
  });
  return first + notes.length - 1;
}

/** One page wide, header rows on each page, page numbers as on paper. */
function setUpPrint(
  sheet: ExcelJS.Worksheet,
  columns: number,
  lastRow: number,
  widths: readonly number[],
): void {
  const lastColumn = sheet.getColumn(columns).letter;
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: isWide(widths) ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printArea: printAreaOf(lastColumn, lastRow),
    printTitlesRow: `${TITLE_ROW}:${HEADER_ROW}`,
    margins: { left: 0.6, right: 0.5, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.4 },
  };
  sheet.headerFooter = {
    differentOddEven: true,
    oddFooter: '&R&"仿宋"— &P —',
    evenFooter: '&L&"仿宋"— &P —',
  };
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: HEADER_ROW, topLeftCell: `A${FIRST_ROW}` }];
}

/** Writes a description as .xlsx. `fontOf` knows the faces of rare characters; by default those Windows has. */
export async function makeXlsx(
  description: WorkbookDescription,
  fontOf: FontOfRare = fontOfRare({ rareOnPc: [] }),
): Promise<Uint8Array> {
  const { Workbook } = await loadExcel();
  const book = new Workbook();
  const madeOn = new Date(`${description.madeOn}T00:00:00Z`);
  book.creator = description.office;
  book.lastModifiedBy = description.office;
  book.company = description.office;
  book.title = description.name;
  book.created = madeOn;
  book.modified = madeOn;
  const sheet = book.addWorksheet(description.sheetName);
  const widths = widthsOf(description);
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  writeHead(sheet, description, widths);
  writeRows(sheet, description, widths);
  writeTotals(sheet, description);
  const lastRow = writeNotes(sheet, description, widths);
  setUpPrint(sheet, description.columns.length, lastRow, widths);
  nameRareFaces(book, fontOf);
  const bytes = await book.xlsx.writeBuffer();
  return steadyZip(new Uint8Array(bytes), description.madeOn);
}
