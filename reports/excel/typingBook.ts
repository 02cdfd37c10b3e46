import type ExcelJS from 'exceljs';
import { isoDate } from '../../db/model/dates.ts';
import { steadyZip } from '../steadyZip.ts';
import { loadExcel } from './library.ts';

/** What the workbooks to type into have in common: properties, and how they print when somebody prints them. */
const PROGRAM = '名特优小作坊创建工作台';

export async function newTypingBook(title: string, createdAt: Date): Promise<ExcelJS.Workbook> {
  const { Workbook } = await loadExcel();
  const book = new Workbook();
  book.title = title;
  book.creator = PROGRAM;
  book.lastModifiedBy = PROGRAM;
  book.created = createdAt;
  book.modified = createdAt;
  return book;
}

interface TypedSheet {
  readonly headerRow: number;
  readonly columns: number;
  readonly rows: number;
  /** Sheets of paper side by side. */
  readonly pagesWide?: number;
}

/** The whole table, its heading on each page, the page's number at its foot. */
export function setUpTypingPrint(
  sheet: ExcelJS.Worksheet,
  { headerRow, columns, rows, pagesWide = 1 }: TypedSheet,
): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: pagesWide,
    fitToHeight: 0,
    printTitlesRow: `1:${headerRow}`,
    printArea: `A1:${sheet.getColumn(columns).letter}${Math.max(rows, headerRow)}`,
  };
  sheet.headerFooter = { oddFooter: '&C第&P页，共&N页' };
}

/** The same content gives the same bytes. */
export async function writeTypingBook(book: ExcelJS.Workbook): Promise<Uint8Array> {
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  return steadyZip(bytes, isoDate(book.created.toISOString().slice(0, 10)));
}
