import { Fen, formatYuan } from './money.ts';

const IN_FEN = /（分）$/;

interface Wording {
  readonly before: string;
  readonly after: string;
  /** Not worth a word where it is nought. */
  readonly unlessNone?: true;
}

/** The words of a package's counts, said as one says them. */
const UNITS: Readonly<Partial<Record<string, Wording>>> = {
  家数: { before: '共', after: '家' },
  新增: { before: '新增', after: '家', unlessNone: true },
  退出: { before: '退出', after: '家', unlessNone: true },
  任务数: { before: '改造任务', after: '项' },
  考评家数: { before: '考评', after: '家' },
  达标家数: { before: '达标', after: '家' },
  推荐家数: { before: '推荐', after: '家' },
  项目数: { before: '进展项目', after: '项' },
  典型案例: { before: '典型案例', after: '个', unlessNone: true },
};

/** Packages count money in integer 分, as the records do; people read 元. Empty where there is nothing to say. */
export function countText(name: string, count: number): string {
  const amount = IN_FEN.test(name) ? Fen.safeParse(count) : undefined;
  if (amount?.success) return count === 0 ? '' : `${name.replace(IN_FEN, '')}${formatYuan(amount.data)}元`;
  const wording = UNITS[name];
  if (!wording) return `${name}${count}`;
  return count === 0 && wording.unlessNone ? '' : `${wording.before}${count}${wording.after}`;
}

/** Each count of a package in words, as its own words name them. */
export const countTexts = (counts: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(counts)
    .map(([name, count]) => countText(name, count))
    .filter((one) => one !== '');

/** `共7家，业主自筹15,000元` */
export const countsText = (counts: Readonly<Record<string, number>>): string => countTexts(counts).join('，');
