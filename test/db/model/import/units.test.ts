import { describe, expect, it } from 'vitest';
import type { ImportChoices } from '../../../../db/model/importTypes.ts';
import { BASE_HEADER, BASE_ROW, codesOf, preview } from '../../../fixtures/applicants.ts';
import { header, line } from './moneyLines.ts';

describe('money units', () => {
  it('are asked for once, block the import, and are never guessed', () => {
    const lines = [header, line('甲坊', 15_000), line('乙坊', '2万元')];
    const read = preview(lines);
    expect(read.columns[4]?.unit).toEqual({ quantity: 'money', source: 'ask', unit: null });
    expect(read.problems.map((one) => one.message)).toEqual([
      '“投入资金”（E列）没有写明金额单位，请选定是元还是万元',
    ]);
    expect(read.rows.every((one) => one.applicant === null && one.problems.length === 0)).toBe(true);

    const told = preview(lines, { units: { 4: '元' } });
    expect(told.columns[4]?.unit).toEqual({ quantity: 'money', source: 'clerk', unit: '元' });
    expect(told.rows.map((one) => one.applicant?.application.plannedInvestment)).toEqual([
      1_500_000, 2_000_000,
    ]);
    expect(preview(lines, { units: { money: '万元', area: '亩' } }).rows[0]?.shown.plannedInvestment).toBe(
      '150,000,000元',
    );
  });

  it('come from the cells when all say theirs', () => {
    const read = preview([header, line('甲坊', '1.5万元'), line('乙坊', 0), line('丙坊', '无')]);
    expect(read.columns[4]?.unit).toEqual({ quantity: 'money', source: 'cells', unit: null });
    expect(read.rows.map((one) => one.applicant?.application.plannedInvestment)).toEqual([
      1_500_000,
      0,
      null,
    ]);
  });

  it('come from the header, whatever the clerk says of other columns', () => {
    const read = preview([[...BASE_HEADER, '投入资金（元）'], line('甲坊', 15_000)], {
      units: { money: '万元' },
    });
    expect(read.rows[0]?.applicant?.application.plannedInvestment).toBe(1_500_000);
  });

  it('may stand above the table', () => {
    const read = preview([['示例县名单', null, null, null, '单位：元'], header, line('甲坊', 15_000)]);
    expect(read.columns[4]?.unit).toEqual({ quantity: 'money', source: 'header', unit: '元' });
  });

  it('need no question once the cell itself is mended', () => {
    const read = preview([header, line('甲坊', 15_000)], {
      corrections: { '2:plannedInvestment': '15000元' },
    });
    expect(read.rows[0]?.applicant?.application.plannedInvestment).toBe(1_500_000);
  });

  it('other than 元 and 万元 are refused', () => {
    const read = preview([[...BASE_HEADER, '投入资金（千元）'], line('甲坊', 15)], {
      units: { 4: '元' },
    });
    expect(codesOf(read.problems)).toEqual(['import.moneyUnit']);
  });
});

describe('area units', () => {
  const areaHeader = [...BASE_HEADER, '操作间面积'];
  const areas = (lines: Parameters<typeof preview>[0], choices: ImportChoices = {}) =>
    preview(lines, choices).rows.map((one) => one.applicant?.application.operationArea);

  it('are asked for once, block the import, and are never guessed', () => {
    const lines = [areaHeader, line('甲坊', 45), line('乙坊', '30㎡')];
    const read = preview(lines);
    expect(read.columns[4]?.unit).toEqual({ quantity: 'area', source: 'ask', unit: null });
    expect(read.problems.map((one) => one.message)).toEqual([
      '“操作间面积”（E列）没有写明面积单位，请选定是㎡还是亩',
    ]);
    expect(read.rows.every((one) => one.applicant === null && one.problems.length === 0)).toBe(true);
    expect(areas(lines, { units: { 4: '㎡' } })).toEqual([4500, 3000]);
    expect(areas(lines, { units: { area: '㎡' } })).toEqual([4500, 3000]);
  });

  it('take no unit of money for an answer', () => {
    const read = preview([areaHeader, line('甲坊', 45)], { units: { 4: '元', money: '元' } });
    expect(read.columns[4]?.unit?.source).toBe('ask');
  });

  it('count 亩 as two thirds of a thousand ㎡', () => {
    expect(areas([areaHeader, line('甲坊', 0.3)], { units: { 4: '亩' } })).toEqual([20_000]);
    expect(areas([[...BASE_HEADER, '操作间面积（亩）'], line('甲坊', 0.1)])).toEqual([6667]);
    expect(areas([areaHeader, line('甲坊', '0.1亩')])).toEqual([6667]);
  });

  it('may stand above the table', () => {
    const above = ['示例县名单', null, null, null, '单位：万元、㎡'];
    expect(areas([above, areaHeader, line('甲坊', 45)])).toEqual([4500]);
  });

  it('are named where a figure is typed in for a column that is not there', () => {
    const read = preview([[...BASE_HEADER], [...BASE_ROW]], { corrections: { '*:operationArea': '45' } });
    expect(codesOf(read.rows[0]?.problems ?? [])).toEqual(['import.unitUnknown']);
  });
});
