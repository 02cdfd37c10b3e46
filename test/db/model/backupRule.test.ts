import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BackupMoment,
  BackupReason,
  dailyBackupDue,
  fromOfficeStamp,
  officeDay,
  officeStamp,
  pruneRule,
} from '../../../db/model/backupRule.ts';
import { addDays, daysBetween, Instant, isoDate } from '../../../db/model/dates.ts';

const TODAY = isoDate('2026-11-20');
const moment = (day: string, reason: BackupReason = '每日', time = '01:00:00.000Z'): BackupMoment => ({
  at: Instant.parse(`${day}T${time}`),
  reason,
});
const days = (backups: readonly BackupMoment[]) => backups.map(({ at }) => at.slice(0, 10));

const moments = fc
  .array(
    fc.record({
      daysAgo: fc.integer({ min: -3, max: 900 }),
      second: fc.nat(86_399),
      reason: fc.constantFrom(...BackupReason.options),
    }),
    { maxLength: 200 },
  )
  .map((all) =>
    all.map(
      ({ daysAgo, second, reason }): BackupMoment => ({
        at: Instant.parse(new Date(Date.parse(addDays(TODAY, -daysAgo)) + second * 1000).toISOString()),
        reason,
      }),
    ),
  );

describe('the pruning rule', () => {
  it('divides the backups and loses none', () => {
    fc.assert(
      fc.property(moments, (backups) => {
        const { keep, remove } = pruneRule(backups, TODAY);
        expect(new Set([...keep, ...remove])).toEqual(new Set(backups));
        expect(keep.length + remove.length).toBe(backups.length);
      }),
    );
  });

  it('never removes the newest, one made by hand, or one of the last 7 days', () => {
    fc.assert(
      fc.property(moments, (backups) => {
        const { remove } = pruneRule(backups, TODAY);
        const newest = Math.max(...backups.map(({ at }) => Date.parse(at)));
        for (const one of remove) {
          expect(Date.parse(one.at)).toBeLessThanOrEqual(newest);
          expect(one.reason).not.toBe('手动');
          expect(daysBetween(officeDay(one.at), TODAY)).toBeGreaterThanOrEqual(7);
        }
        if (backups.length > 0)
          expect(pruneRule(backups, TODAY).keep.some(({ at }) => Date.parse(at) === newest)).toBe(true);
      }),
    );
  });

  it('removes nothing more when it runs again, and keeps a bounded number', () => {
    fc.assert(
      fc.property(moments, (backups) => {
        const { keep } = pruneRule(backups, TODAY);
        expect(pruneRule(keep, TODAY).remove).toEqual([]);
        const old = keep.filter((one) => one.reason !== '手动' && daysBetween(officeDay(one.at), TODAY) >= 7);
        expect(old.length).toBeLessThanOrEqual(8 + 24 + 1);
      }),
    );
  });

  it('after years of daily use leaves 7 days, 8 weeks and 24 months', () => {
    let backups: readonly BackupMoment[] = [];
    for (let day = addDays(TODAY, -1000); day <= TODAY; day = addDays(day, 1)) {
      backups = pruneRule([...backups, moment(day)], day).keep;
    }
    expect(days(backups).slice(-7)).toEqual([14, 15, 16, 17, 18, 19, 20].map((day) => `2026-11-${day}`));
    // the Sundays of the seven weeks before, and the ends of the months before those
    expect(days(backups)).toEqual(
      expect.arrayContaining(['2026-10-04', '2026-11-08', '2026-10-31', '2024-12-31', '2026-09-30']),
    );
    expect(days(backups)[0]).toBe('2024-12-31');
    expect(backups.length).toBe(7 + 6 + 23);
  });

  it('keeps a lone old backup', () => {
    expect(pruneRule([moment('2020-01-01')], TODAY).remove).toEqual([]);
  });
});

describe('the daily backup', () => {
  it('is due once a day of the office', () => {
    expect(dailyBackupDue([], TODAY)).toBe(true);
    expect(dailyBackupDue([moment('2026-11-20', '手动')], TODAY)).toBe(true);
    expect(dailyBackupDue([moment('2026-11-19')], TODAY)).toBe(true);
    expect(dailyBackupDue([moment('2026-11-20')], TODAY)).toBe(false);
    expect(dailyBackupDue([moment('2027-11-20')], TODAY)).toBe(true);
    // 17:00 UTC is already the 20th in Beijing
    expect(dailyBackupDue([moment('2026-11-19', '每日', '17:00:00.000Z')], TODAY)).toBe(false);
  });
});

it('stamps are the wall clock in Beijing, to the second, and read back', () => {
  const at = Instant.parse('2026-12-31T16:30:05.000Z');
  expect(officeStamp(at)).toBe('20270101-003005');
  expect(officeDay(at)).toBe('2027-01-01');
  expect(fromOfficeStamp('20270101-003005')).toBe(at);
  expect([fromOfficeStamp('20271399-003005'), fromOfficeStamp('今天')]).toEqual([undefined, undefined]);
});
