import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay } from '../../../../db/model/import/days.ts';
import { numberText, serialToIso } from '../../../../db/model/import/grid.ts';
import { readQuantity } from '../../../../db/model/import/numbers.ts';
import { compact, maskPatterns, tidy } from '../../../../db/model/import/text.ts';
import { headerAreaUnit, headerMoneyUnit, notedUnit } from '../../../../db/model/import/units.ts';

const quantity = (text: string) => {
  const read = readQuantity(text, '35');
  return read.ok ? [read.value.value, read.value.unit] : read.fault.code;
};

describe('written numbers', () => {
  it.each([
    ['35', 35, ''],
    [' ３５．５ ', 35.5, ''],
    ['1,234,567.8', 1_234_567.8, ''],
    ['１，２３４', 1234, ''],
    ['+3', 3, ''],
    ['.5', 0.5, ''],
    ['35平方米', 35, '平方米'],
    ['35 ㎡', 35, 'm2'],
    ['35m²', 35, 'm2'],
    ['1.5万元', 1.5, '万元'],
    ['3万', 3, '万'],
    ['¥15000', 15_000, ''],
    ['￥15,000元', 15_000, '元'],
    ['一万', 10_000, '元'],
    ['壹万伍仟元整', 15_000, '元'],
    ['十二', 12, ''],
    ['一百零五', 105, ''],
    ['两万三千', 23_000, '元'],
    ['3万5千', 35_000, '元'],
    ['1.2万3千元', 15_000, '元'],
  ])('reads %s', (text, value, unit) => {
    expect(quantity(text)).toEqual([value, unit]);
  });

  it.each([
    ['约35', 'import.vague'],
    ['35左右', 'import.vague'],
    ['≥30', 'import.vague'],
    ['30以上', 'import.vague'],
    ['30-40', 'import.range'],
    ['1万～2万', 'import.range'],
    ['30至40㎡', 'import.range'],
    ['三十来平', 'import.vague'],
    ['-5', 'import.negative'],
    ['1,5', 'import.notNumber'],
    ['12,34,567', 'import.notNumber'],
    ['1.2.3', 'import.notNumber'],
    ['面积不详', 'import.notNumber'],
    ['一万五', 'import.notNumber'],
    ['百一千', 'import.notNumber'],
  ])('refuses %s', (text, code) => {
    expect(quantity(text)).toBe(code);
  });

  it('never throws, and gives no negative or endless value', () => {
    const pieces = fc.constantFrom(
      '1',
      '0',
      '.',
      ',',
      '万',
      '元',
      '千',
      '十',
      '一',
      '-',
      '约',
      '㎡',
      ' ',
      '２',
      'e',
      '零',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          const read = readQuantity(text, '35');
          if (read.ok) expect(read.value.value >= 0 && Number.isFinite(read.value.value)).toBe(true);
        },
      ),
    );
  });

  it('reads back what it would print', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (hundredths) => {
        expect(quantity(numberText(hundredths / 100))).toEqual([hundredths / 100, '']);
        expect(quantity((hundredths / 100).toLocaleString('en-US'))).toEqual([hundredths / 100, '']);
      }),
    );
  });
});

describe('written days', () => {
  const day = (text: string, rules = {}) => {
    const read = readDay(text, rules);
    return read.ok ? read.value : read.fault.code;
  };

  it.each([
    '2021-04-05',
    '2021.4.5',
    '2021年4月5日',
    '2021年04月05',
    '2021/4/5',
    '20210405',
    '２０２１．４．５',
    '2021 - 4 - 5',
    '2021年4月5号',
    '2021.4.5.',
    '2021-04-05 00:00:00',
    '2021-04-05T08:30',
  ])('reads %s', (text) => {
    expect(day(text)).toBe('2021-04-05');
  });

  it.each([
    ['2021-02-30', 'import.noSuchDay'],
    ['2021.13.1', 'import.noSuchDay'],
    ['0021-04-05', 'import.noSuchDay'],
    ['2021-4', 'import.noDay'],
    ['2021年', 'import.noDay'],
    ['21.4.5', 'import.shortYear'],
    ['5/4/2021', 'import.notDay'],
    ['四月五日', 'import.notDay'],
  ])('refuses %s', (text, code) => {
    expect(day(text)).toBe(code);
  });

  it('takes the first day where a column may be vague, and says so', () => {
    expect(day('2015年6月', { partial: true })).toBe('2015-06-01');
    const read = readDay('2015', { partial: true });
    expect(read.ok && [read.value, read.notes[0]?.code]).toEqual(['2015-01-01', 'import.partialDay']);
  });

  it('takes the end of a period', () => {
    expect(day('2021.4.5-2024.4.4', { periodEnd: true })).toBe('2024-04-04');
    expect(day('2021年4月5日至2024年4月4日', { periodEnd: true })).toBe('2024-04-04');
    expect(day('2021.4.5至长期', { periodEnd: true })).toBe('');
    expect(day('长期有效', { periodEnd: true })).toBe('');
    expect(day('2021.4.5-2024.4.4')).toBe('import.notDay');
  });

  it('never throws, and what it reads exists', () => {
    const pieces = fc.constantFrom('2021', '4', '31', '02', '.', '-', '年', '月', '日', '/', '至', ' ');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
        ),
        (text) => {
          const read = readDay(text, { partial: true, periodEnd: true });
          if (read.ok && read.value !== '') {
            expect(new Date(`${read.value}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read.value);
          }
        },
      ),
    );
  });

  it('reads every real day in every spelling, in no time zone', () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = 0, month = 0, dayOfMonth = 0] = iso.split('-').map(Number);
        for (const text of [
          iso,
          `${year}.${month}.${dayOfMonth}`,
          `${year}年${month}月${dayOfMonth}日`,
          iso.replaceAll('-', ''),
        ]) {
          expect(day(text)).toBe(iso);
        }
        const serial = Math.floor(date.getTime() / 86_400_000) + 25_569;
        expect(serialToIso(serial, false)).toBe(iso);
        expect(serialToIso(serial - 1462 + 0.99, true)).toBe(iso);
      }),
    );
  });

  it('knows no serial before March 1900 nor after 9999', () => {
    expect(serialToIso(60, false)).toBeUndefined();
    expect(serialToIso(61, false)).toBe('1900-03-01');
    expect(serialToIso(2_958_466, false)).toBeUndefined();
    expect(serialToIso(Number.NaN, false)).toBeUndefined();
  });
});

describe('units of headings', () => {
  it.each([
    ['年销售额（万元）', '万元'],
    ['年销售额\n(万元)', '万元'],
    ['计划投入资金/万元', '万元'],
    ['投入（万）', '万元'],
    ['投入资金（单位：元）', '元'],
    ['计划投入资金', null],
    ['计划投入资金（不低于1万元）', null],
    ['计划投入资金（万元，不低于1万元）', '万元'],
    ['产值（千元）', 'unsupported'],
    ['产值（元/万元）', 'unsupported'],
  ])('%s', (header, unit) => {
    expect(headerMoneyUnit(header)).toBe(unit);
  });

  it('knows ㎡ and 亩, and refuses what is neither or both', () => {
    expect(headerAreaUnit('操作间面积（㎡）')).toBe('㎡');
    expect(headerAreaUnit('操作间面积(m2)')).toBe('㎡');
    expect(headerAreaUnit('面积（亩）')).toBe('亩');
    expect(headerAreaUnit('操作间面积（不低于30㎡）')).toBe('㎡');
    expect(headerAreaUnit('面积（公顷）')).toBe('unsupported');
    expect(headerAreaUnit('面积（亩/㎡）')).toBe('unsupported');
    expect(headerAreaUnit('操作间面积')).toBeNull();
  });

  it('finds the unit note above a table', () => {
    expect(notedUnit('money', '单位：万元、㎡')).toBe('万元');
    expect(notedUnit('area', '单位：万元、㎡')).toBe('㎡');
    expect(notedUnit('area', '单位：万元')).toBeNull();
    expect(notedUnit('money', '填报单位：示例县局')).toBeNull();
  });
});

describe('text', () => {
  it('drops what cannot be seen', () => {
    expect(tidy('　示例\n豆 腐　坊 ')).toBe('示例豆腐坊');
    expect(tidy('GB  2712')).toBe('GB 2712');
    expect(compact('（Ａ １）')).toBe('(A1)');
  });

  it('is the same done twice, and the quick path agrees with the slow one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(compact(compact(text))).toBe(compact(text));
        expect(tidy(tidy(text))).toBe(tidy(text));
      }),
    );
  });

  it('masks private numbers anywhere', () => {
    expect(maskPatterns('张示例19900000001转')).not.toContain('19900000001');
  });
});
