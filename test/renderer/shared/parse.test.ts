import { describe, expect, test } from 'vitest';
import { parseArea, parseDate, parseNumber, parseYuan } from '../../../renderer/shared/parse.ts';

describe('an amount as typed', () => {
  test.each([
    ['', null],
    ['   ', null],
    ['0', 0],
    ['12000', 1_200_000],
    ['12,000.5', 1_200_050],
    ['１２，０００', 1_200_000],
    ['1.5万', 1_500_000],
    ['1.5 万元', 1_500_000],
    ['300元', 30_000],
    ['.5', 50],
    ['0.125', 13],
  ])('%j is %j 分', (typed, expected) => expect(parseYuan(typed)).toBe(expected));

  test.each(['一万', '-5', '1.2.3', '约5000', '1e9', '999999999999', '万'])('%j is no amount', (typed) =>
    expect(parseYuan(typed)).toBeUndefined(),
  );
});

describe('an area as typed', () => {
  test.each([
    ['', null],
    ['35', 3500],
    ['30.5㎡', 3050],
    ['３５平方米', 3500],
    ['42 m²', 4200],
    ['35.25平米', 3525],
  ])('%j is %j hundredths', (typed, expected) => expect(parseArea(typed)).toBe(expected));

  test.each(['半亩', '30-40', '-1', '3万', '99999999'])('%j is no area', (typed) =>
    expect(parseArea(typed)).toBeUndefined(),
  );
});

describe('a number as typed', () => {
  const percent = { suffix: '%', min: 0, max: 100 };
  const score = { suffix: '分', min: 0, max: 100, decimals: 1 };
  test.each([
    ['', percent, null],
    ['３', percent, 3],
    [' 60 % ', percent, 60],
    ['1,200', { suffix: '人', min: 1, max: 100_000 }, 1200],
    ['3人', { suffix: '人', min: 1, max: 100_000 }, 3],
    ['92.5分', score, 92.5],
  ] as const)('%j is read', (typed, rule, expected) => expect(parseNumber(typed, rule)).toBe(expected));

  test.each([
    ['约3', percent],
    ['3人', percent],
    ['101', percent],
    ['0.5', percent],
    ['-1', percent],
    ['92.55', score],
    ['0', { suffix: '人', min: 1, max: 100_000 }],
  ] as const)('%j is no such number', (typed, rule) => expect(parseNumber(typed, rule)).toBeUndefined());
});

describe('a date as typed', () => {
  test.each([
    ['', null],
    ['2021-04-05', '2021-04-05'],
    ['2021.4.5', '2021-04-05'],
    ['2021。4。5', '2021-04-05'],
    ['2021/4/5', '2021-04-05'],
    ['2021年4月5日', '2021-04-05'],
    ['2021年4月5', '2021-04-05'],
    ['20210405', '2021-04-05'],
    ['２０２１．４．５', '2021-04-05'],
    ['2024-2-29', '2024-02-29'],
  ])('%j is %j', (typed, expected) => expect(parseDate(typed)).toBe(expected));

  test.each(['2021-02-30', '2023.2.29', '2021-4', '21-4-5', '2021-13-01', '今天'])('%j is no day', (typed) =>
    expect(parseDate(typed)).toBeUndefined(),
  );
});
