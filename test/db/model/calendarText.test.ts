import { describe, expect, it } from 'vitest';
import { type CalendarDay, describeDays, libraryDays } from '../../../db/model/calendar.ts';
import { parseCalendarText } from '../../../db/model/calendarText.ts';
import { codesOf, must } from '../open/fixtures.ts';

const read = (text: string, year = 2027): readonly string[] =>
  must(parseCalendarText(text, year)).map(({ date, kind, name }) => `${date} ${kind} ${name}`.trim());

/** The notice of 2020-11-25 for 2021, as the State Council published it. */
const NOTICE_2021 = `一、元旦：2021年1月1日至3日放假，共3天。
二、春节：2月11日至17日放假调休，共7天。2月7日（星期日）、2月20日（星期六）上班。
三、清明节：4月3日至5日放假调休，共3天。
四、劳动节：5月1日至5日放假调休，共5天。4月25日（星期日）、5月8日（星期六）上班。
五、端午节：6月12日至14日放假，共3天。
六、中秋节：9月19日至21日放假调休，共3天。9月18日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月26日（星期日）、10月9日（星期六）上班。`;

const shape = (days: readonly CalendarDay[]): readonly string[] =>
  days.map(({ date, kind }) => `${date} ${kind}`).sort();

describe('parseCalendarText', () => {
  it('reads a range and a working weekend from one line', () => {
    expect(read('10-01 至 10-03 休；10-08 班')).toEqual([
      '2027-10-01 rest',
      '2027-10-02 rest',
      '2027-10-03 rest',
      '2027-10-08 work',
    ]);
  });

  it('reads the yearly notice as it is published: the same days as the statutory table', () => {
    expect(shape(must(parseCalendarText(NOTICE_2021, 2021)))).toEqual(shape(libraryDays(2021)));
  });

  it.each([
    ['2027年10月1日 休', ['2027-10-01 rest']],
    ['2027-10-01~10-02休 国庆节', ['2027-10-01 rest 国庆节', '2027-10-02 rest 国庆节']],
    ['10.1-10.2 放假', ['2027-10-01 rest', '2027-10-02 rest']],
    ['12-31 至 01-01 休 元旦', ['2027-12-31 rest 元旦', '2028-01-01 rest 元旦']],
    ['９月２６日、２７日上班', ['2027-09-26 work', '2027-09-27 work']],
    ['3-05 休 县庆日', ['2027-03-05 rest 县庆日']],
    ['元旦：1月1日放假，与周末连休。', ['2027-01-01 rest 元旦']],
  ])('understands %s', (text, days) => {
    expect(read(text)).toEqual(days);
  });

  it.each([
    ['10-01 至 10-07', 'calendar.line'],
    ['2-30 休', 'calendar.line'],
    ['10-07 至 10-01 休', 'calendar.line'],
    ['1-01 至 12-31 休', 'calendar.line'],
    ['放假安排另行通知', 'calendar.nothing'],
    ['', 'calendar.nothing'],
    ['10-01 休；10-01 班', 'calendar.twice'],
    // 2021-09-26 was a Sunday, so is 2027-09-26; 2021-10-08 was a Friday.
    ['10月8日（星期六）上班', 'calendar.line'],
  ])('refuses %s', (text, code) => {
    expect(codesOf(parseCalendarText(text, 2027))).toEqual([code]);
  });

  it('says which line is wrong', () => {
    const refused = parseCalendarText('10-01 休\n2-30 休', 2027);
    expect(refused.ok ? [] : refused.problems.map((one) => one.row)).toEqual([2]);
  });
});

describe('describeDays', () => {
  it('tells a run of days as one', () => {
    expect(describeDays(must(parseCalendarText('10-01 至 10-07 休 国庆节；10-08 班', 2027)))).toBe(
      '2027-10-01至2027-10-07休息（国庆节），2027-10-08上班（国庆节）',
    );
  });
});
