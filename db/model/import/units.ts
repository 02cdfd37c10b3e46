import type { MoneyUnit } from '../importTypes.ts';
import { compact } from './text.ts';

const MONEY_FACTORS: Readonly<Record<string, number>> = {
  元: 1,
  圆: 1,
  块: 1,
  块钱: 1,
  元整: 1,
  元人民币: 1,
  百元: 100,
  千元: 1000,
  万元: 10_000,
  万: 10_000,
  万元整: 10_000,
  万元人民币: 10_000,
  w: 10_000,
  W: 10_000,
  亿元: 1e8,
  亿: 1e8,
};

/** How many 元 one of the unit is; `undefined` for a unit that is none of money. */
export const yuanPer = (unit: string): number | undefined => MONEY_FACTORS[unit];

const SQUARE_METRES = new Set([
  'm2',
  'M2',
  'm²',
  '㎡',
  '平方米',
  '平米',
  '平方',
  '平',
  '个平方',
  '方',
  'm^2',
]);

export const isSquareMetres = (unit: string): boolean => SQUARE_METRES.has(unit);

/** A figure that belongs to a condition, not to the unit: «不低于1万元», «≥30㎡». */
const CONDITION = /[\d.一二三四五六七八九十]+(万元|元|万|m2|平方米|平米)/g;

const unitWords = (header: string): string => compact(header).replace(CONDITION, '');

export type HeaderMoneyUnit = MoneyUnit | 'unsupported' | null;

/** The unit a heading states for a money column. */
export function headerMoneyUnit(header: string): HeaderMoneyUnit {
  const words = unitWords(header);
  if (/[百千亿]元|美元|欧元/.test(words)) return 'unsupported';
  const inTenThousands = /万元|\(万\)|\/万$|万$/.test(words);
  const inYuan = /元/.test(words.replaceAll('万元', ''));
  if (inTenThousands && inYuan) return 'unsupported';
  if (inTenThousands) return '万元';
  return inYuan ? '元' : null;
}

/** Whether a heading says ㎡, another unit, or nothing. */
export function headerAreaUnit(header: string): '㎡' | 'unsupported' | null {
  const words = unitWords(header);
  if (/亩|公顷|平方公里|平方尺|km2/.test(words)) return 'unsupported';
  return /m2|㎡|平方|平米/i.test(compact(header)) ? '㎡' : null;
}

/** A unit note above the table: «单位：万元». */
export function notedMoneyUnit(text: string): MoneyUnit | null {
  const noted = /单位[:：]([^:]*)/.exec(compact(text))?.[1] ?? '';
  const unit = headerMoneyUnit(noted);
  return unit === 'unsupported' ? null : unit;
}
