import { describe, expect, it } from 'vitest';
import { Applicant } from '../../../../db/model/application.ts';
import type { ImportChoices, ImportProbe } from '../../../../db/model/importTypes.ts';
import { BASE_HEADER, BASE_ROW, CONTEXT, codesOf, preview, rowOf } from '../../../fixtures/applicants.ts';

const header = [...BASE_HEADER, '投入资金'];
const line = (name: string, money: string | number | null, owner = '张示例') => [
  name,
  owner,
  '示例县示例镇1号',
  '豆腐',
  money,
];

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
