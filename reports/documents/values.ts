import { type IsoDate, inChinese } from '../../db/model/dates.ts';
import { type Fen, fen, formatYuan, inChineseCapitals } from '../../db/model/money.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';

/** Values as papers print them; what is not known stays empty, to be written in by hand. */
export const yuan = (value: number | null): string => (value === null ? '' : `${formatYuan(fen(value))}元`);

export const yuanFigures = (value: number | null): string => (value === null ? '' : formatYuan(fen(value)));

/** A score that a level did not give is a dash, so that nobody writes one in. */
export const pointsOrDash = (value: number | null): string => (value === null ? '—' : formatPoints(value));

/** `12,000元（大写：壹万贰仟元整）` */
export const yuanInFull = (value: Fen): string =>
  `${formatYuan(value)}元（大写：${inChineseCapitals(value)}）`;

export const squareMetres = (area: number | null): string =>
  area === null ? '' : `${(area / 100).toString()}㎡`;

export const day = (date: IsoDate | null): string => (date === null ? '' : inChinese(date));

/** `9月30日` within the campaign's year, the full date otherwise. */
export const shortDay = (date: IsoDate | null, year: number): string =>
  day(date).replace(new RegExp(`^${year}年`), '');

/** What somebody typed, as a sentence: closed once, whether or not they closed it. */
export const sentence = (text: string): string => (/[。！？…]$/.test(text) ? text : `${text}。`);

export const count = (value: number | null, unit: string): string =>
  value === null ? '' : `${value}${unit}`;
