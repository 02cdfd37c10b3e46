/** Private numbers: recognised, checked and masked here, sealed in `db/sealing`. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

type IdNumberFault = 'length' | 'characters' | 'birthday' | 'checkDigit';

const isRealDay = (digits: string): boolean => {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0));
  return date.getUTCFullYear() === year && date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
};

/** What is wrong with an 18-digit 身份证号 after GB 11643-1999; `undefined` when nothing is. */
export function idNumberFault(idNumber: string): IdNumberFault | undefined {
  if (idNumber.length !== 18) return 'length';
  if (!/^\d{17}[\dX]$/.test(idNumber)) return 'characters';
  if (!isRealDay(idNumber.slice(6, 14))) return 'birthday';
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(idNumber[index]), 0);
  return CHECK_DIGITS[sum % 11] === idNumber[17] ? undefined : 'checkDigit';
}

export const ID_NUMBER_FAULTS: Readonly<Record<IdNumberFault, string>> = {
  length: '应为18位',
  characters: '前17位应为数字，末位为数字或X',
  birthday: '第7至14位不是有效的出生日期',
  checkDigit: '校验码不对，请核对是否录错',
};

export const isMobile = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);

/** Area code and number, or a mobile: what an office may print as its contact. */
export const isOfficePhone = (text: string): boolean => /^(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?$/.test(text);

/** Keeps the first and last characters that let a clerk recognise it, never enough to use it. */
export function maskNumber(value: string): string {
  const characters = [...value];
  if (characters.length <= 7) return '*'.repeat(characters.length);
  const head = characters.length >= 15 ? 4 : 3;
  return characters
    .map((one, index) => (index < head || index >= characters.length - 4 ? one : '*'))
    .join('');
}

const PATTERNS: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: '身份证号', pattern: /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g },
  { kind: '手机号', pattern: /(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])/g },
  { kind: '银行卡号', pattern: /(?<![0-9A-Za-z])\d{15,19}(?![0-9A-Za-z])/g },
];

/** Everything in `text` that looks like a private number, masked. */
export const privatePatternsIn = (text: string): readonly { kind: string; masked: string }[] =>
  PATTERNS.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, masked: maskNumber(match[0]) })),
  );
