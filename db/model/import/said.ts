import { IMPORT_FIELDS, type ImportColumn, type ImportField } from '../importTypes.ts';
import { type Problem, problem, warning } from '../problems.ts';
import { masked } from './fields.ts';
import type { Fault } from './reading.ts';
import { quote } from './text.ts';

/** Where a value stands: the column is missing when the clerk typed it in without one. */
export interface Place {
  readonly row: number;
  readonly field: ImportField;
  readonly column: ImportColumn | undefined;
}

/** Headings are broken over lines and spaced out; in a sentence they are not. */
const unspaced = (heading: string): string => heading.replace(/\s+/g, '');

export const columnName = ({ header, letter }: Pick<ImportColumn, 'header' | 'letter'>): string =>
  `“${quote(unspaced(header))}”（${letter}列）`;

const placeName = ({ row, field, column }: Place): string =>
  `第${row}行${column ? columnName(column) : `“${IMPORT_FIELDS[field]}”`}`;

const where = ({ row, field, column }: Place) => ({
  row,
  field,
  ...(column ? { column: `${column.letter} ${quote(unspaced(column.header))}`.trim() } : {}),
});

/** A fault of a cell as the sentence people read. */
export function cellProblem(
  place: Place,
  cellText: string,
  fault: Fault,
  severity: Problem['severity'],
): Problem {
  const found = quote(masked(place.field, fault.found ?? cellText));
  const expected = fault.expected === undefined ? '' : `，应${fault.expected}`;
  const message = `${placeName(place)}：${found === '' ? '' : `“${found}”`}${fault.said}${expected}`;
  const details = { ...where(place), found, ...(fault.expected ? { expected: fault.expected } : {}) };
  return severity === 'error' ? problem(fault.code, message, details) : warning(fault.code, message, details);
}

export const missingProblem = (place: Place): Problem =>
  problem('import.missing', `${placeName(place)}：没有填写，应填写${IMPORT_FIELDS[place.field]}`, {
    ...where(place),
    found: '',
    expected: `填写${IMPORT_FIELDS[place.field]}`,
  });

/** A fault found only when the whole record is checked (a text too long). */
export const recordProblem = (place: Place, message: string): Problem =>
  problem('import.value', `${placeName(place)}：${message}`, { ...where(place), expected: message });
