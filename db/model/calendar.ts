import chineseDays from 'chinese-days';
import { z } from 'zod';
import { addDays, IsoDate, isoDate, weekday, yearOf } from './dates.ts';

/** The years whose statutory holidays the library knows (anchors.md: it counts unknown years as plain weeks). */
const FIRST_KNOWN_YEAR = 2004;
const LAST_KNOWN_YEAR = 2026;

/** One day that differs from the plain week: a holiday, or a weekend day worked instead. */
export const CalendarDay = z.object({
  date: IsoDate,
  kind: z.enum(['rest', 'work']),
  name: z.string().trim().max(20, '不能超过20个字'),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

export const DAY_KINDS: Readonly<Record<CalendarDay['kind'], string>> = { rest: '休息', work: '上班' };

export interface WorkCalendar {
  /** False where only weekends, but no holidays, are known. */
  knows(year: number): boolean;
  isRestDay(date: IsoDate): boolean;
}

export const isWeekend = (date: IsoDate): boolean => weekday(date) >= 6;

export const libraryKnows = (year: number): boolean => year >= FIRST_KNOWN_YEAR && year <= LAST_KNOWN_YEAR;

/**
 * The statutory calendar, with the office's own corrections on top. A year beyond the library is known only once the
 * office says that it entered it completely: a single correction must not make 国庆 a working day.
 */
export function workCalendar(
  corrections: readonly CalendarDay[] = [],
  completeYears: readonly number[] = [],
): WorkCalendar {
  const own = new Map(corrections.map((one) => [one.date, one.kind]));
  return {
    knows: (year) => libraryKnows(year) || completeYears.includes(year),
    isRestDay: (date) => {
      const corrected = own.get(date);
      if (corrected) return corrected === 'rest';
      return libraryKnows(yearOf(date)) ? chineseDays.isHoliday(date) : isWeekend(date);
    },
  };
}

/** The library's name is `National Day,国庆节,3`; a plain weekday's has no comma. */
const holidayName = (name: string): string | undefined => name.split(',')[1];

/** What the library knows of a year beyond the plain week: holidays, and weekend days worked instead. */
export function libraryDays(year: number): readonly CalendarDay[] {
  if (!libraryKnows(year)) return [];
  const days: CalendarDay[] = [];
  for (let date = isoDate(`${year}-01-01`); yearOf(date) === year; date = addDays(date, 1)) {
    const { work, name } = chineseDays.getDayDetail(date);
    const known = holidayName(name);
    if (known !== undefined) days.push({ date, kind: work ? 'work' : 'rest', name: known });
  }
  return days;
}

/** 元旦 and 国庆节 are holidays every year: a table without them is not complete. */
export function completenessFault(year: number, days: readonly CalendarDay[]): string | undefined {
  const rests = (month: string): boolean =>
    days.some((day) => day.kind === 'rest' && day.date.startsWith(`${year}-${month}-`));
  const missing = [!rests('01') && '元旦（1月）', !rests('10') && '国庆节（10月）'].filter(
    (one) => one !== false,
  );
  return missing.length === 0
    ? undefined
    : `${year}年还没有录入${missing.join('和')}的放假安排，不能标为已录全`;
}

/** `10-01至10-07休息（国庆节），10-08上班`: runs of days told as one. */
export function describeDays(days: readonly CalendarDay[]): string {
  const runs: { first: CalendarDay; last: IsoDate }[] = [];
  for (const day of [...days].sort((one, other) => one.date.localeCompare(other.date))) {
    const run = runs.at(-1);
    const follows = run && addDays(run.last, 1) === day.date;
    if (run && follows && run.first.kind === day.kind && run.first.name === day.name) run.last = day.date;
    else runs.push({ first: day, last: day.date });
  }
  return runs
    .map(({ first, last }) => {
      const span = first.date === last ? first.date : `${first.date}至${last}`;
      return `${span}${DAY_KINDS[first.kind]}${first.name === '' ? '' : `（${first.name}）`}`;
    })
    .join('，');
}

const step = (date: IsoDate, days: 1 | -1, calendar: WorkCalendar): IsoDate => {
  let current = date;
  while (calendar.isRestDay(current)) current = addDays(current, days);
  return current;
};

/** The day itself, or the first working day after it. The end of a 公示 moves this way (民法典 第203条). */
export const workingDayOnOrAfter = (date: IsoDate, calendar: WorkCalendar): IsoDate =>
  step(date, 1, calendar);

/** The day itself, or the last working day before it. A 报送 deadline moves this way (design §6.6). */
export const workingDayOnOrBefore = (date: IsoDate, calendar: WorkCalendar): IsoDate =>
  step(date, -1, calendar);
