import type { ImportContext, ImportField, ImportProbe } from '../importTypes.ts';
import { type Problem, problem } from '../problems.ts';
import type { ReadRow } from './rows.ts';
import { compact } from './text.ts';

const textOf = (read: ReadRow, field: ImportField): string => {
  const value = read.values.get(field);
  return typeof value === 'string' ? value : '';
};

const probeOf = (read: ReadRow): ImportProbe => ({
  name: textOf(read, 'name'),
  ownerName: textOf(read, 'ownerName'),
  certificateNo: textOf(read, 'certificateNo'),
  creditCode: textOf(read, 'creditCode'),
  idNumber: textOf(read, 'idNumber') || null,
});

/** What two rows must not share, and how it is called. */
function keysOf(probe: ImportProbe): readonly (readonly [key: string, what: string])[] {
  const { name, ownerName, certificateNo, creditCode, idNumber } = probe;
  const keys: (readonly [string, string])[] = [];
  if (certificateNo !== '') keys.push([`certificate:${certificateNo.toUpperCase()}`, '证照编号']);
  if (creditCode !== '') keys.push([`credit:${creditCode}`, '统一社会信用代码']);
  if (idNumber !== null) keys.push([`id:${idNumber}`, '身份证号码']);
  if (name !== '' && ownerName !== '')
    keys.push([`name:${compact(name)}\n${compact(ownerName)}`, '名称和业主']);
  return keys;
}

interface Duplicate {
  readonly of: 'file' | 'database';
  readonly problem: Problem;
}

/** Finds rows that are an applicant already seen: in the rows before, or in the database. Call in row order. */
export function duplicateFinder(known: ImportContext['known']): (read: ReadRow) => Duplicate | null {
  const seen = new Map<string, number>();
  return (read) => {
    const probe = probeOf(read);
    const keys = keysOf(probe);
    const same = keys.find(([key]) => seen.has(key));
    for (const [key] of keys) if (!seen.has(key)) seen.set(key, read.row);
    const { row } = read;
    if (same) {
      const [key, what] = same;
      const message = `第${row}行与第${seen.get(key)}行重复（${what}相同），请只保留一行`;
      return { of: 'file', problem: problem('import.duplicateInFile', message, { row, found: what }) };
    }
    const name = keys.length === 0 ? null : known(probe);
    if (name === null) return null;
    const message = `第${row}行与已登记的小作坊“${name}”重复，不再导入`;
    return { of: 'database', problem: problem('import.duplicateInDatabase', message, { row, found: name }) };
  };
}
