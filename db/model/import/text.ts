import { cleanText } from '../cleanText.ts';
import { maskNumber } from '../privateNumbers.ts';

const SPACES = /[\s\u3000\u200b\ufeff]+/g;
const CJK_GAP = /(?<=\p{Script=Han})[ \u00a0\u3000]+(?=\p{Script=Han})/gu;

/** Nothing here that the slow path would change; most cells are such, and imports are long. */
const ALREADY_COMPACT = /^[\x21-\x7e\u4e00-\u9fa5]*$/;

/** Half width, no spaces at all: for numbers, codes and comparisons. */
export const compact = (text: string): string =>
  ALREADY_COMPACT.test(text) ? text : text.normalize('NFKC').replace(SPACES, '');

/** Free text as it should be stored: one line, no spaces at the ends or between Chinese characters. */
export const tidy = (text: string): string =>
  ALREADY_COMPACT.test(text) ? text : cleanText(text).replace(SPACES, ' ').trim().replace(CJK_GAP, '');

/** What people write in a cell to say that there is nothing. */
const NOTHING = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  '空',
  '暂无',
  '没有',
  'N/A',
  '不详',
  '未知',
  '无。',
]);

const LONGEST_NOTHING = 6;

export const saysNothing = (text: string): boolean =>
  text.length <= LONGEST_NOTHING && NOTHING.has(compact(text).toUpperCase());

const PRIVATE_PATTERN = /(?<![0-9A-Za-z])(\d{17}[\dXx]|1[3-9]\d{9})(?![0-9A-Za-z])/g;

/** Hides what looks like an ID or mobile number inside any text. */
export const maskPatterns = (text: string): string => text.replace(PRIVATE_PATTERN, (one) => maskNumber(one));

const MAX_QUOTE = 24;

/** A found value, short enough for a sentence. */
export const quote = (text: string): string => {
  const characters = [...text.replace(SPACES, ' ').trim()];
  return characters.length <= MAX_QUOTE ? characters.join('') : `${characters.slice(0, MAX_QUOTE).join('')}…`;
};
