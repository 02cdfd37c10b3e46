import type ExcelJS from 'exceljs';
import { loadExcel } from './library.ts';

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
  /** Offered as a list. */
  readonly choices?: readonly string[];
}

export const TEXT = '@';
export const MONEY = '#,##0.00';
export const DAY = 'yyyy-mm-dd';

const HEADER_ROW = 2;
const THIN = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN } as const;

function prepareCell(cell: ExcelJS.Cell, { format, choices }: TypingColumn): void {
  cell.border = BORDER;
  cell.alignment = { vertical: 'middle', wrapText: true };
  cell.numFmt = format;
  if (!choices) return;
  cell.dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [`"${choices.join(',')}"`],
    showErrorMessage: true,
    error: `请选择：${choices.join('、')}`,
  };
}

export async function typingTemplate(template: TypingTemplate): Promise<Uint8Array> {
  const { columns, createdAt } = template;
  const { Workbook } = await loadExcel();
  const workbook = new Workbook();
  workbook.created = createdAt;
  workbook.modified = createdAt;
  const sheet = workbook.addWorksheet(template.sheetName, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: HEADER_ROW, topLeftCell: 'B3' }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.pageSetup.printTitlesRow = `1:${HEADER_ROW}`;
  sheet.getCell(1, 1).value = template.title;
  sheet.mergeCells(1, 1, 1, columns.length);
  sheet.getCell(1, 1).font = { name: '宋体', size: 13, bold: true };
  sheet.getRow(1).height = 26;
  sheet.getRow(HEADER_ROW).values = columns.map((column) => column.header);
  sheet.getRow(HEADER_ROW).height = 24;
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
      if (value !== undefined && value !== null && value !== '') cell.value = value;
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
