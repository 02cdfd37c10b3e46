import { Fen, formatYuan } from './money.ts';

const IN_FEN = /（分）$/;

/** The words of a package's counts, said as one says them. */
const UNITS: Readonly<Partial<Record<string, { readonly before: string; readonly after: string }>>> = {
  家数: { before: '共', after: '家' },
  任务数: { before: '改造任务', after: '项' },
};

/** Packages count money in integer 分, as the records do; people read 元. */
export function countText(name: string, count: number): string {
  const amount = IN_FEN.test(name) ? Fen.safeParse(count) : undefined;
  if (amount?.success) return `${name.replace(IN_FEN, '')}${formatYuan(amount.data)}元`;
  const unit = UNITS[name];
  return unit ? `${unit.before}${count}${unit.after}` : `${name}${count}`;
}

/** `共7家，业主自筹15,000元`: the counts of a package, as its own words name them. */
export const countsText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => countText(name, count))
    .join('，');
