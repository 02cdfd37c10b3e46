import { afterEach, describe, expect, it } from 'vitest';
import { auditRows } from '../../../db/audit.ts';
import { calendarYear, changeCalendar, officeCalendar } from '../../../db/bureau/calendar.ts';
import { parseCalendarText } from '../../../db/model/calendarText.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { proposePublicity } from '../../../db/publicity/publicity.ts';
import { ACT, aprilOffice } from '../aprilOffice.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

const days = must(parseCalendarText('1-01 休 元旦\n10-01 至 10-07 休 国庆节；10-09 班', 2027));
const IMPORT = { set: [...days], remove: [], complete: { year: 2027, complete: true } };

describe('changeCalendar', () => {
  it('makes a year known, and its undoing unknown again', async () => {
    const office = await aprilOffice();
    const choice = { firstDay: isoDate('2027-09-28'), days: 7, countingRule: 'workingDays' } as const;
    const propose = () => proposePublicity(office, choice, ACT.today);
    expect(codesOf(propose())).toEqual(['calendar.unknownYear']);
    const inverse = must(changeCalendar(office, IMPORT, ACT));
    expect(must(propose()).lastDay).toBe('2027-10-13');
    expect(auditRows(office, { limit: 1 })[0]?.sentence).toBe(
      '修改了节假日表：2027-01-01休息（元旦），2027-10-01至2027-10-07休息（国庆节），2027-10-09上班（国庆节）；2027年已录全',
    );
    must(changeCalendar(office, inverse, ACT));
    expect(codesOf(propose())).toEqual(['calendar.unknownYear']);
    expect(calendarYear(office, 2027)).toMatchObject({ corrections: [], complete: false, inLibrary: false });
  });

  it('does not take a year without 元旦 and 国庆节 for complete', async () => {
    const office = await aprilOffice();
    const empty = { set: [], remove: [], complete: { year: 2027, complete: true } };
    expect(codesOf(changeCalendar(office, empty, ACT))).toEqual(['calendar.incomplete']);
    expect(calendarYear(office, 2027).complete).toBe(false);
  });

  it('sets one day aside and back', async () => {
    const office = await aprilOffice();
    const date = isoDate('2021-10-09');
    must(
      changeCalendar(
        office,
        { set: [{ date, kind: 'rest', name: '县庆' }], remove: [], complete: null },
        ACT,
      ),
    );
    expect(officeCalendar(office).isRestDay(date)).toBe(true);
    const again = { set: [{ date, kind: 'work', name: '' }], remove: [], complete: null } as const;
    const inverse = must(changeCalendar(office, { ...again, set: [...again.set], remove: [] }, ACT));
    must(changeCalendar(office, inverse, ACT));
    expect(calendarYear(office, 2021).corrections).toEqual([{ date, kind: 'rest', name: '县庆' }]);
    must(changeCalendar(office, { set: [], remove: [date], complete: null }, ACT));
    expect(officeCalendar(office).isRestDay(date)).toBe(false);
  });
});
