import { describe, expect, it } from 'vitest';
import { type PagedTable, pagingOf } from '../../../reports/excel/pages.ts';

/** Across the page at full size, which leaves some 400 points below the heading: 18 rows. */
const table = (count: number, height = 22): PagedTable => ({
  widths: [6, 40, 40, 40],
  orientation: 'landscape',
  head: 80,
  rows: Array.from({ length: count }, () => height),
  tail: 64,
});

describe('how a table is divided into pages', () => {
  it('leaves a short table alone', () => {
    expect(pagingOf(table(0))).toEqual({ kind: 'flowing' });
    expect(pagingOf(table(10))).toEqual({ kind: 'flowing' });
  });

  it('draws what is a little more than a page a little smaller', () => {
    expect(pagingOf(table(16))).toEqual({ kind: 'onePage' });
  });

  it.each(Array.from({ length: 60 }, (_, index) => index + 18))(
    'keeps rows above the totals of %i rows, and below the heading of the page before',
    (count) => {
      const paging = pagingOf(table(count));
      if (paging.kind !== 'lastPage') throw new Error(`${count} rows: ${paging.kind}`);
      const kept = count - paging.firstRow;
      expect(kept).toBeGreaterThanOrEqual(2);
      expect(80 + kept * 22 + 64).toBeLessThanOrEqual(480);
      const before = paging.firstRow % 18;
      expect(before === 0 || before >= 2).toBe(true);
    },
  );

  it('flows where the rows are too high to stand with the totals', () => {
    expect(pagingOf(table(5, 390))).toEqual({ kind: 'flowing' });
  });

  it('counts on a smaller scale where the table is wider than the page', () => {
    const wide = { ...table(24), widths: [6, 60, 60, 60] };
    expect(pagingOf(table(24)).kind).toBe('lastPage');
    expect(pagingOf(wide).kind).toBe('onePage');
  });
});
