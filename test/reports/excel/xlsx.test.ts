import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { planLedgerWorkbook } from '../../../reports/excel/planLedger.ts';
import { rosterWorkbook } from '../../../reports/excel/roster.ts';
import { makeXlsx } from '../../../reports/excel/xlsx.ts';
import { planLedgerPaper, rosterPaper } from '../documents/samples.ts';
import { zipPart } from '../read.ts';

async function sheetOf(bytes: Uint8Array): Promise<{ book: ExcelJS.Workbook; sheet: ExcelJS.Worksheet }> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  return { book, sheet };
}

describe('创建名单', () => {
  it('reads back: long numbers as text, areas and money as numbers, the sum as a formula with its value', async () => {
    const { sheet } = await sheetOf(await makeXlsx(rosterWorkbook(rosterPaper(200))));
    expect(sheet.getCell('A1').value).toBe('2021年“名优特”食品加工小作坊创建工程创建名单');
    expect(sheet.getCell('F4').value).toBe('220000000000000001');
    expect(sheet.getCell('F4').numFmt).toBe('@');
    expect(sheet.getCell('H4').value).toBe(30.5);
    expect(sheet.getCell('I203').value).toBe(109_500);
    expect(sheet.getCell('I204').value).toEqual({ formula: 'SUM(I4:I203)', result: 11_950_000 });
    expect(sheet.getCell('A204').value).toBe('合计（200家）');
  });

  it('prints: one page wide, header rows on each page, print area, page numbers, frozen panes', async () => {
    const { sheet } = await sheetOf(await makeXlsx(rosterWorkbook(rosterPaper(60))));
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: 'A1:I65',
      printTitlesRow: '1:3',
    });
    expect(sheet.headerFooter.oddFooter).toContain('&P');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet.getCell('A4').border.top?.style).toBe('thin');
  });

  it('holds no ID number and carries title, office and the record’s date', async () => {
    const bytes = await makeXlsx(rosterWorkbook(rosterPaper()));
    const core = await zipPart(bytes, 'docProps/core.xml');
    expect(core).toContain('示例县市场监督管理局');
    expect(core).toContain('2021-04-27T00:00:00Z');
    expect(
      rosterWorkbook(rosterPaper())
        .columns.map((column) => column.header)
        .join(),
    ).not.toContain('身份证');
  });

  it('gives the same bytes again', async () => {
    const make = () => makeXlsx(rosterWorkbook(rosterPaper()));
    expect(Buffer.compare(await make(), await make())).toBe(0);
  });
});

describe('改造方案台账', () => {
  it('sums tasks and money', async () => {
    const { sheet } = await sheetOf(await makeXlsx(planLedgerWorkbook(planLedgerPaper(3))));
    expect(sheet.getCell('E7').value).toEqual({ formula: 'SUM(E4:E6)', result: 12 });
    expect(sheet.getCell('H7').value).toEqual({ formula: 'SUM(H4:H6)', result: 60_301.5 });
    expect(sheet.getCell('M4').value).toBe('7K3M-9QXA-2B4C-5D6E');
  });

  it('stays whole when empty', async () => {
    const { sheet } = await sheetOf(await makeXlsx(planLedgerWorkbook(planLedgerPaper(0))));
    expect(sheet.getCell('A4').value).toBe('合计（0家）');
  });
});
