import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import { collate } from '../../../reports/bundle/collate.ts';
import { bookmarks, pageSizes, pageTexts, printed } from './support.ts';

const head = { title: '批量打印', office: '示例县市场监督管理局', madeOn: isoDate('2021-05-01') };

describe('papers joined to be printed at once', async () => {
  const portrait = await printed('甲', 1);
  const long = await printed('乙', 3);
  const landscape = await printed('丙', 1, 'landscape');
  const papers = [portrait, long, landscape].map((bytes, index) => ({
    bytes,
    title: `材料${index + 1}`,
    group: index === 0 ? '全年材料' : '示例作坊',
  }));

  it('puts them one after the other, each as it lies', async () => {
    const joined = await collate({ ...head, papers, sequence: [0, 1, 2], duplex: false });
    expect(joined).toMatchObject({ pages: 5, blanks: 0, starts: [1, 2, 5] });
    expect(pageTexts(joined.bytes).map((text) => text.slice(0, 2))).toEqual([
      '甲1',
      '乙1',
      '乙2',
      '乙3',
      '丙1',
    ]);
    expect(pageSizes(joined.bytes)).toEqual(['595x842', '595x842', '595x842', '595x842', '842x595']);
  });

  it('begins each paper on the front of a sheet, with blank backs as large as their fronts', async () => {
    const joined = await collate({ ...head, papers, sequence: [2, 0, 1], duplex: true });
    expect(joined).toMatchObject({ pages: 7, blanks: 2, starts: [1, 3, 5] });
    expect(pageTexts(joined.bytes).map((text) => text.slice(0, 2))).toEqual([
      '丙1',
      '',
      '甲1',
      '',
      '乙1',
      '乙2',
      '乙3',
    ]);
    expect(pageSizes(joined.bytes).slice(0, 3)).toEqual(['842x595', '842x595', '595x842']);
  });

  it('repeats a paper without carrying it twice', async () => {
    const once = await collate({ ...head, papers, sequence: [1], duplex: false });
    const often = await collate({ ...head, papers, sequence: [1, 1, 1, 1, 1], duplex: false });
    expect(often.pages).toBe(15);
    expect(pageTexts(often.bytes).at(-1)).toContain('乙3');
    expect(often.bytes.length).toBeLessThan(once.bytes.length * 1.5);
  });

  it('leads to every paper by bookmarks, grouped', async () => {
    const joined = await collate({ ...head, papers, sequence: [0, 1, 2], duplex: true });
    expect(await bookmarks(joined.bytes)).toEqual([
      { title: '全年材料', page: 1, children: [{ title: '材料1', page: 1, children: [] }] },
      {
        title: '示例作坊',
        page: 3,
        children: [
          { title: '材料2', page: 3, children: [] },
          { title: '材料3', page: 7, children: [] },
        ],
      },
    ]);
  });

  it('gives the same bytes for the same papers', async () => {
    const make = () => collate({ ...head, papers, sequence: [0, 2, 1], duplex: true });
    const [one, other] = [await make(), await make()];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  });
});
