import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../audit.ts';
import {
  type CalendarDay,
  completenessFault,
  describeDays,
  libraryDays,
  libraryKnows,
  type WorkCalendar,
  workCalendar,
} from '../model/calendar.ts';
import type { CalendarChange, CalendarYear } from '../model/contract/calendar.ts';
import { type IsoDate, yearOf } from '../model/dates.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { calendarDay } from '../schema.ts';
import { readSetting, writeSetting } from './settings.ts';

const COMPLETE_KEY = 'calendarCompleteYears';
const Years = z.array(z.int());

/** The office's own corrections of the statutory calendar, by date. */
const calendarCorrections = (office: Office): readonly CalendarDay[] =>
  office.db.select().from(calendarDay).orderBy(asc(calendarDay.date)).all();

/** The years beyond the library that the office says it entered completely. */
export function completeYears(office: Office): readonly number[] {
  const stored = readSetting(office, COMPLETE_KEY);
  return stored === null ? [] : Years.parse(JSON.parse(stored));
}

/** The calendar that every deadline and every 公示 of this office is counted by. */
export const officeCalendar = (office: Office): WorkCalendar =>
  workCalendar(calendarCorrections(office), completeYears(office));

/** One year as the editor shows it. */
export function calendarYear(office: Office, year: number): CalendarYear {
  return {
    year,
    inLibrary: libraryKnows(year),
    complete: completeYears(office).includes(year),
    statutory: libraryDays(year),
    corrections: calendarCorrections(office).filter((one) => yearOf(one.date) === year),
  };
}

function putDay(office: Office, day: CalendarDay): void {
  office.db.insert(calendarDay).values(day).onConflictDoUpdate({ target: calendarDay.date, set: day }).run();
}

const dropDay = (office: Office, date: IsoDate): void =>
  void office.db.delete(calendarDay).where(eq(calendarDay.date, date)).run();

function setComplete(office: Office, { year, complete }: NonNullable<CalendarChange['complete']>): void {
  const others = completeYears(office).filter((one) => one !== year);
  writeSetting(office, COMPLETE_KEY, JSON.stringify(complete ? [...others, year] : others));
}

/** What undoes a change: the days as they were. */
function inverseOf(office: Office, { set, remove, complete }: CalendarChange): CalendarChange {
  const before = new Map(calendarCorrections(office).map((one) => [one.date, one]));
  const touched = [...new Set([...set.map((one) => one.date), ...remove])];
  const year = complete?.year;
  return {
    set: touched.flatMap((date) => before.get(date) ?? []),
    remove: touched.filter((date) => !before.has(date)),
    complete: year === undefined ? null : { year, complete: completeYears(office).includes(year) },
  };
}

function describeChange({ set, remove, complete }: CalendarChange): string {
  const parts = [
    set.length > 0 && describeDays(set),
    remove.length > 0 && `${remove.join('、')}恢复为法定安排`,
    complete && `${complete.year}年${complete.complete ? '已录全' : '改为未录全'}`,
  ];
  return parts.filter((part) => typeof part === 'string').join('；');
}

/** Changes the office's own days; answers the change that undoes it. What was posted keeps its dates. */
export function changeCalendar(office: Office, change: CalendarChange, act: Act): Result<CalendarChange> {
  return transact(office, () => {
    const inverse = inverseOf(office, change);
    for (const date of change.remove) dropDay(office, date);
    for (const day of change.set) putDay(office, day);
    const fault = change.complete?.complete
      ? completenessFault(change.complete.year, calendarCorrections(office))
      : undefined;
    if (fault !== undefined) return refuse(problem('calendar.incomplete', fault));
    if (change.complete) setComplete(office, change.complete);
    audit(office, act, 'calendar.change', `修改了节假日表：${describeChange(change)}`);
    return ok(inverse);
  });
}
