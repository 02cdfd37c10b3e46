import { describe, expect, it } from 'vitest';
import { libraryDays } from '../../../db/model/calendar.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { holidayRows } from '../../../renderer/settings/holidayRows.ts';

const YEAR = { year: 2021, inLibrary: true, complete: false, statutory: libraryDays(2021), corrections: [] };

describe('holidayRows', () => {
  it("shows the office's own day instead of the statutory one, in its place", () => {
    const date = isoDate('2021-10-09');
    const rows = holidayRows({ ...YEAR, corrections: [{ date, kind: 'rest', name: '县庆' }] });
    expect(rows).toHaveLength(YEAR.statutory.length);
    expect(rows.filter((row) => row.date === date)).toEqual([
      { date, kind: 'rest', name: '县庆', source: 'own', otherwise: 'work' },
    ]);
    expect(rows.map((row) => row.date)).toEqual(rows.map((row) => row.date).toSorted());
  });

  it('knows what a plain day would be without the correction', () => {
    const saturday = isoDate('2021-11-20');
    const rows = holidayRows({ ...YEAR, corrections: [{ date: saturday, kind: 'work', name: '' }] });
    expect(rows.find((row) => row.date === saturday)?.otherwise).toBe('rest');
  });
});
