import { Fen, formatYuan } from './money.ts';

const IN_FEN = /（分）$/;

/** Packages count money in integer 分, as the records do; people read 元. */
export function countText(name: string, count: number): string {
  const amount = IN_FEN.test(name) ? Fen.safeParse(count) : undefined;
  return amount?.success ? `${name.replace(IN_FEN, '')}：${formatYuan(amount.data)}元` : `${name}：${count}`;
}

/** `家数：7；业主自筹：15,000元`: the counts of a package, as its own words name them. */
export const countsText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => countText(name, count))
    .join('；');
