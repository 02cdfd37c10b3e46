import { fault, type Reading, read } from './reading.ts';
import { compact } from './text.ts';

/** A number as written, with the unit beside it (`''` where none stands there). */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

const VAGUE = /约|大概|左右|上下|以上|以下|以内|不少于|不低于|不超过|至少|多|余|来|近|几|≥|≤|>|<|±/;
const RANGE = /\d[^\d.]*[-~–—至到][^\d.]*\d/;
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
const PLAIN = /^\d+(\.\d+)?$|^\.\d+$/;
const NUMBER_AND_UNIT = /^([+-]?)([\d.,]+)((?:[^\d.,].*)?)$/;

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const CHINESE =
  /^([零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟]+)(万)?([零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟]*)(元|圆|块|㎡|平方米|m2|人|名|个)?整?$/;
/** `3万5千`, `1万2千5百元`. */
const MIXED = /^(\d+(?:\.\d+)?)万(?:(\d)千)(?:(\d)百)?元?整?$/;

/** `一千二百` → 1200; `undefined` where the order of the places makes no sense. */
function chineseGroup(text: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let lowest = 10_000;
  for (const one of text) {
    const place = PLACES[one];
    if (place === undefined) {
      if (digit) return undefined;
      digit = DIGITS[one] ?? 0;
      continue;
    }
    if (place >= lowest || digit === 0) return undefined;
    total += (digit ?? 1) * place;
    lowest = place;
    digit = undefined;
  }
  return total + (digit ?? 0);
}

/** `一万五千元` → 15000 元. A 万 inside the numeral is a factor, so what remains counts single 元. */
function chineseQuantity(text: string): Quantity | undefined {
  const [, high = '', wan, low = '', unit = ''] = CHINESE.exec(text) ?? [];
  if (high === '' || (low !== '' && !wan)) return undefined;
  const first = chineseGroup(high);
  const rest = low === '' ? 0 : chineseGroup(low);
  if (first === undefined || rest === undefined) return undefined;
  // «一万五» is said for 15,000 but reads as 10,005: not decided here.
  if (/^[^零〇十拾百佰千仟]$/.test(low)) return undefined;
  return { value: wan ? first * 10_000 + rest : first, unit: unit || (wan ? '元' : '') };
}

function mixedQuantity(text: string): Quantity | undefined {
  const [, wan, thousand = '0', hundred = '0'] = MIXED.exec(text) ?? [];
  if (wan === undefined) return undefined;
  return {
    value: Number((Number(wan) * 10_000).toFixed(2)) + Number(thousand) * 1000 + Number(hundred) * 100,
    unit: '元',
  };
}

/** Reads a written number with its unit. `example` is what the sentence tells the clerk to write. */
export function readQuantity(text: string, example: string): Reading<Quantity> {
  const written = compact(text)
    .replace(/^(¥|￥|人民币|RMB)/i, '')
    .replaceAll('﹣', '-')
    .replaceAll('−', '-');
  const expected = `填如${example}`;
  const words = chineseQuantity(written) ?? mixedQuantity(written);
  if (words) return read(words, written);
  if (RANGE.test(written)) return fault('import.range', '是一个范围', `${expected}这样确定的数`);
  if (VAGUE.test(written)) return fault('import.vague', '是约数', `${expected}这样确定的数`);
  const [, sign, digits = '', unit = ''] = NUMBER_AND_UNIT.exec(written) ?? [];
  if (digits === '') return fault('import.notNumber', '不是数字', expected);
  if (!PLAIN.test(digits) && !GROUPED.test(digits)) {
    return fault('import.notNumber', '中的小数点或逗号位置不对', expected);
  }
  if (sign === '-') return fault('import.negative', '是负数', expected);
  return read({ value: Number(digits.replaceAll(',', '')), unit }, written);
}
