import { z } from 'zod';
import { addDays, daysBetween, Instant, type IsoDate, isoDate, weekday } from './dates.ts';

/** Why a backup was made; part of its file name. */
export const BackupReason = z.enum(['每日', '迁移前', '恢复前', '导入前', '手动']);
export type BackupReason = z.infer<typeof BackupReason>;

/** What the rule looks at. */
export interface BackupMoment {
  readonly at: Instant;
  readonly reason: BackupReason;
}

const DAILY_DAYS = 7;
const WEEKS = 8;
const MONTHS = 24;

const OFFICE_HOURS_AHEAD_OF_UTC = 8;

/** The office's wall clock (Beijing time, which has no summer time) as `YYYYMMDD-HHmmss`. */
export function officeStamp(at: Instant): string {
  const local = new Date(Date.parse(at) + OFFICE_HOURS_AHEAD_OF_UTC * 3_600_000).toISOString();
  return `${local.slice(0, 10).replaceAll('-', '')}-${local.slice(11, 19).replaceAll(':', '')}`;
}

/** The office's calendar day of a moment. */
export const officeDay = (at: Instant): IsoDate => {
  const stamp = officeStamp(at);
  return isoDate(`${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`);
};

const STAMP = /^(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})$/;

/** The reverse of `officeStamp`, to the second. */
export function fromOfficeStamp(stamp: string): Instant | undefined {
  const [, year, month, day, hour, minute, second] = STAMP.exec(stamp) ?? [];
  const milliseconds = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`);
  return Number.isNaN(milliseconds) ? undefined : Instant.parse(new Date(milliseconds).toISOString());
}

const mondayOf = (day: IsoDate): IsoDate => addDays(day, 1 - weekday(day));
const monthNumber = (day: IsoDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** The newest of each group; of equal moments the one listed first. */
function newestOfEach<T extends BackupMoment>(
  backups: readonly T[],
  groupOf: (day: IsoDate) => string,
): readonly T[] {
  const newest = new Map<string, T>();
  for (const one of backups) {
    const group = groupOf(officeDay(one.at));
    const best = newest.get(group);
    if (!best || Date.parse(one.at) > Date.parse(best.at)) newest.set(group, one);
  }
  return [...newest.values()];
}

/**
 * Which backups may go: all of the last 7 days stay, then the newest of each of the last 8 weeks and of each of the
 * last 24 months; the newest of all and those made by hand always stay.
 */
export function pruneRule<T extends BackupMoment>(
  backups: readonly T[],
  today: IsoDate,
): { readonly keep: readonly T[]; readonly remove: readonly T[] } {
  const age = (one: T): number => daysBetween(officeDay(one.at), today);
  const weeksAgo = (one: T): number => daysBetween(mondayOf(officeDay(one.at)), mondayOf(today)) / 7;
  const monthsAgo = (one: T): number => monthNumber(today) - monthNumber(officeDay(one.at));
  const kept = new Set<T>([
    ...backups.filter((one) => one.reason === '手动' || age(one) < DAILY_DAYS),
    ...newestOfEach(
      backups.filter((one) => weeksAgo(one) < WEEKS),
      mondayOf,
    ),
    ...newestOfEach(
      backups.filter((one) => monthsAgo(one) < MONTHS),
      (day) => day.slice(0, 7),
    ),
    ...newestOfEach(backups, () => 'all'),
  ]);
  return { keep: backups.filter((one) => kept.has(one)), remove: backups.filter((one) => !kept.has(one)) };
}

/** Whether today's daily backup is still to be made. One dated ahead, by a clock gone wrong, does not count. */
export const dailyBackupDue = (backups: readonly BackupMoment[], today: IsoDate): boolean =>
  !backups.some(({ at, reason }) => reason === '每日' && officeDay(at) === today);
