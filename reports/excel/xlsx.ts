import type ExcelJS from 'exceljs';
import { type FontOfRare, fontOfRare } from '../fonts/rareRuns.ts';
import { steadyZip } from '../steadyZip.ts';
import { cellValueOf, columnIn, numberFormatOf } from './cells.ts';
import {
  captionHeight,
  hasTotals,
  headerHeight,
  noteHeight,
  noteRows,
  pagedTable,
  rowHeight,
  TITLE_SIZE,
  TOTAL_HEIGHT,
  titleHeight,
} from './heights.ts';
import { loadExcel, printAreaOf } from './library.ts';
import { MARGINS, pagingOf } from './pages.ts';
import { nameRareFaces } from './rareFaces.ts';
import { orientationOf, sumOf, widthsOf } from './widths.ts';
import type { SheetColumn, WorkbookDescription } from './workbook.ts';

const FACE = { title: '方正小标宋简体', head: '黑体', body: '仿宋' } as const;
const THIN = { style: 'thin' } as const;
const GRID: Partial<ExcelJS.Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };

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
  sheet.getRow(TITLE_ROW).height = titleHeight(description.title, widths);
  const half = Math.ceil(last / 2);
  sheet.mergeCells(CAPTION_ROW, 1, CAPTION_ROW, half);
  sheet.mergeCells(CAPTION_ROW, half + 1, CAPTION_ROW, last);
  writeCaption(sheet.getCell(CAPTION_ROW, 1), description.caption.left, 'left');
  writeCaption(sheet.getCell(CAPTION_ROW, half + 1), description.caption.right, 'right');
  sheet.getRow(CAPTION_ROW).height = captionHeight(description, widths);
  sheet.getRow(HEADER_ROW).height = headerHeight(description, widths);
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
  cell.numFmt = numberFormatOf(column);
}

function writeRows(
  sheet: ExcelJS.Worksheet,
  description: WorkbookDescription,
  widths: readonly number[],
): void {
  const { columns, rows } = description;
  rows.forEach((values, rowIndex) => {
    const row = sheet.getRow(FIRST_ROW + rowIndex);
    row.height = rowHeight(description, values, widths);
    columns.forEach((column, index) => {
      const cell = row.getCell(index + 1);
      const own = columnIn(column, values);
      cell.value = cellValueOf(values[index] ?? null, own.kind);
      styleBodyCell(cell, own);
    });
  });
}

/** 合计 as formulas, with the values the program worked out, so that a viewer that does not calculate shows them. */
function writeTotals(sheet: ExcelJS.Worksheet, description: WorkbookDescription): void {
  const { columns, rows, counted = '家', totalLabel } = description;
  if (!hasTotals(description)) return;
  const rowNumber = FIRST_ROW + rows.length;
  const row = sheet.getRow(rowNumber);
  row.height = TOTAL_HEIGHT;
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
  description: WorkbookDescription,
  widths: readonly number[],
): number {
  const { columns, rows } = description;
  const notes = noteRows(description, widths);
  const first = FIRST_ROW + rows.length + (hasTotals(description) ? 1 : 0);
  notes.forEach((text, index) => {
    sheet.mergeCells(first + index, 1, first + index, columns.length);
    const cell = sheet.getCell(first + index, 1);
    cell.value = text;
    cell.font = { name: FACE.body, size: 11 };
    cell.alignment = { horizontal: 'left', vertical: 'middle', wrapText: true };
    sheet.getRow(first + index).height = noteHeight(text, widths);
  });
  return first + notes.length - 1;
}

/** One page wide, header rows on each page, page numbers as on paper, 合计 and signatures never alone. */
function setUpPrint(
  sheet: ExcelJS.Worksheet,
  description: WorkbookDescription,
  lastRow: number,
  widths: readonly number[],
): void {
  const lastColumn = sheet.getColumn(description.columns.length).letter;
  const paging = pagingOf(pagedTable(description, widths));
  if (paging.kind === 'lastPage') sheet.getRow(FIRST_ROW + paging.firstRow - 1).addPageBreak();
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: orientationOf(widths),
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: paging.kind === 'onePage' ? 1 : 0,
    horizontalCentered: true,
    printArea: printAreaOf(lastColumn, lastRow),
    printTitlesRow: `${TITLE_ROW}:${HEADER_ROW}`,
    margins: MARGINS,
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
  setUpPrint(sheet, description, lastRow, widths);
  nameRareFaces(book, fontOf);
  const bytes = await book.xlsx.writeBuffer();
  return steadyZip(new Uint8Array(bytes), description.madeOn);
}
