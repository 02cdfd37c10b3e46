import type { AreaUnit, ColumnUnit, MoneyUnit, Quantity } from '../importTypes.ts';
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

/** One 亩 is a fifteenth of a hectare. */
const METRES_PER_MU = 10_000 / 15;

const AREA_FACTORS: Readonly<Record<string, number>> = {
  m2: 1,
  M2: 1,
  'm²': 1,
  '㎡': 1,
  平方米: 1,
  平米: 1,
  平方: 1,
  平: 1,
  个平方: 1,
  方: 1,
  'm^2': 1,
  亩: METRES_PER_MU,
};

/** How many ㎡ one of the unit is; `undefined` for a unit that is none of area. */
export const metresPer = (unit: string): number | undefined => AREA_FACTORS[unit];

/** A figure that belongs to a condition, not to the unit: «不低于1万元», «≥30㎡». */
const CONDITION = /[\d.一二三四五六七八九十]+(万元|元|万|m2|平方米|平米)/g;

const unitWords = (header: string): string => compact(header).replace(CONDITION, '');

/** What a heading states: a unit, one that cannot be taken, or nothing. */
type Stated<Unit> = Unit | 'unsupported' | null;

/** The unit a heading states for a money column. */
export function headerMoneyUnit(header: string): Stated<MoneyUnit> {
  const words = unitWords(header);
  if (/[百千亿]元|美元|欧元/.test(words)) return 'unsupported';
  const inTenThousands = /万元|\(万\)|\/万$|万$/.test(words);
  const inYuan = /元/.test(words.replaceAll('万元', ''));
  if (inTenThousands && inYuan) return 'unsupported';
  if (inTenThousands) return '万元';
  return inYuan ? '元' : null;
}

/** The unit a heading states for an area column. */
export function headerAreaUnit(header: string): Stated<AreaUnit> {
  const words = unitWords(header);
  if (/公顷|平方公里|平方尺|km2/.test(words)) return 'unsupported';
  const inMetres = /m2|㎡|平方|平米/i.test(compact(header));
  if (!words.includes('亩')) return inMetres ? '㎡' : null;
  return inMetres ? 'unsupported' : '亩';
}

const HEADER_UNITS: Readonly<Record<Quantity, (header: string) => Stated<ColumnUnit>>> = {
  money: headerMoneyUnit,
  area: headerAreaUnit,
};

export const headerUnit = (quantity: Quantity, header: string): Stated<ColumnUnit> =>
  HEADER_UNITS[quantity](header);

/** A unit note above the table: «单位：万元». */
export function notedUnit(quantity: Quantity, text: string): ColumnUnit | null {
  const noted = /(?<!填报|报送)单位[:：]([^:]*)/.exec(compact(text))?.[1] ?? '';
  const unit = headerUnit(quantity, noted);
  return unit === 'unsupported' ? null : unit;
}
