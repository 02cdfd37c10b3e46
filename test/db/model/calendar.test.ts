import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CalendarDay,
  workCalendar,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../../../db/model/calendar.ts';
import { addDays, isoDate } from '../../../db/model/dates.ts';
import { publicityPeriod } from '../../../db/model/publicity.ts';
import { codesOf, must } from '../open/fixtures.ts';

const NATIONAL_DAY_2027: readonly CalendarDay[] = ['01', '02', '03', '04', '05', '06', '07'].map((day) => ({
  date: isoDate(`2027-10-${day}`),
  kind: 'rest',
  name: '国庆节',
}));

describe('workCalendar', () => {
  it('knows a year beyond the library only once it is entered completely', () => {
    expect(workCalendar().knows(2026)).toBe(true);
    expect(workCalendar().knows(2027)).toBe(false);
    expect(workCalendar(NATIONAL_DAY_2027).knows(2027)).toBe(false);
    expect(workCalendar(NATIONAL_DAY_2027, [2027]).knows(2027)).toBe(true);
  });

  it("puts the office's own days over the statutory ones", () => {
    const date = isoDate('2021-10-09');
    expect(workCalendar().isRestDay(date)).toBe(false);
    expect(workCalendar([{ date, kind: 'rest', name: '' }]).isRestDay(date)).toBe(true);
  });

  it('moves a deadline earlier and the end of a notice later: 2021-11-20 was a Saturday', () => {
    const calendar = workCalendar();
    expect(workingDayOnOrBefore(isoDate('2021-11-20'), calendar)).toBe('2021-11-19');
    expect(workingDayOnOrAfter(isoDate('2021-11-20'), calendar)).toBe('2021-11-22');
  });

  it('lands on a working day, on the right side, whatever the table holds', () => {
    const start = isoDate('2027-01-01');
    const days = fc.array(
      fc.record({ offset: fc.nat(364), kind: fc.constantFrom<CalendarDay['kind']>('rest', 'work') }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(days, fc.nat(300), (table, offset) => {
        const rows = table.map(({ offset: at, kind }) => ({ date: addDays(start, at), kind, name: '' }));
        const calendar = workCalendar(rows);
        const day = addDays(start, offset);
        const after = workingDayOnOrAfter(day, calendar);
        const before = workingDayOnOrBefore(day, calendar);
        expect(after >= day && before <= day).toBe(true);
        expect(calendar.isRestDay(after) || calendar.isRestDay(before)).toBe(false);
      }),
    );
  });
});

describe('publicityPeriod', () => {
  const first = isoDate('2027-09-28');

  it('never counts working days into a year nobody entered, and says which year', () => {
    const refused = publicityPeriod(first, 7, 'workingDays', workCalendar(NATIONAL_DAY_2027));
    expect(codesOf(refused)).toEqual(['calendar.unknownYear']);
    expect(refused.ok ? '' : refused.problems[0]?.found).toBe('2027');
  });

  it('counts them over the holidays once the office entered the year', () => {
    const calendar = workCalendar(NATIONAL_DAY_2027, [2027]);
    expect(must(publicityPeriod(first, 7, 'workingDays', calendar)).lastDay).toBe('2027-10-14');
  });
});
