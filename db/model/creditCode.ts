/** 统一社会信用代码 after GB 32100-2015; the field also takes the 营业执照 number of before 2015. */

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Thirteen or fifteen digits: licences issued before the unified code. */
const OLD_LICENCE = /^(\d{13}|\d{15})$/;

type CreditCodeFault = 'length' | 'characters' | 'checkDigit';

export const CREDIT_CODE_FAULTS: Readonly<Record<CreditCodeFault, string>> = {
  length: '统一社会信用代码应为18位（旧营业执照编号为15位），请核对',
  characters: '统一社会信用代码只含数字和大写字母，不用字母I、O、S、V、Z，请核对',
  checkDigit: '统一社会信用代码的校验码不对，请核对是否录错',
};

/** What is wrong with a code as typed; `undefined` when nothing is, or nothing was typed. */
export function creditCodeFault(typed: string): CreditCodeFault | undefined {
  const code = typed.trim().toUpperCase();
  if (code === '' || OLD_LICENCE.test(code)) return undefined;
  if (code.length !== 18) return 'length';
  const values = [...code].map((one) => ALPHABET.indexOf(one));
  if (values.includes(-1)) return 'characters';
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0);
  return (31 - (sum % 31)) % 31 === values[17] ? undefined : 'checkDigit';
}
