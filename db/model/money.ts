import { z } from 'zod';

/** Money in integer 分 (0.01 元). */
export const Fen = z.int().min(-1e13).max(1e13).brand<'Fen'>();
export type Fen = z.infer<typeof Fen>;

/** A whole number of 分. */
export const fen = (value: number): Fen => Fen.parse(value);

export const ZERO_FEN: Fen = fen(0);

/** 元 as a decimal number → 分, rounded half up at the third decimal. */
export const fromYuan = (yuan: number): Fen => fen(Math.round(Number((yuan * 100).toFixed(4))));

export const sumFen = (values: readonly Fen[]): Fen => fen(values.reduce((total, one) => total + one, 0));

/** `12345600` → `123,456`; `12345650` → `123,456.50`. No unit. */
export function formatYuan(value: Fen): string {
  const sign = value < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(value) / 100).toString();
  const cents = Math.abs(value) % 100;
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${sign}${grouped}${cents === 0 ? '' : `.${cents.toString().padStart(2, '0')}`}`;
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

function groupInWords(group: number): string {
  let words = '';
  let zeroPending = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.trunc(group / 10 ** place) % 10;
    if (digit === 0) {
      zeroPending = words !== '';
      continue;
    }
    words += `${zeroPending ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
    zeroPending = false;
  }
  return words;
}

function integerInWords(whole: number): string {
  if (whole === 0) return '零';
  let words = '';
  let gap = false;
  for (let index = GROUPS.length - 1; index >= 0; index--) {
    const group = Math.trunc(whole / 10000 ** index) % 10000;
    if (group === 0) {
      gap = words !== '';
      continue;
    }
    const needsZero = words !== '' && (gap || group < 1000);
    words += `${needsZero ? '零' : ''}${groupInWords(group)}${GROUPS[index]}`;
    gap = false;
  }
  return words;
}

/** 大写金额 after 《正确填写票据和结算凭证的基本规定》: `1000000` 分 → `壹万元整`. */
export function inChineseCapitals(value: Fen): string {
  if (value < 0) return `负${inChineseCapitals(fen(-value))}`;
  const whole = Math.trunc(value / 100);
  const jiao = Math.trunc(value / 10) % 10;
  const cent = value % 10;
  const yuan = whole === 0 && value > 0 ? '' : `${integerInWords(whole)}元`;
  if (jiao === 0 && cent === 0) return `${yuan}整`;
  const jiaoWords = jiao > 0 ? `${DIGITS[jiao]}角` : yuan === '' ? '' : '零';
  return `${yuan}${jiaoWords}${cent > 0 ? `${DIGITS[cent]}分` : '整'}`;
}
