import { describe, expect, it } from 'vitest';
import { pageNumbers } from '../../../db/model/archive.ts';
import { carriesPrivateNumbers, inPrintOrder, withCopies } from '../../../db/model/printing.ts';

const papers = [
  { name: '公示', sheet: null },
  { name: '甲方案', sheet: 'plan' },
  { name: '甲申请', sheet: 'application' },
  { name: '乙方案', sheet: 'plan' },
  { name: '乙申请', sheet: 'application' },
] as const;

const names = (of: readonly { readonly name: string }[]) => of.map((one) => one.name);

describe('the order of printing', () => {
  it('keeps each workshop together, or each paper, those of the year in front', () => {
    expect(names(inPrintOrder(papers, 'byWorkshop'))).toEqual(names(papers));
    expect(names(inPrintOrder(papers, 'byPaper'))).toEqual(['公示', '甲申请', '乙申请', '甲方案', '乙方案']);
  });

  it('repeats the whole set, or each paper', () => {
    expect(withCopies(['甲', '乙'], { copies: 2, copyOrder: 'sets' })).toEqual(['甲', '乙', '甲', '乙']);
    expect(withCopies(['甲', '乙'], { copies: 2, copyOrder: 'each' })).toEqual(['甲', '甲', '乙', '乙']);
    expect(withCopies(['甲', '乙'], { copies: 1, copyOrder: 'sets' })).toEqual(['甲', '乙']);
  });
});

it('knows the papers that carry private numbers by their nature', () => {
  expect(carriesPrivateNumbers({ paper: 'application' })).toBe(true);
  expect(carriesPrivateNumbers({ paper: 'plan' })).toBe(false);
});

describe('页号 of the catalogue', () => {
  it('tells where each item begins, and of the last where it ends', () => {
    expect(pageNumbers([2, 1, 3])).toEqual(['1', '3', '4—6']);
  });

  it('tells one page once, and nothing of what lies apart', () => {
    expect(pageNumbers([2, 0, 1])).toEqual(['1', '', '3']);
    expect(pageNumbers([2, 3, 0])).toEqual(['1', '3—5', '']);
    expect(pageNumbers([])).toEqual([]);
  });
});
