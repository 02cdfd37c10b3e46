import { type Area, fromSquareMetres } from '../../db/model/area.ts';
import { IsoDate } from '../../db/model/dates.ts';
import { type Fen, fromYuan } from '../../db/model/money.ts';

/** Full-width digits, thousands separators and spaces as an input method leaves them. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s,，]/g, '');

const AMOUNT = /^(\d+(?:\.\d*)?|\.\d+)(万)?元?$/;

/** What a clerk typed in a money field, in 元; 万 only counts when it was written. `undefined`: not an amount. */
export function parseYuan(text: string): Fen | null | undefined {
  const typed = plain(text);
  if (typed === '') return null;
  const [, digits, wan] = AMOUNT.exec(typed) ?? [];
  if (digits === undefined) return undefined;
  const yuan = Number(digits) * (wan ? 10_000 : 1);
  return Number.isFinite(yuan) && yuan <= 1e11 ? fromYuan(yuan) : undefined;
}

const AREA = /^(\d+(?:\.\d*)?|\.\d+)(㎡|m2|平方米|平米)?$/i;

/** What a clerk typed in an area field, in ㎡. `undefined`: not an area. */
export function parseArea(text: string): Area | null | undefined {
  const typed = plain(text);
  if (typed === '') return null;
  const digits = AREA.exec(typed)?.[1];
  const metres = Number(digits);
  return digits === undefined || !(metres <= 1e7) ? undefined : fromSquareMetres(metres);
}

/** What a plain number field takes. */
export interface NumberRule {
  readonly suffix: string;
  readonly min: number;
  readonly max: number;
  /** Figures after the point; none where it is left out. */
  readonly decimals?: number;
}

/** What a clerk typed in a field of plain numbers. `undefined`: no number that the field takes. */
export function parseNumber(
  text: string,
  { suffix, min, max, decimals = 0 }: NumberRule,
): number | null | undefined {
  const typed = plain(text).replace(new RegExp(`${suffix}$`), '');
  if (typed === '') return null;
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d*))?$/.exec(typed) ?? [];
  if (whole === undefined || fraction.length > decimals) return undefined;
  const value = Number(typed);
  return value >= min && value <= max ? value : undefined;
}

const DATE = /^(\d{4})(?:[-./](\d{1,2})[-./](\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))$/;

/** A date as clerks write it: 2021-4-5, 2021.4.5, 2021/4/5, 2021年4月5日, 20210405. `undefined`: not a real day. */
export function parseDate(text: string): IsoDate | null | undefined {
  const typed = plain(text).replaceAll('。', '.');
  if (typed === '') return null;
  const parts = DATE.exec(typed);
  if (!parts) return undefined;
  const [, year, a, b, c, d, e, f] = parts;
  const month = (a ?? c ?? e ?? '').padStart(2, '0');
  const day = (b ?? d ?? f ?? '').padStart(2, '0');
  const parsed = IsoDate.safeParse(`${year}-${month}-${day}`);
  return parsed.success ? parsed.data : undefined;
}
