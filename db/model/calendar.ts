import chineseDays from 'chinese-days';
import { addDays, type IsoDate, weekday, yearOf } from './dates.ts';

/** The years whose statutory holidays the library knows (anchors.md: it counts unknown years as plain weeks). */
const FIRST_KNOWN_YEAR = 2004;
const LAST_KNOWN_YEAR = 2026;

/** One day that differs from the plain week: a holiday, or a weekend day worked instead. */
export interface CalendarException {
  readonly date: IsoDate;
  readonly kind: 'rest' | 'work';
  readonly name: string;
}

export interface WorkCalendar {
  /** False where only weekends, but no holidays, are known. */
  knows(year: number): boolean;
  isRestDay(date: IsoDate): boolean;
}

const isWeekend = (date: IsoDate): boolean => weekday(date) >= 6;

/** The statutory calendar, with the office's own corrections on top. A year is known once it has any correction. */
export function workCalendar(corrections: readonly CalendarException[] = []): WorkCalendar {
  const own = new Map(corrections.map((one) => [one.date, one.kind]));
  const ownYears = new Set(corrections.map((one) => yearOf(one.date)));
  const inLibrary = (year: number): boolean => year >= FIRST_KNOWN_YEAR && year <= LAST_KNOWN_YEAR;
  return {
    knows: (year) => ownYears.has(year) || inLibrary(year),
    isRestDay: (date) => {
      const corrected = own.get(date);
      if (corrected) return corrected === 'rest';
      return inLibrary(yearOf(date)) ? chineseDays.isHoliday(date) : isWeekend(date);
    },
  };
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
