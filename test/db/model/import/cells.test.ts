import { describe, expect, it } from 'vitest';
import type { RawCell } from '../../../../db/model/import/grid.ts';
import { codesOf, oneCell, type Value } from '../../../fixtures/applicants.ts';

const ID = '220122199001011239';
const idWithCheck = (first17: string): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return first17 + ('10X98765432'[sum % 11] ?? '');
};
const GOOD_ID = idWithCheck(ID.slice(0, 17));
const withX =
  Array.from({ length: 11 }, (_, index) =>
    idWithCheck(`220122199001010${String(index).padStart(2, '0')}`),
  ).find((one) => one.endsWith('X')) ?? '';

const date = (serial: number): RawCell => ({ kind: 'date', serial });

describe('areas', () => {
  it.each<[string, Value, number]>([
    ['操作间面积（㎡）', 35, 3500],
    ['操作间面积（㎡）', '35平方米', 3500],
    ['操作间面积', '35.5㎡', 3550],
    ['操作间面积（㎡）', '３５', 3500],
    ['操作间面积', { kind: 'number', value: 35, format: { unit: '㎡', scaled: false } }, 3500],
  ])('%s %j', (heading, value, area) => {
    expect(oneCell(heading, value).applicant?.application.operationArea).toBe(area);
  });

  it('refuses with a sentence that says where, what and what else', () => {
    const row = oneCell('加工操作间\n使用面积', '面积不大');
    expect(row.applicant).toBeNull();
    expect(row.problems).toEqual([
      {
        code: 'import.notNumber',
        severity: 'error',
        message: '第2行“加工操作间使用面积”（E列）：“面积不大”不是数字，应填如35㎡',
        field: 'operationArea',
        row: 2,
        column: 'E 加工操作间使用面积',
        found: '面积不大',
        expected: '填如35㎡',
      },
    ]);
  });

  it.each<[Value, string]>([
    ['2公顷', 'import.areaUnit'],
    ['30-40㎡', 'import.range'],
    [-1, 'import.negative'],
    [2_000_000, 'import.outOfRange'],
    [date(35), 'import.dateFormat'],
    [{ kind: 'error', text: '#REF!' }, 'import.errorCell'],
    [{ kind: 'uncalculated' }, 'import.formula'],
    [{ kind: 'boolean', value: true }, 'import.notNumber'],
  ])('%j is refused', (value, code) => {
    expect(codesOf(oneCell('操作间面积（㎡）', value).problems)).toEqual([code]);
  });

  it('doubts what is too large or too small, and still takes it', () => {
    const large = oneCell('操作间面积（㎡）', 12_000);
    expect([large.applicant === null, codesOf(large.problems)]).toEqual([false, ['import.unusual']]);
    expect(large.problems[0]?.message).toContain('单位是否有误');
    expect(codesOf(oneCell('操作间面积（㎡）', 20).problems)).toEqual(['condition.area']);
  });
});

describe('money', () => {
  it.each<[string, Value, number]>([
    ['投入资金（万元）', 1.5, 1_500_000],
    ['投入资金（元）', '15,000', 1_500_000],
    ['投入资金（元）', '1.5万元', 1_500_000],
    ['投入资金（万元）', '15000元', 1_500_000],
    ['投入资金', '1.5万元', 1_500_000],
    ['投入资金', { kind: 'number', value: 1.5, format: { unit: '万元', scaled: false } }, 1_500_000],
    ['投入资金（万元）', 1.005, 1_005_000],
    ['投入资金（万元）', '一万五千元', 1_500_000],
  ])('%s %j', (heading, value, amount) => {
    expect(oneCell(heading, value).applicant?.application.plannedInvestment).toBe(amount);
  });

  it.each<[Value, string]>([
    ['1.5美元', 'import.moneyUnit'],
    ['约2万元', 'import.vague'],
    ['2万以上', 'import.vague'],
    [{ kind: 'number', value: 15_000, format: { unit: '万元', scaled: true } }, 'import.scaledFormat'],
  ])('%j is refused', (value, code) => {
    expect(codesOf(oneCell('投入资金（万元）', value).problems)).toEqual([code]);
  });

  it('doubts amounts that smell of a wrong unit', () => {
    expect(codesOf(oneCell('投入资金（万元）', 15_000).problems)).toEqual(['import.unusual']);
    expect(codesOf(oneCell('投入资金（元）', 1.5).problems)).toEqual(['condition.investment']);
  });
});

describe('dates', () => {
  it.each<[string, Value, string]>([
    ['申请日期', date(44_291), '2021-04-05'],
    ['申请日期', date(44_291.75), '2021-04-05'],
    ['申请日期', 44_291, '2021-04-05'],
    ['申请日期', 20_210_405, '2021-04-05'],
    ['申请日期', '2021.4.5', '2021-04-05'],
  ])('%s %j', (heading, value, iso) => {
    expect(oneCell(heading, value).applicant?.application.appliedOn).toBe(iso);
  });

  it('refuses a day that is none', () => {
    expect(codesOf(oneCell('申请日期', '2021-02-30').problems)).toEqual(['import.noSuchDay']);
    expect(codesOf(oneCell('申请日期', 2021.4).problems)).toEqual(['import.noDay']);
    expect(codesOf(oneCell('申请日期', date(0)).problems)).toEqual(['import.noSuchDay']);
  });

  it('takes a mere year only for 开办时间, with a warning', () => {
    const row = oneCell('开办时间', 2015);
    expect([row.applicant?.workshop.openedOn, codesOf(row.problems)]).toEqual([
      '2015-01-01',
      ['import.partialDay'],
    ]);
    expect(codesOf(oneCell('申请日期', '2021年').problems)).toEqual(['import.noDay']);
  });

  it('reads 有效期 as its end', () => {
    expect(oneCell('有效期', '2021.4.5至2024.4.4').applicant?.workshop.certificateValidUntil).toBe(
      '2024-04-04',
    );
    expect(oneCell('有效期', '长期').applicant?.workshop.certificateValidUntil).toBeNull();
    expect(codesOf(oneCell('有效期', '2020-12-31').problems)).toEqual(['condition.certificateExpired']);
  });

  it('warns of days to come', () => {
    expect(codesOf(oneCell('申请日期', '2021-12-31').problems)).toEqual(['import.future']);
  });
});

describe('the promise', () => {
  it.each(['是', '已签', '已签订', '√', 'Y', { kind: 'boolean', value: true } as const])(
    '%j lacks its date',
    (value) => {
      const row = oneCell('是否签订承诺书', value);
      expect([row.applicant, codesOf(row.problems)]).toEqual([null, ['import.promiseDate']]);
    },
  );

  it('takes one date for all who only say yes, and leaves the others', () => {
    const choices = { corrections: { '*:promisedOn': '2021-04-10' } };
    expect(oneCell('承诺书', '已签', choices).applicant?.application.promisedOn).toBe('2021-04-10');
    expect(oneCell('承诺书', '2021.4.5', choices).applicant?.application.promisedOn).toBe('2021-04-05');
    expect(oneCell('承诺书', '否', choices).applicant?.application.promisedOn).toBeNull();
  });
});

describe('identity numbers', () => {
  it.each([GOOD_ID, ` ${GOOD_ID.slice(0, 6)} ${GOOD_ID.slice(6)}`, `'${GOOD_ID}`])('takes %s', (text) => {
    expect(oneCell('身份证号', text).applicant?.private.idNumber).toBe(GOOD_ID);
  });

  it('takes a small x', () => {
    expect(oneCell('身份证号', withX.toLowerCase()).applicant?.private.idNumber).toBe(withX);
  });

  it('names a number that lost its digits', () => {
    for (const value of [220_122_199_001_011_200, '2.20122E+17']) {
      const [problem] = oneCell('身份证号', value).problems;
      expect(problem?.code).toBe('import.digitsLost');
      expect(problem?.message).toContain('前15位');
    }
  });

  it('names what is wrong, without the number', () => {
    const wrong = `${GOOD_ID.slice(0, 17)}${GOOD_ID.endsWith('1') ? '2' : '1'}`;
    const row = oneCell('身份证号', wrong);
    expect(row.problems[0]?.message).toContain('校验码');
    expect(JSON.stringify(row)).not.toContain(wrong);
    expect(row.shown.idNumber).toMatch(/^2201\*+\d{4}$|^2201\*+\d{3}X$/);
  });
});

describe('phones', () => {
  it.each<[Value, string]>([
    [19_900_000_001, '19900000001'],
    ['199 0000 0001', '19900000001'],
    ['199-0000-0001', '19900000001'],
    ['+86 19900000001', '19900000001'],
    ['0434-1234567', '0434-1234567'],
    ['（0434）1234567', '0434-1234567'],
    ['04341234567', '04341234567'],
  ])('%j', (value, phone) => {
    expect(oneCell('联系电话', value).applicant?.private.phone).toBe(phone);
  });

  it.each<[Value, string]>([
    ['19900000001/19900000002', 'import.twoPhones'],
    ['19900000001、0434-1234567', 'import.twoPhones'],
    ['1990000000119900000002', 'import.twoPhones'],
    ['1990000000', 'import.phone'],
    ['没有电话', 'import.phone'],
  ])('%j is refused, and not repeated', (value, code) => {
    const row = oneCell('联系电话', value);
    expect(codesOf(row.problems)).toEqual([code]);
    expect(JSON.stringify(row)).not.toMatch(/1990000000\d/);
  });
});

describe('choices, codes and counts', () => {
  it('knows abbreviations', () => {
    expect(oneCell('证照类型', '小作坊登记证').applicant?.workshop.certificateKind).toBe('registration');
    expect(oneCell('证照类型', '许可').applicant?.workshop.certificateKind).toBe('licence');
    expect(codesOf(oneCell('证照类型', '营业执照').problems)).toEqual(['import.notChoice']);
    expect(oneCell('性别', '女性').applicant?.workshop.ownerGender).toBe('female');
    expect(codesOf(oneCell('性别', '不男').problems)).toEqual(['import.notChoice']);
  });

  it('counts people', () => {
    expect(oneCell('从业人员数', '3人').applicant?.application.staffCount).toBe(3);
    expect(oneCell('从业人员数', '三人').applicant?.application.staffCount).toBe(3);
    expect(codesOf(oneCell('从业人员数', 2.5).problems)).toEqual(['import.notInteger']);
    expect(codesOf(oneCell('从业人员数', '3-5人').problems)).toEqual(['import.range']);
  });

  it('warns of a credit code that cannot be, and refuses one that lost digits', () => {
    expect(codesOf(oneCell('信用代码', '92220122MA0000000X').problems)).toEqual(['import.creditCode']);
    expect(oneCell('信用代码', '91350100M000100Y44').problems).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('校验码不对') },
    ]);
    expect(oneCell('营业执照号', '220122600123456').problems).toEqual([]);
    expect(codesOf(oneCell('信用代码', 922_201_220_000_000_000).problems)).toEqual(['import.digitsLost']);
  });
});

describe('text', () => {
  it('keeps «无» as an answer, and takes dashes for nothing', () => {
    expect(oneCell('处罚情况', '无').applicant?.application.penalties).toBe('无');
    expect(oneCell('处罚情况', '——').applicant?.application.penalties).toBe('');
    expect(oneCell('联系电话', '无').applicant?.private.phone).toBeNull();
  });

  it('warns of characters that may not print', () => {
    const row = oneCell('乡镇', '示例\ue000镇');
    expect([row.applicant === null, codesOf(row.problems)]).toEqual([false, ['import.strangeCharacter']]);
    expect(row.problems[0]?.message).toContain('U+E000');
  });

  it('refuses what is too long for its place', () => {
    const row = oneCell('乡镇', '示'.repeat(41));
    expect(row.applicant).toBeNull();
    expect(row.problems[0]?.message).toBe('第2行“乡镇”（E列）：不能超过40个字');
  });

  it('masks a private number in the wrong column', () => {
    const row = oneCell('乡镇', '示例镇 19900000001');
    expect(JSON.stringify([row.shown, row.problems])).not.toContain('19900000001');
  });
});
