import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { previewImport } from '../../../db/import/index.ts';
import { IMPORT_FIELDS } from '../../../db/model/importTypes.ts';
import { keysOf } from '../../../db/model/terms.ts';
import { importTemplate } from '../../../reports/excel/importTemplate.ts';
import { CONTEXT, codesOf, opened } from '../../fixtures/applicants.ts';

const CREATED = new Date('2021-03-01T00:00:00Z');

async function template(): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await importTemplate(CREATED);
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  await workbook.xlsx.load(copy);
  return workbook;
}

describe('the import template', () => {
  it('is matched whole, and empty it holds no applicant', async () => {
    const read = previewImport(await opened(await importTemplate(CREATED)), {}, CONTEXT);
    expect(read.sheet).toBe('申请名单');
    expect(read.columns.slice(1).map((one) => one.field)).toEqual(keysOf(IMPORT_FIELDS));
    expect(read.skipped).toEqual([
      { row: 3, reason: '填写提示行' },
      { row: 4, reason: '示例行' },
    ]);
    expect(codesOf(read.problems)).toEqual(['import.noRows']);
  });

  it('filled in with its own examples is imported without a word', async () => {
    const workbook = await template();
    const sheet = workbook.getWorksheet('申请名单');
    for (let column = 2; column <= keysOf(IMPORT_FIELDS).length + 1; column++) {
      const sample = sheet?.getCell(4, column).text ?? '';
      if (sheet && !sample.startsWith('（')) sheet.getCell(5, column).value = sample;
    }
    const read = previewImport(await opened(new Uint8Array(await workbook.xlsx.writeBuffer())), {}, CONTEXT);
    expect([read.problems, read.rows[0]?.problems]).toEqual([[], []]);
    expect(read.rows[0]?.applicant).toMatchObject({
      workshop: { name: '示例县福来豆腐坊', certificateKind: 'registration', ownerGender: 'female' },
      application: { operationArea: 3500, plannedInvestment: 1_500_000, promisedOn: '2021-04-05' },
    });
  });

  it('keeps long numbers as text, offers choices, and freezes the header', async () => {
    const sheet = (await template()).getWorksheet('申请名单');
    const columnOf = (field: keyof typeof IMPORT_FIELDS) => keysOf(IMPORT_FIELDS).indexOf(field) + 2;
    expect(sheet?.getCell(10, columnOf('idNumber')).numFmt).toBe('@');
    expect(sheet?.getCell(10, columnOf('creditCode')).numFmt).toBe('@');
    expect(sheet?.getCell(10, columnOf('certificateKind')).dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"许可证,登记证,备案"'],
    });
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 2 });
  });
});
