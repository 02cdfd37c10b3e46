import { CREDIT_CODE_FAULTS, creditCodeFault } from '../creditCode.ts';
import { ID_NUMBER_FAULTS, idNumberFault, isMobile, isOfficePhone } from '../privateNumbers.ts';
import { CERTIFICATE_KINDS, GENDERS } from '../terms.ts';
import type { CellReader } from './cells.ts';
import { cellText, numberText, type RawCell } from './grid.ts';
import { fault, type Reading, read } from './reading.ts';
import { compact } from './text.ts';

const MAX_EXACT_DIGITS = 15;

/** Excel keeps fifteen digits of a number: whatever followed is gone, and reads as zeros. */
function lostDigits(cell: RawCell): boolean {
  if (cell.kind === 'number') return numberText(cell.value).replace(/\D/g, '').length > MAX_EXACT_DIGITS;
  return cell.kind === 'text' && /^\d(\.\d+)?E\+?\d+$/i.test(compact(cell.text));
}

const DIGITS_LOST = fault(
  'import.digitsLost',
  '是按数字存放的长号码，Excel 只保留前15位，后面的数字已经丢失',
  '把单元格设为“文本”格式后重新录入全部号码',
);

const codeText = (cell: RawCell): string =>
  compact(cellText(cell, false))
    .replace(/^['’‘`]/, '')
    .toUpperCase();

export const readIdNumber: CellReader = (cell) => {
  if (lostDigits(cell)) return DIGITS_LOST;
  const text = codeText(cell)
    .replace(/[-.]/g, '')
    .replaceAll('×', 'X')
    .replaceAll('*', 'X')
    .replaceAll('Х', 'X');
  const wrong = idNumberFault(text);
  if (wrong === undefined) return read(text, text);
  const truncated =
    wrong === 'checkDigit' && text.endsWith('000') ? '；末三位是000，可能是 Excel 丢失了后几位' : '';
  return fault('import.idNumber', '不是正确的身份证号', `核对：${ID_NUMBER_FAULTS[wrong]}${truncated}`);
};

const PHONE_EXPECTED = '填一个11位手机号或带区号的座机号';

function onePhone(text: string): string | undefined {
  const bare = text.replace(/^(\+?86|0086)-?(?=1\d{10}$|1\d{2}-)/, '');
  const digits = bare.replace(/[-.]/g, '');
  if (isMobile(digits)) return digits;
  const landline = bare.replace(/^\((0\d{2,3})\)-?/, '$1-').replace(/[转#*]+/, '-');
  return isOfficePhone(landline) ? landline : undefined;
}

const SEPARATORS = /[\s/\\,;、|和或]+/;

export const readPhone: CellReader = (cell) => {
  const whole = cellText(cell, false)
    .normalize('NFKC')
    .trim()
    .replace(/^['’‘`]/, '')
    .replace(/[—–]/g, '-');
  const phone = onePhone(compact(whole));
  if (phone !== undefined) return read(phone, phone);
  const several = whole.split(SEPARATORS).filter((one) => onePhone(one) !== undefined);
  const run = /^1[3-9]\d{9}1[3-9]\d{9}$/.test(compact(whole).replaceAll('-', ''));
  if (several.length > 1 || run) return fault('import.twoPhones', '里有两个号码', '只填常用的一个');
  return fault('import.phone', '不是电话号码', PHONE_EXPECTED);
};

export const readCreditCode: CellReader = (cell) => {
  if (lostDigits(cell)) return DIGITS_LOST;
  const code = codeText(cell);
  if (code.length > 18) return fault('import.creditCode', '超过18位', '填18位统一社会信用代码');
  const wrong = creditCodeFault(code);
  if (wrong === undefined) return read(code, code);
  return read(code, code, { code: 'import.creditCode', said: `：${CREDIT_CODE_FAULTS[wrong]}` });
};

export const readCertificateNo: CellReader = (cell) => {
  if (lostDigits(cell)) return DIGITS_LOST;
  const text = compact(cellText(cell, false));
  return read(text, text);
};

const KIND_WORDS = [
  ['licence', /许可/],
  ['registration', /登记/],
  ['filing', /备案/],
] as const;

/** A choice of the form, however the office abbreviates it. */
export const readCertificateKind: CellReader = (cell): Reading<unknown> => {
  const text = compact(cellText(cell, false));
  const kinds = KIND_WORDS.filter(([, words]) => words.test(text)).map(([kind]) => kind);
  const [kind] = kinds;
  if (kind !== undefined && kinds.length === 1) return read(kind, CERTIFICATE_KINDS[kind]);
  return fault('import.notChoice', '不是证照类型', `填${Object.values(CERTIFICATE_KINDS).join('、')}之一`);
};

export const readGender: CellReader = (cell): Reading<unknown> => {
  const text = compact(cellText(cell, false))
    .replace(/(性|士|生)$/, '')
    .toUpperCase();
  if (text === '男' || text === 'M') return read('male', GENDERS.male);
  if (text === '女' || text === 'F') return read('female', GENDERS.female);
  return fault('import.notChoice', '不是性别', '填男或女');
};
