import { type CalendarDay, isWeekend } from '../../db/model/calendar.ts';
import type { CalendarYear } from '../../db/model/contract/calendar.ts';
import type { IsoDate } from '../../db/model/dates.ts';

/** A day that differs from the plain week, or did before the office corrected it. */
export interface HolidayRow extends CalendarDay {
  readonly source: 'statutory' | 'own';
  /** What it would be without the office's correction. */
  readonly otherwise: CalendarDay['kind'];
}

const plain = (date: IsoDate): CalendarDay['kind'] => (isWeekend(date) ? 'rest' : 'work');

/** The statutory days and the office's own in one list by date; its own hide the statutory ones. */
export function holidayRows({ statutory, corrections }: CalendarYear): readonly HolidayRow[] {
  const known = new Map(statutory.map((day) => [day.date, day.kind]));
  const own = new Set(corrections.map((day) => day.date));
  const rows: readonly HolidayRow[] = [
    ...statutory
      .filter((day) => !own.has(day.date))
      .map((day): HolidayRow => ({ ...day, source: 'statutory', otherwise: day.kind })),
    ...corrections.map(
      (day): HolidayRow => ({ ...day, source: 'own', otherwise: known.get(day.date) ?? plain(day.date) }),
    ),
  ];
  return rows.toSorted((one, other) => one.date.localeCompare(other.date));
}
