import { z } from 'zod';
import { type IsoDate, inChinese, isoDate } from './dates.ts';
import { fen, formatYuan } from './money.ts';
import type { Policy } from './policy.ts';
import { type Milestone, plannedOf, reached, spentOf, takesPart, type WorkshopFacts } from './yearFacts.ts';

/** A month as `2021-06`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应写作 2021-06');
export type Month = z.infer<typeof Month>;

type MonthlyUnit = '家' | '项' | '元' | '次';

/** One line of 进展月报. Money in 分. */
export interface MonthlyLine {
  readonly position: number;
  readonly item: string;
  readonly unit: MonthlyUnit;
  /** null: no target was set. */
  readonly target: number | null;
  readonly done: number;
  /** In tenths of a percent; null where there is no target to measure by. */
  readonly rate: number | null;
  readonly note: string;
}

export interface MonthlyReport {
  readonly month: Month;
  /** The month's last day, or today while the month runs. */
  readonly asOf: IsoDate;
  readonly lines: readonly MonthlyLine[];
  /** The same figures as sentences, to be pasted into a report. */
  readonly text: string;
}

export const monthOf = (day: IsoDate): Month => Month.parse(day.slice(0, 7));

export function lastDayOf(month: Month): IsoDate {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return isoDate(new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10));
}

/** The months of the year's work that have begun, the latest first. */
export function reportMonths({ phases }: Policy, today: IsoDate): readonly Month[] {
  const last = today < phases.accept.to ? today : phases.accept.to;
  const months: Month[] = [];
  for (let month = monthOf(phases.mobilise.from); month <= last.slice(0, 7); month = nextMonth(month))
    months.unshift(month);
  return months.length > 0 ? months : [monthOf(today)];
}

export function nextMonth(month: Month): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Month.parse(new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7));
}

export const monthInChinese = (month: Month): string => {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
};

/** A figure with its unit: `5家`, `12,000元`; nothing where there is no target. */
export const quantity = (value: number | null, unit: MonthlyUnit): string => {
  if (value === null) return '—';
  return unit === '元' ? `${formatYuan(fen(value))}元` : `${value}${unit}`;
};

/** `87.5%` */
export const rateText = (rate: number | null): string => (rate === null ? '—' : `${rate / 10}%`);

type Draft = Omit<MonthlyLine, 'position' | 'rate'>;

const rateOf = ({ target, done }: Draft): number | null =>
  target === null || target === 0 ? null : Math.floor((done * 1000) / target);

const sentenceOf = ({ item, unit, target, done, rate }: MonthlyLine): string =>
  rate === null
    ? `${item}${quantity(done, unit)}`
    : `${item}${quantity(done, unit)}，目标${quantity(target, unit)}，完成率${rateText(rate)}`;

function draftLines(
  facts: readonly WorkshopFacts[],
  { quota }: Policy,
  asOf: IsoDate,
  month: Month,
): readonly Draft[] {
  const count = (milestone: Milestone): number => facts.filter((one) => reached(one, milestone, asOf)).length;
  const signed = facts.filter((one) => reached(one, 'signed', asOf));
  const listed = facts.filter((one) => reached(one, 'listed', asOf));
  const tasks = signed.flatMap((one) => one.tasks);
  const left = facts.filter((one) => one.appliedOn <= asOf && !takesPart(one, asOf)).length;
  const visits = listed.map((one) => one.visits.filter((day) => day <= asOf && day.startsWith(month)).length);
  const visited = visits.filter((times) => times > 0).length;
  const planned = plannedOf(signed);
  const spent = spentOf(listed, asOf);
  const byFinished = '按已完成的任务统计';
  return [
    {
      item: '受理申请',
      unit: '家',
      target: null,
      done: count('applied'),
      note: left > 0 ? `其中${left}家已退出或取消` : '',
    },
    {
      item: '审核通过',
      unit: '家',
      target: count('applied'),
      done: count('agreed'),
      note: left > 0 ? '不含已退出或取消的' : '',
    },
    { item: '入选', unit: '家', target: quota, done: count('selected'), note: `分配名额${quota}家` },
    { item: '名单公示', unit: '家', target: count('selected'), done: count('published'), note: '' },
    { item: '列入创建名单', unit: '家', target: quota, done: count('listed'), note: '' },
    { item: '方案签批', unit: '家', target: count('listed'), done: count('signed'), note: '一坊一策' },
    { item: '开工改造', unit: '家', target: count('listed'), done: count('started'), note: '' },
    {
      item: '完成改造任务',
      unit: '项',
      target: tasks.length,
      done: tasks.filter((task) => task.finishedOn !== null && task.finishedOn <= asOf).length,
      note: '按签批方案的任务',
    },
    { item: '改造完成', unit: '家', target: count('listed'), done: count('finished'), note: '任务全部销号' },
    { item: '业主自筹投入', unit: '元', target: planned.own, done: spent.own, note: byFinished },
    { item: '其他资金投入', unit: '元', target: planned.other, done: spent.other, note: byFinished },
    {
      item: '本月走访帮扶',
      unit: '家',
      target: listed.length,
      done: visited,
      note: `共${visits.reduce((sum, times) => sum + times, 0)}次`,
    },
  ];
}

/** 进展月报 as the records stood on the month's last day (research §4.5). */
export function monthlyReport(
  facts: readonly WorkshopFacts[],
  policy: Policy,
  month: Month,
  today: IsoDate,
): MonthlyReport {
  const last = lastDayOf(month);
  const asOf = last < today ? last : today;
  const lines = draftLines(facts, policy, asOf, month).map(
    (line, index): MonthlyLine => ({ ...line, position: index + 1, rate: rateOf(line) }),
  );
  const text = `截至${inChinese(asOf)}，${lines.map(sentenceOf).join('；')}。`;
  return { month, asOf, lines, text };
}
