import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import { fromYuan } from '../../../db/model/money.ts';
import { PAPER_FORMATS, PAPER_TITLES } from '../../../db/model/papers.ts';
import { keysOf } from '../../../db/model/terms.ts';
import { payeeWorkbook } from '../../../reports/excel/payees.ts';
import type { SheetKind, WorkbookDescription } from '../../../reports/excel/workbook.ts';
import {
  WORKBOOKS,
  type WorkbookKind,
  type WorkbookPaper,
  workbookOf,
} from '../../../reports/excel/workbooks.ts';
import { makeXlsx } from '../../../reports/excel/xlsx.ts';
import { openOfficeFile } from '../../../reports/templates/officeFile.ts';
import {
  dutyTablePaper,
  inspectionSummaryPaper,
  monthlyPaper,
  paymentListPaper,
  recommendedPaper,
  rosterChangesPaper,
  selectionReportPaper,
  taskClosurePaper,
} from '../documents/moreSamples.ts';
import { bureau, planLedgerPaper, rosterPaper, YEAR } from '../documents/samples.ts';
import { helperListPaper, listPaper } from '../documents/workbookSamples.ts';
import { zipPart } from '../read.ts';
import { finalListPaper, gridOf, loaded, valueIn } from '../templates/support.ts';

const head = { bureau, year: YEAR, programmeName: '名优特' };

const payees = (count: number): WorkbookDescription =>
  payeeWorkbook({
    ...head,
    asOf: isoDate('2021-11-05'),
    rows: Array.from({ length: count }, (_, index) => ({
      workshopName: `示例作坊${index + 1}`,
      ownerName: '示例业主',
      payee: {
        idName: '示例业主',
        accountName: '示例业主',
        bank: '示例银行示例支行',
        card: '6222000000000000000',
      },
      amount: fromYuan(10_000),
    })),
  });

/** Each workbook with so many lines, where the number is ours to say. */
const SAMPLES: Readonly<Record<WorkbookKind, (count: number) => WorkbookPaper>> = {
  roster: rosterPaper,
  dutyTable: dutyTablePaper,
  planLedger: planLedgerPaper,
  taskClosure: (count) => taskClosurePaper(Math.min(count, 30)),
  helperList: helperListPaper,
  paymentList: paymentListPaper,
  recommended: recommendedPaper,
  finalList: finalListPaper,
  monthly: () => monthlyPaper(),
  list: listPaper,
  selectionReport: selectionReportPaper,
  inspectionSummary: inspectionSummaryPaper,
  rosterChanges: rosterChangesPaper,
};

const ALL = {
  ...Object.fromEntries(
    Object.entries(SAMPLES).map(
      ([kind, sample]) => [kind, (count: number) => workbookOf(sample(count))] as const,
    ),
  ),
  payees,
};

const FORMATS: Readonly<Partial<Record<SheetKind, string>>> = { text: '@', date: 'yyyy"年"m"月"d"日"' };

const letterOf = (column: number): string => String.fromCharCode(64 + column);
const plain = (value: ExcelJS.CellValue): unknown => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'object' && value !== null && 'richText' in value)
    return value.richText.map(({ text }) => text).join('');
  return value === '' ? null : value;
};

it('every paper with an Excel form has its workbook in the table', () => {
  const inExcel = keysOf(PAPER_TITLES).filter((kind) => PAPER_FORMATS[kind].includes('xlsx'));
  expect(inExcel.sort()).toEqual(Object.keys(WORKBOOKS).sort());
});

describe.each(Object.entries(ALL))('%s', (_kind, describeAs) => {
  it.each([0, 6, 200])(
    'with %i lines reads back whole, sums as formulas with their values',
    async (count) => {
      const description = describeAs(count);
      const { columns, rows } = description;
      const bytes = await makeXlsx(description);
      const book = await loaded(bytes);
      const [sheet, ...others] = book.worksheets;
      if (!sheet) throw new Error('no sheet');
      expect(others).toEqual([]);

      expect(sheet.getCell(`${letterOf(columns.length)}1`).master.address).toBe('A1');
      expect(plain(sheet.getCell('A1').value)).toBe(description.title);
      expect(columns.map((_, index) => sheet.getCell(3, index + 1).value)).toEqual(
        columns.map(({ header }) => header),
      );
      for (const [offset, values] of rows.entries()) {
        const read = values.map((_, index) => plain(sheet.getCell(4 + offset, index + 1).value));
        expect(read).toEqual(values.map((value) => (value === '' ? null : value)));
      }
      for (const [index, { kind }] of columns.entries()) {
        const cell = sheet.getCell(4, index + 1);
        if (rows.length > 0) {
          expect(cell.border).toMatchObject({ top: { style: 'thin' }, left: { style: 'thin' } });
          expect(FORMATS[kind] ?? cell.numFmt).toBe(cell.numFmt);
        }
        // exceljs leaves its default of 9 out.
        expect(sheet.getColumn(index + 1).width ?? 9).toBeGreaterThanOrEqual(6);
      }

      const sums = columns.flatMap(({ isSummed }, index) => (isSummed ? [index] : []));
      const totalRow = 4 + rows.length;
      const grid = await gridOf(bytes);
      for (const index of sums) {
        const letter = letterOf(index + 1);
        const sum = rows.reduce((total, row) => total + Math.round(Number(row[index] ?? 0) * 100), 0) / 100;
        expect(grid[`${letter}${totalRow}`]).toBe(sum);
        const formula = rows.length === 0 ? undefined : `SUM(${letter}4:${letter}${totalRow - 1})`;
        expect(sheet.getCell(totalRow, index + 1).formula).toBe(formula);
      }
    },
  );

  it.each([0, 6, 200])('with %i lines prints as a table should, and brings no macro', async (count) => {
    const description = describeAs(count);
    const { columns, rows, notes } = description;
    const bytes = await makeXlsx(description);
    const [sheet] = (await loaded(bytes)).worksheets;
    const last = letterOf(columns.length);
    const lastRow = sheet?.rowCount ?? 0;
    const firstNote = 4 + rows.length + (columns.some(({ isSummed }) => isSummed) ? 1 : 0);
    const printed = Array.from({ length: lastRow + 1 - firstNote }, (_, index) =>
      plain(sheet?.getCell(firstNote + index, 1).value ?? null),
    );
    expect(printed.join('')).toBe(notes.join(''));
    const heights = Array.from({ length: lastRow }, (_, index) => sheet?.getRow(index + 1).height ?? 0);
    expect(Math.max(...heights)).toBeLessThanOrEqual(409);
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      printTitlesRow: '1:3',
      printArea: `A1:${last}${lastRow}`,
    });
    // A relative print area would move with the cursor.
    expect(await zipPart(bytes, 'xl/workbook.xml')).toContain(`!$A$1:$${last}$${lastRow}<`);
    expect(sheet?.headerFooter.oddFooter).toContain('— &P —');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet?.name).not.toMatch(/[\\/?*[\]:]/);

    const core = await zipPart(bytes, 'docProps/core.xml');
    expect(core).toContain(`<dc:creator>${bureau.name}</dc:creator>`);
    expect(core).toContain(`${description.madeOn}T00:00:00Z`);
    const parts = [...valueIn(openOfficeFile(bytes, 'xlsx')).keys()];
    expect(parts.filter((path) => /vba|macro|externalLink|embeddings/i.test(path))).toEqual([]);
  });
});

it('narrows a wide table until it is legible, and leaves numbers and dates whole', async () => {
  const book = await loaded(await makeXlsx(workbookOf(planLedgerPaper(200))));
  const [sheet] = book.worksheets;
  const widths = Array.from({ length: 19 }, (_, index) => sheet?.getColumn(index + 1).width ?? 9);
  expect(widths.reduce((sum, one) => sum + one, 0)).toBeLessThan(225);
  // 最后完成时限, 校验码
  expect(widths[8]).toBeGreaterThanOrEqual('2021年09月30日'.length + 3);
  expect(widths[12]).toBeGreaterThanOrEqual('7K3M-9QXA-2B4C-5D6E'.length);
  expect(sheet?.getColumn(2).width).toBeGreaterThanOrEqual(16);
});
