import { describe, expect, it } from 'vitest';
import { BASE_HEADER, BASE_ROW, codesOf, preview, rowOf } from '../../../fixtures/applicants.ts';
import { line } from './moneyLines.ts';

describe('rows that are no applicants', () => {
  it('are left out with a reason', () => {
    const read = preview([
      ['序号', ...BASE_HEADER],
      ['1', '2', '3', '4', '5'],
      ['示例', '示例县某豆腐坊', '张三', '某镇', '豆腐'],
      ['一、示例镇'],
      [1, ...BASE_ROW],
      ['小计', '1家'],
      ['序号', ...BASE_HEADER],
      [2, '示例粉坊', '李示例', '示例县示例镇2号', '粉条'],
      [3],
      [],
      ['合计', null, '2人'],
      ['备注：以上均已核实。'],
      ['填表人：某某', null, '审核人：某某', null, '日期：2021年4月20日'],
      ['以下空白'],
    ]);
    expect(read.skipped).toEqual([
      { row: 2, reason: '栏次行' },
      { row: 3, reason: '示例行' },
      { row: 4, reason: '分组标题行' },
      { row: 6, reason: '合计行' },
      { row: 7, reason: '重复的表头' },
      { row: 9, reason: '空行（只有序号等未导入的列）' },
      { row: 11, reason: '合计行' },
      { row: 12, reason: '备注、说明行' },
      { row: 13, reason: '填表、签字行' },
      { row: 14, reason: '表尾空白标记' },
    ]);
    expect(read.rows.map((one) => [one.row, one.applicant?.workshop.name])).toEqual([
      [5, '示例豆腐坊'],
      [8, '示例粉坊'],
    ]);
  });

  it('do not swallow workshops whose names look a little alike', () => {
    const names = ['示例豆腐坊', '合计利豆腐坊有限经营部', '注山豆腐坊', '说明白面馆'];
    const read = preview([
      [...BASE_HEADER],
      ...names.map((name, index) => [name, `业主${index}`, '示例县', '豆腐']),
    ]);
    expect(read.rows.map((one) => one.shown.name)).toEqual(names);
  });
});

describe('merged cells', () => {
  const merges = [{ top: 2, bottom: 3, left: 4, right: 4 }];
  const rows = [line('甲坊', null), line('乙坊', null, '李示例')];

  it('give their value to every row where rows can share it', () => {
    const lines = [[...BASE_HEADER, '乡镇'], line('甲坊', '示例镇'), rows[1] ?? []];
    expect(preview(lines, {}, { merges }).rows.map((one) => one.applicant?.workshop.township)).toEqual([
      '示例镇',
      '示例镇',
    ]);
  });

  it('are refused where the value can only be one workshop’s', () => {
    const lines = [[...BASE_HEADER, '投入资金（万元）'], line('甲坊', 3), rows[1] ?? []];
    const read = preview(lines, {}, { merges });
    expect(read.rows.map((one) => codesOf(one.problems))).toEqual([
      ['import.mergedCell'],
      ['import.mergedCell'],
    ]);
    expect(read.rows[1]?.problems[0]?.message).toContain('第2至3行的合并单元格');
  });

  it('are refused for the name', () => {
    const lines = [[...BASE_HEADER], [...BASE_ROW], [null, '李示例', '示例县', '粉条']];
    const read = preview(lines, {}, { merges: [{ top: 2, bottom: 3, left: 0, right: 0 }] });
    expect(read.rows.every((one) => one.applicant === null)).toBe(true);
  });

  it('across an empty second line harm nobody', () => {
    const lines = [[...BASE_HEADER], [...BASE_ROW], [], ['乙坊', '李示例', '示例县', '粉条']];
    const read = preview(lines, {}, { merges: [{ top: 2, bottom: 3, left: 0, right: 0 }] });
    expect(read.rows.map((one) => one.applicant !== null)).toEqual([true, true]);
  });
});

describe('hidden rows', () => {
  const lines = [[...BASE_HEADER], [...BASE_ROW], ['乙坊', '李示例', '示例县', '粉条']];

  it('are marked and warned of, and can be left out', () => {
    const read = preview(lines, {}, { hiddenRows: [3] });
    expect(rowOf(read, 3)).toMatchObject({
      hidden: true,
      problems: [{ code: 'import.hiddenRow', severity: 'warning' }],
    });
    expect(codesOf(read.problems)).toEqual(['import.hiddenRows']);
    const without = preview(lines, { hiddenRows: 'leaveOut' }, { hiddenRows: [3] });
    expect(without.rows.map((one) => one.row)).toEqual([2]);
    expect(without.skipped).toEqual([{ row: 3, reason: '隐藏行，经办人选择不导入' }]);
  });

  it('like any row, can be left out one by one', () => {
    expect(preview(lines, { leftOut: [2] }).skipped).toEqual([{ row: 2, reason: '经办人选择不导入' }]);
  });
});
