import { asc } from 'drizzle-orm';
import { z } from 'zod';
import { type CalendarDay, type WorkCalendar, workCalendar } from './model/calendar.ts';
import type { Office } from './office.ts';
import { calendarDay } from './schema.ts';
import { readSetting } from './settings.ts';

const COMPLETE_KEY = 'calendarCompleteYears';
const Years = z.array(z.int());

/** The office's own corrections of the statutory calendar, by date. */
export const calendarCorrections = (office: Office): readonly CalendarDay[] =>
  office.db.select().from(calendarDay).orderBy(asc(calendarDay.date)).all();

/** The years beyond the library that the office says it entered completely. */
export function completeYears(office: Office): readonly number[] {
  const stored = readSetting(office, COMPLETE_KEY);
  return stored === null ? [] : Years.parse(JSON.parse(stored));
}

/** The calendar that every deadline and every 公示 of this office is counted by. */
export const officeCalendar = (office: Office): WorkCalendar =>
  workCalendar(calendarCorrections(office), completeYears(office));
