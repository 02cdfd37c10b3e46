import type { ImportField, Quantity } from '../importTypes.ts';
import { maskNumber } from '../privateNumbers.ts';
import { type CellReader, dayReader, readArea, readCount, readMoney, readText } from './cells.ts';
import { cellText } from './grid.ts';
import {
  readCertificateKind,
  readCertificateNo,
  readCreditCode,
  readGender,
  readIdNumber,
  readPhone,
} from './identifiers.ts';
import { fault, read } from './reading.ts';
import { compact, maskPatterns } from './text.ts';

const SIGNED = /^(是|有|已?签|已?签订|已?签署|已?承诺|同意|√|✓|✔|☑|Y|YES|TRUE|1)(了|书|承诺书?)?$/i;
const NOT_SIGNED = /^(否|未签?|未签订|未签署|未承诺|没签|×|✗|☐|N|NO|FALSE|0)$/i;

/** The promise counts by its date: a mere «是» says that there is one, not since when. */
const readPromise: CellReader = (cell, context) => {
  const text = compact(cellText(cell, context.date1904));
  if (NOT_SIGNED.test(text)) return read(null, '未签署');
  if (SIGNED.test(text)) {
    return fault('import.promiseDate', '没有写明签署日期', '填承诺书的签署日期，如2021-04-05');
  }
  return dayReader()(cell, context);
};

export const FIELD_READERS: Readonly<Record<ImportField, CellReader>> = {
  name: readText,
  ownerName: readText,
  ownerGender: readGender,
  idNumber: readIdNumber,
  phone: readPhone,
  homeAddress: readText,
  creditCode: readCreditCode,
  certificateKind: readCertificateKind,
  certificateNo: readCertificateNo,
  certificateValidUntil: dayReader({ periodEnd: true }),
  economicType: readText,
  township: readText,
  address: readText,
  station: readText,
  openedOn: dayReader({ partial: true }),
  foodCategory: readText,
  products: readText,
  standard: readText,
  staffCount: readCount,
  healthCertificateCount: readCount,
  totalArea: readArea,
  operationArea: readArea,
  annualOutput: readText,
  annualSales: readMoney,
  equipment: readText,
  speciality: readText,
  honours: readText,
  penalties: readText,
  problems: readText,
  renovation: readText,
  plannedInvestment: readMoney,
  promisedOn: readPromise,
  appliedOn: dayReader(),
};

/** Fields whose empty value is `''`; the others have `null`. */
export const isTextField = (field: ImportField): boolean =>
  field !== 'homeAddress' && [readText, readCreditCode, readCertificateNo].includes(FIELD_READERS[field]);

export const isFreeText = (field: ImportField): boolean => FIELD_READERS[field] === readText;

/** What a field counts in units; `null` for one that needs none. */
export function quantityOf(field: ImportField | null): Quantity | null {
  if (field === null) return null;
  const reader = FIELD_READERS[field];
  return reader === readMoney ? 'money' : reader === readArea ? 'area' : null;
}

/** Values that belong to one workshop alone: a merged cell over several rows cannot say to which. */
const OWN_FIELDS: ReadonlySet<ImportField> = new Set<ImportField>([
  'name',
  'creditCode',
  'certificateNo',
  'staffCount',
  'healthCertificateCount',
  'totalArea',
  'operationArea',
  'annualOutput',
  'annualSales',
  'plannedInvestment',
]);

export const isOwnField = (field: ImportField): boolean => OWN_FIELDS.has(field);

const HOME_SHOWN = 6;

/** How a field's text may be shown or quoted: private numbers and homes masked, also where they stand wrongly. */
export function masked(field: ImportField | null, text: string): string {
  switch (field) {
    case 'idNumber':
    case 'phone':
      return maskNumber(text);
    case 'homeAddress':
      return text.length > HOME_SHOWN ? `${text.slice(0, HOME_SHOWN)}***` : '***';
    case 'creditCode':
    case 'certificateNo':
      return text;
    default:
      return maskPatterns(text);
  }
}
