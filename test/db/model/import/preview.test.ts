import { describe, expect, it } from 'vitest';
import { Applicant } from '../../../../db/model/application.ts';
import type { ImportProbe } from '../../../../db/model/importTypes.ts';
import { BASE_HEADER, BASE_ROW, CONTEXT, codesOf, preview } from '../../../fixtures/applicants.ts';
import { header, line } from './moneyLines.ts';

describe('duplicates', () => {
  it('in the file name the other row', () => {
    const read = preview([
      [...BASE_HEADER, '登记证编号'],
      ['甲坊', '张示例', '示例县', '豆腐', '示登001'],
      ['乙坊', '李示例', '示例县', '豆腐', '示登００１'],
      ['甲 坊', '张示例', '示例县', '豆腐', '示登002'],
      ['甲坊', '王示例', '示例县', '豆腐', '示登003'],
    ]);
    expect(read.rows.map((one) => [one.duplicateOf, one.problems[0]?.message])).toEqual([
      [null, undefined],
      ['file', '第3行与第2行重复（证照编号相同），请只保留一行'],
      ['file', '第4行与第2行重复（名称和业主相同），请只保留一行'],
      [null, undefined],
    ]);
  });

  it('are gone once the other row is left out or mended', () => {
    const lines = [[...BASE_HEADER], [...BASE_ROW], [...BASE_ROW]];
    expect(preview(lines).rows.map((one) => one.duplicateOf)).toEqual([null, 'file']);
    expect(preview(lines, { leftOut: [2] }).rows.map((one) => one.duplicateOf)).toEqual([null]);
    expect(
      preview(lines, { corrections: { '3:ownerName': '李示例' } }).rows.map((one) => one.duplicateOf),
    ).toEqual([null, null]);
  });

  it('against the database are asked for with clean values', () => {
    const probes: ImportProbe[] = [];
    const known = (probe: ImportProbe) => {
      probes.push(probe);
      return '示例老豆腐坊';
    };
    const read = preview(
      [
        [...BASE_HEADER, '证号'],
        ['示例 豆腐坊', '张示例', '示例县', '豆腐', ' Ａ１ '],
      ],
      {},
      {},
      { ...CONTEXT, known },
    );
    expect(probes).toEqual([
      { name: '示例豆腐坊', ownerName: '张示例', certificateNo: 'A1', creditCode: '', idNumber: null },
    ]);
    expect(read.rows[0]).toMatchObject({ duplicateOf: 'database', applicant: null });
    expect(read.rows[0]?.problems[0]?.message).toBe('第2行与已登记的小作坊“示例老豆腐坊”重复，不再导入');
  });
});

describe('the whole', () => {
  it('mends a cell, and a missing one', () => {
    const lines = [
      [...BASE_HEADER, '操作间面积'],
      ['甲坊', null, '示例县', '豆腐', '三十来平'],
    ];
    expect(codesOf(preview(lines).rows[0]?.problems ?? [])).toEqual(['import.vague', 'import.missing']);
    const mended = preview(lines, { corrections: { '2:operationArea': '30㎡', '2:ownerName': '张示例' } });
    expect(mended.rows[0]?.applicant?.application.operationArea).toBe(3000);
    expect(mended.rows[0]?.applicant?.workshop.ownerName).toBe('张示例');
  });

  it('says so when there is nothing to take, or too much', () => {
    expect(codesOf(preview([[...BASE_HEADER]]).problems)).toEqual(['import.noRows']);
    expect(codesOf(preview([['随便'], ['什么']]).problems)).toEqual(['import.noHeader']);
    expect(codesOf(preview([]).problems)).toEqual(['import.noHeader']);
  });

  it('takes exactly the rows it shows as clean, each a valid record, and every other says why', () => {
    const read = preview([
      header,
      line('甲坊', '1万元'),
      line('乙坊', '约1万元'),
      line('', '1万元'),
      line('甲坊', '1万元'),
      line('丁坊', '0.5万元'),
    ]);
    for (const row of read.rows) {
      const errors = row.problems.filter((one) => one.severity === 'error');
      expect(row.applicant === null).toBe(errors.length > 0);
      if (row.applicant) {
        expect(Applicant.parse(row.applicant)).toEqual(row.applicant);
        expect(row.applicant.workshop.name).toBe(row.shown.name);
      }
    }
    expect(read.rows.map((one) => one.applicant !== null)).toEqual([true, false, false, false, true]);
    // Reading twice, as the window and then the import do, gives the same.
    expect(preview([header, line('甲坊', '1万元')])).toEqual(preview([header, line('甲坊', '1万元')]));
  });

  it('shows samples and the head of the sheet without private numbers', () => {
    const read = preview([
      [...BASE_HEADER, '手机', '家庭住址', '其他'],
      [...BASE_ROW, '19900000001', '示例县示例街某小区1号楼', '19900000002'],
    ]);
    expect(
      JSON.stringify([read.columns, read.rows[0]?.shown, read.rows[0]?.problems, read.head]),
    ).not.toMatch(/1990000000|1号楼/);
  });
});
