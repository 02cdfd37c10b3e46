import type ExcelJS from 'exceljs';
import { cellValueOf } from './cells.ts';
import { LINE } from './heights.ts';
import { newTypingBook, setUpTypingPrint, writeTypingBook } from './typingBook.ts';
import { linesOf } from './widths.ts';

/** A workbook to type into and import again: a title, a heading, rows ready to be filled. */
export interface TypingTemplate {
  readonly sheetName: string;
  readonly title: string;
  readonly columns: readonly TypingColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly createdAt: Date;
}

export interface TypingColumn {
  readonly header: string;
  readonly width: number;
  readonly format: string;
  /** What may be typed; anything where it is left out. */
  readonly check: ExcelJS.DataValidation | undefined;
}

export const TEXT = '@';
export const MONEY = '#,##0.00';
export const DAY = 'yyyy-mm-dd';

const HEADER_ROW = 2;
const THIN = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN } as const;

function prepareCell(cell: ExcelJS.Cell, { format, check }: TypingColumn): void {
  cell.border = BORDER;
  cell.font = { name: '宋体', size: 11 };
  cell.alignment = { vertical: 'middle', wrapText: true };
  cell.numFmt = format;
  if (check) cell.dataValidation = check;
}

export async function typingTemplate(template: TypingTemplate): Promise<Uint8Array> {
  const { columns, createdAt } = template;
  const workbook = await newTypingBook(template.sheetName, createdAt);
  const sheet = workbook.addWorksheet(template.sheetName, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: HEADER_ROW, topLeftCell: 'B3' }],
  });
  sheet.getCell(1, 1).value = template.title;
  sheet.mergeCells(1, 1, 1, columns.length);
  sheet.getCell(1, 1).font = { name: '宋体', size: 13, bold: true };
  sheet.getRow(1).height = 26;
  sheet.getRow(HEADER_ROW).values = columns.map((column) => column.header);
  const headerLines = columns.map(({ header, width }) => linesOf(header, width));
  sheet.getRow(HEADER_ROW).height = 8 + LINE * Math.max(...headerLines);
  for (const [index, column] of columns.entries()) {
    sheet.getColumn(index + 1).width = column.width;
    const cell = sheet.getCell(HEADER_ROW, index + 1);
    cell.font = { name: '宋体', size: 11, bold: true };
    cell.border = BORDER;
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
  }
  for (const [offset, values] of template.rows.entries()) {
    for (const [index, column] of columns.entries()) {
      const cell = sheet.getCell(HEADER_ROW + 1 + offset, index + 1);
      prepareCell(cell, column);
      const value = values[index];
      if (value !== undefined && value !== null && value !== '')
        cell.value = column.format === DAY ? cellValueOf(value, 'date') : value;
    }
    const lines = columns.map(({ width }, index) => linesOf(String(values[index] ?? ''), width));
    sheet.getRow(HEADER_ROW + 1 + offset).height = 6 + LINE * Math.max(...lines);
  }
  setUpTypingPrint(sheet, { headerRow: HEADER_ROW });
  return writeTypingBook(workbook);
}
