import type { Result } from '../../db/model/problems.ts';

/** What the measures have in common: sums over several runs, and how a result is printed. */

/** The value below which `share` of the values lie (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error('There is no percentile of nothing');
  return found;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export interface Times {
  readonly median: number;
  readonly worst: number;
  readonly runs: number;
}

export const timesOf = (values: readonly number[]): Times => ({
  median: median(values),
  worst: Math.max(...values),
  runs: values.length,
});

/** The times of one thing measured again and again. */
export interface Series {
  readonly title: string;
  readonly times: readonly number[];
}

/** One measure: either against a floor of the same run, or against a number of milliseconds. */
export interface Finding {
  readonly title: string;
  readonly ours: Times;
  /** What it is compared with, measured in the same run on the same machine. */
  readonly floor?: Times;
  readonly floorTitle?: string;
  /** Milliseconds where it is left out. */
  readonly unit?: 'ms' | 'MB';
  /** A ratio to the floor where there is one, otherwise what the judged value must not exceed. */
  readonly aim: number;
  /** What is held against an aim without a floor; the median where it is left out. */
  readonly judged?: { readonly label: string; readonly value: number };
  /** Where the time goes, and what was measured besides. */
  readonly notes: readonly string[];
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`;

const quantity = (value: number, unit: Finding['unit']): string =>
  unit === 'MB' ? `${Math.round(value)} MB` : milliseconds(value);

const timesText = ({ median: middle, worst, runs }: Times, unit: Finding['unit']): string =>
  `中位 ${quantity(middle, unit)}，最差 ${quantity(worst, unit)}（${runs} 次）`;

const ratioOf = ({ ours, floor }: Pick<Finding, 'ours' | 'floor'>): number | undefined =>
  floor === undefined ? undefined : ours.median / floor.median;

function verdict(finding: Finding): { readonly text: string; readonly met: boolean } {
  const ratio = ratioOf(finding);
  if (ratio !== undefined) {
    return { text: `${ratio.toFixed(2)}×（目标 ${finding.aim}×）`, met: ratio <= finding.aim };
  }
  const { label, value } = finding.judged ?? { label: '中位', value: finding.ours.median };
  const { unit = 'ms' } = finding;
  return {
    text: `${label} ${quantity(value, unit)}（目标 ${finding.aim} ${unit}）`,
    met: value <= finding.aim,
  };
}

/** The lines printed for one measure: the verdict first, then what it rests on. */
export function linesOf(finding: Finding): readonly string[] {
  const { text, met } = verdict(finding);
  const { floor, floorTitle = '基准', unit } = finding;
  return [
    `${met ? '达到' : '未达'}  ${finding.title}：${text}`,
    `      本程序：${timesText(finding.ours, unit)}`,
    ...(floor ? [`      ${floorTitle}：${timesText(floor, unit)}`] : []),
    ...finding.notes.map((note) => `      ${note}`),
  ];
}

/** Runs `work` and hands back its milliseconds with its result. */
export async function timed<T>(work: () => T | Promise<T>): Promise<readonly [number, T]> {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}

/** The value of a result that must be there. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map((one) => one.message).join('\n'));
}
