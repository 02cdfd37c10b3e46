import { describe, expect, it } from 'vitest';
import { workCalendar } from '../../../db/model/calendar.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { departureOf, publicityPeriod, publicityState } from '../../../db/model/publicity.ts';
import type { CountingRule } from '../../../db/model/terms.ts';
import { must } from '../open/fixtures.ts';

const RULES = ['naturalIncludingFirst', 'naturalExcludingFirst', 'workingDays'] as const;

/** Worked out on a wall calendar with the State Council's holiday notices of 2021 and 2022 beside it. */
const TABLE: readonly (readonly [string, number, string, string, string, string])[] = [
  // first day, days, 含首日, 不含首日, 工作日, why
  ['2021-04-19', 7, '2021-04-25', '2021-04-26', '2021-04-27', '04-25 (Sun) was worked, 04-24 (Sat) was not'],
  ['2021-04-15', 7, '2021-04-21', '2021-04-22', '2021-04-25', 'again over the worked Sunday'],
  [
    '2021-04-12',
    7,
    '2021-04-19',
    '2021-04-19',
    '2021-04-21',
    '04-18 is a Sunday: the count with first day moves',
  ],
  ['2021-04-29', 7, '2021-05-06', '2021-05-06', '2021-05-12', '五一 05-01 to 05-05; 05-08 (Sat) was worked'],
  [
    '2021-09-24',
    7,
    '2021-09-30',
    '2021-10-08',
    '2021-10-09',
    '国庆 10-01 to 10-07; 09-26 (Sun) and 10-09 (Sat) worked',
  ],
  ['2021-09-30', 7, '2021-10-08', '2021-10-08', '2021-10-15', '国庆 holds no working day; 10-09 counts'],
  ['2021-10-01', 7, '2021-10-08', '2021-10-08', '2021-10-15', 'posted on the holiday itself'],
  [
    '2021-02-05',
    7,
    '2021-02-18',
    '2021-02-18',
    '2021-02-20',
    '春节 02-11 to 02-17; 02-07 (Sun) and 02-20 (Sat) worked',
  ],
  ['2021-02-10', 5, '2021-02-18', '2021-02-18', '2021-02-23', '春节 in the middle'],
  [
    '2022-01-28',
    7,
    '2022-02-07',
    '2022-02-07',
    '2022-02-11',
    '春节 2022: 01-31 to 02-06; 01-29 and 01-30 worked',
  ],
  [
    '2021-12-27',
    7,
    '2022-01-04',
    '2022-01-04',
    '2022-01-06',
    '元旦 01-01 to 01-03, over the turn of the year',
  ],
];

describe('publicityPeriod', () => {
  const lastDay = (first: string, days: number, rule: CountingRule) =>
    must(publicityPeriod(isoDate(first), days, rule, workCalendar())).lastDay;

  it.each(TABLE)('counts from %s %i days: %s, %s, %s (%s)', (first, days, ...expected) => {
    expect(RULES.map((rule) => lastDay(first, days, rule))).toEqual(expected.slice(0, 3));
  });

  it('never counts an unknown year in working days, and warns about it otherwise', () => {
    const first = isoDate('2027-09-27');
    const refused = publicityPeriod(first, 7, 'workingDays', workCalendar());
    expect(refused.ok ? [] : refused.problems.map((one) => one.code)).toEqual(['calendar.unknownYear']);
    const natural = must(publicityPeriod(first, 7, 'naturalExcludingFirst', workCalendar()));
    expect(natural.warnings.map((one) => one.code)).toContain('calendar.unknownYear');
  });

  it('refuses as well when only the end lies in the unknown year', () => {
    const refused = publicityPeriod(isoDate('2026-12-28'), 7, 'workingDays', workCalendar());
    expect(refused.ok).toBe(false);
  });

  it('warns of a period that lies in a long holiday and of a first day that is none', () => {
    const codes = (first: string) =>
      must(publicityPeriod(isoDate(first), 7, 'naturalExcludingFirst', workCalendar())).warnings.map(
        (one) => one.code,
      );
    expect(codes('2021-09-30')).toEqual(['publicity.moved', 'publicity.holiday']);
    expect(codes('2021-10-01')).toContain('publicity.firstDayRest');
    expect(codes('2021-04-19')).toEqual([]);
  });
});

describe('publicityState and departureOf', () => {
  const facts = {
    firstDay: isoDate('2021-04-15'),
    lastDay: isoDate('2021-04-22'),
    cancelledOn: null,
    openObjections: 0,
  };
  it('counts the last day into the period', () => {
    expect(publicityState(facts, isoDate('2021-04-22'))).toBe('running');
    expect(publicityState(facts, isoDate('2021-04-23'))).toBe('closed');
    expect(publicityState({ ...facts, openObjections: 1 }, isoDate('2021-04-23'))).toBe('awaitingObjections');
  });

  it('tells an objection before a withdrawal', () => {
    const entry = {
      removedOn: isoDate('2021-04-20'),
      removedReason: '异议成立',
      withdrawnOn: isoDate('2021-04-18'),
      withdrawnReason: '不参加',
    };
    expect(departureOf(entry)?.because).toBe('objection');
    expect(departureOf({ ...entry, removedOn: null })?.because).toBe('withdrawn');
    expect(departureOf({ ...entry, removedOn: null, withdrawnOn: null })).toBeNull();
  });
});
