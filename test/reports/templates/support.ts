import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { readWorkbook } from '../../../db/import/index.ts';
import { inChinese, isoDate } from '../../../db/model/dates.ts';
import { type RawCell, serialToIso } from '../../../db/model/import/grid.ts';
import { fromYuan } from '../../../db/model/money.ts';
import type { FinalListPaper } from '../../../db/model/papers/results.ts';
import type { Problem, Result } from '../../../db/model/problems.ts';
import type { TemplateFormat } from '../../../db/model/templates.ts';
import type { TemplateData } from '../../../reports/templates/data.ts';
import { fillTemplate } from '../../../reports/templates/template.ts';
import { bureau, YEAR } from '../documents/samples.ts';

export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('；'));
  return result.value;
}

export const problemsIn = <T>(result: Result<T>): readonly Problem[] => (result.ok ? [] : result.problems);

function shown(cell: RawCell): string | number {
  if (cell.kind === 'number') return cell.value;
  if (cell.kind === 'date') return inChinese(isoDate(serialToIso(cell.serial, false) ?? ''));
  return cell.kind === 'text' ? cell.text : `(${cell.kind})`;
}

/** Cells by address, as another program reads them: texts and numbers. */
export async function gridOf(bytes: Uint8Array): Promise<Readonly<Record<string, string | number>>> {
  const book = valueIn(await readWorkbook(bytes));
  const cells = book.sheets.flatMap((sheet, index) =>
    sheet.rows.flatMap(({ row, cells: values }) =>
      values.flatMap((cell, column): readonly (readonly [string, string | number])[] => {
        if (!cell) return [];
        const address = `${index === 0 ? '' : `${sheet.name}!`}${String.fromCharCode(65 + column)}${row}`;
        return [[address, shown(cell)]];
      }),
    ),
  );
  return Object.fromEntries(cells);
}

/** 附表5 with so many lines. */
export const finalListPaper = (count: number): FinalListPaper => ({
  paper: 'finalList',
  bureau,
  year: YEAR,
  programmeName: '名优特',
  asOf: isoDate('2021-11-20'),
  passScore: 900,
  publicity: null,
  rows: Array.from({ length: count }, (_, index) => ({
    position: index + 1,
    district: '示例县',
    name: `示例作坊${index + 1}`,
    ownerName: '示例业主',
    address: '示例县示例镇示例村',
    certificateNo: '220000000000000001',
    products: '豆腐',
    county: 915,
    city: index % 2 === 0 ? null : 920,
    invested: index === 0 ? null : fromYuan(12_000.5),
    remark: '',
  })),
});

/** A workbook drawn by hand, as an office would. */
export async function drawn(draw: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  draw(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export async function loaded(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book;
}

export const filled = async (
  template: Uint8Array,
  format: TemplateFormat,
  data: TemplateData,
): Promise<Uint8Array> =>
  valueIn(
    await fillTemplate(template, format, data, {
      title: '示例材料',
      office: '示例县市场监督管理局',
      madeOn: isoDate('2021-09-30'),
    }),
  );

/** What LibreOffice makes of a file, every formula worked out anew. */
export function throughOffice(bytes: Uint8Array, from: TemplateFormat, to: string): Uint8Array {
  const dir = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    writeFileSync(join(dir, `in.${from}`), bytes);
    const profile = `-env:UserInstallation=file://${dir}/profile`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', to, '--outdir', join(dir, 'out'), join(dir, `in.${from}`)],
      { stdio: 'ignore' },
    );
    return readFileSync(join(dir, 'out', `in.${to.split(':')[0]}`));
  } finally {
    rmSync(dir, { recursive: true });
  }
}
