import type ExcelJS from 'exceljs';
import { isoDate } from '../../db/model/dates.ts';
import { fontOfRare } from '../fonts/rareRuns.ts';
import { steadyZip } from '../steadyZip.ts';
import { loadExcel, printAreaOf } from './library.ts';
import { nameRareFaces } from './rareFaces.ts';

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

const PAGE_NUMBERS = '&C第&P页，共&N页';
const ONE_PAGE_WIDE = { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;

interface TypedSheet {
  readonly headerRow: number;
  /** Of a table that is whole; left out where rows will be typed below, which must print too. */
  readonly area?: { readonly columns: number; readonly rows: number };
  /** Sheets of paper side by side. */
  readonly pagesWide?: number;
}

/** One page wide, the heading on each page, the page's number at its foot. */
export function setUpTypingPrint(
  sheet: ExcelJS.Worksheet,
  { headerRow, area, pagesWide = 1 }: TypedSheet,
): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    ...ONE_PAGE_WIDE,
    orientation: 'landscape',
    fitToWidth: pagesWide,
    printTitlesRow: `1:${headerRow}`,
    ...(area ? { printArea: printAreaOf(sheet.getColumn(area.columns).letter, area.rows) } : {}),
  };
  sheet.headerFooter = { oddFooter: PAGE_NUMBERS };
}

/** A sheet of explanations: upright, one page wide, under its own name. */
export function setUpHelpPrint(sheet: ExcelJS.Worksheet): void {
  sheet.pageSetup = { ...sheet.pageSetup, ...ONE_PAGE_WIDE, orientation: 'portrait' };
  sheet.headerFooter = { oddHeader: '&C&A', oddFooter: PAGE_NUMBERS };
}

/** The same content gives the same bytes; names with rare characters show on any PC. */
export async function writeTypingBook(book: ExcelJS.Workbook): Promise<Uint8Array> {
  nameRareFaces(book, fontOfRare({ rareOnPc: [] }));
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  return steadyZip(bytes, isoDate(book.created.toISOString().slice(0, 10)));
}
