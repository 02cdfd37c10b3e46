import { describe, expect, it } from 'vitest';
import { type Finding, linesOf, median, percentile, timesOf } from '../../../build/bench/figures.ts';

describe('figures of a bench', () => {
  it('take the nearest rank, whatever the order of the runs', () => {
    const runs = [40, 10, 30, 20];
    expect(median(runs)).toBe(20);
    expect(percentile(runs, 0.95)).toBe(40);
    expect(percentile([7], 0.5)).toBe(7);
    expect(timesOf(runs)).toEqual({ median: 20, worst: 40, runs: 4 });
  });

  it('refuse an empty series', () => expect(() => median([])).toThrow());

  const finding: Finding = {
    title: '启动',
    ours: timesOf([900, 1_000, 1_100]),
    floor: timesOf([500]),
    floorTitle: '空白窗口',
    aim: 2,
    notes: ['说明'],
  };

  it('hold the medians against each other and say when the aim is met', () => {
    expect(linesOf(finding)[0]).toBe('达到  启动：2.00×（目标 2×）');
    expect(linesOf({ ...finding, floor: timesOf([400]) })[0]).toBe('未达  启动：2.50×（目标 2×）');
    expect(linesOf(finding).join('\n')).toContain('空白窗口：中位 500 ms，最差 500 ms（1 次）');
  });

  it('hold milliseconds against an aim without a floor', () => {
    const typing: Finding = { title: '搜索', ours: timesOf([20, 30]), aim: 50, notes: [] };
    expect(linesOf(typing)[0]).toBe('达到  搜索：中位 20.0 ms（目标 50 ms）');
    const judged = { label: '95 百分位', value: 60 };
    expect(linesOf({ ...typing, judged })[0]).toBe('未达  搜索：95 百分位 60.0 ms（目标 50 ms）');
  });
});
