import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { z } from 'zod';

dayjs.extend(utc);

/** A calendar day as `YYYY-MM-DD` text. Arithmetic is done in UTC, so no time zone can shift it. */
export const IsoDate = z.iso.date().brand<'IsoDate'>();
export type IsoDate = z.infer<typeof IsoDate>;

/** A moment as UTC ISO text. */
export const Instant = z.iso.datetime().brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

export const isoDate = (text: string): IsoDate => IsoDate.parse(text);

export const addDays = (date: IsoDate, days: number): IsoDate =>
  isoDate(dayjs.utc(date).add(days, 'day').format('YYYY-MM-DD'));

/** The same day in another year; 29 February becomes the 28th where there is none. */
export const addYears = (date: IsoDate, years: number): IsoDate =>
  isoDate(dayjs.utc(date).add(years, 'year').format('YYYY-MM-DD'));

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayjs.utc(to).diff(dayjs.utc(from), 'day');

/** 1 = Monday … 7 = Sunday. */
export const weekday = (date: IsoDate): number => dayjs.utc(date).day() || 7;

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

export const earliest = (dates: readonly IsoDate[]): IsoDate | undefined => [...dates].sort().at(0);
export const latest = (dates: readonly IsoDate[]): IsoDate | undefined => [...dates].sort().at(-1);

/** `2021-03-05` → `2021年3月5日` (GB/T 9704: full year, no leading zeros). */
export const inChinese = (date: IsoDate): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

const WEEKDAYS = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];
export const weekdayInChinese = (date: IsoDate): string => WEEKDAYS[weekday(date)] ?? '';

const OFFICE_OFFSET_MS = 8 * 3_600_000;

/** A stored moment (UTC) as the office's wall clock (Beijing time) shows it: `2021-04-05 09:30`. */
export function momentText(instant: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  return new Date(time + OFFICE_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}
