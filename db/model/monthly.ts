import { z } from 'zod';
import { type IsoDate, inChinese, isoDate } from './dates.ts';
import { fen, formatYuan } from './money.ts';
import { type MonthlyDraft, monthlyGroups } from './monthlyLines.ts';
import type { Policy } from './policy.ts';
import type { WorkshopFacts } from './yearFacts.ts';

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

/** Rounded as one does by hand, but what is not done is never 100%, nor what was begun 0%. */
function rateOf({ target, done }: MonthlyDraft): number | null {
  if (target === null || target === 0) return null;
  const rate = Math.round((done * 1000) / target);
  if (done < target) return done > 0 ? Math.min(999, Math.max(1, rate)) : 0;
  return rate;
}

const sentenceOf = (line: MonthlyDraft): string => {
  const { item, unit, target, done, note, tellsNote } = line;
  const rate = rateOf(line);
  const details = [
    tellsNote ? note : '',
    rate === null || rate >= 1000
      ? ''
      : `${unit === '元' ? '计划' : '目标'}${quantity(target, unit)}，完成率${rateText(rate)}`,
  ].filter((one) => one !== '');
  return `${item}${quantity(done, unit)}${details.length === 0 ? '' : `（${details.join('，')}）`}`;
};

/** A sentence for each group of figures; what has not begun stands in the table alone. */
function textOf(groups: readonly (readonly MonthlyDraft[])[], asOf: IsoDate): string {
  const sentences = groups
    .map((lines) => lines.filter((line) => line.done > 0).map(sentenceOf))
    .filter((said) => said.length > 0)
    .map((said) => `${said.join('，')}。`);
  return `截至${inChinese(asOf)}，${sentences.length === 0 ? '尚未受理申请。' : sentences.join('')}`;
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
  const groups = monthlyGroups(facts, policy, asOf, month);
  const lines = groups.flat().map(
    ({ tellsNote: _, ...line }, index): MonthlyLine => ({
      ...line,
      // Where there is nothing to do yet, there is nothing to measure by.
      target: line.target === 0 ? null : line.target,
      position: index + 1,
      rate: rateOf(line),
    }),
  );
  return { month, asOf, lines, text: textOf(groups, asOf) };
}
