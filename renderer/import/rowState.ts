import type { ShownImportRow } from '../../db/model/contract/imports.ts';
import type { ImportField } from '../../db/model/importTypes.ts';
import { errorsOf, type Problem } from '../../db/model/problems.ts';

export const ROW_CHIPS = [
  { key: 'valid', label: '可导入' },
  { key: 'waiting', label: '待确认' },
  { key: 'faulty', label: '有问题' },
  { key: 'duplicate', label: '重复' },
  { key: 'hidden', label: '隐藏行' },
] as const;

/** Sound in itself: only a question about the whole file (a unit, a column) keeps it from being taken. */
const waits = (row: ShownImportRow): boolean => !row.valid && errorsOf(row.problems).length === 0;

/** The chips a row of the preview stands under. */
export const chipsOf = (row: ShownImportRow): readonly string[] => [
  row.valid ? 'valid' : waits(row) ? 'waiting' : 'faulty',
  ...(row.duplicateOf ? ['duplicate'] : []),
  ...(row.hidden ? ['hidden'] : []),
];

/** In one or two words what becomes of a row. */
export function rowLabel(row: ShownImportRow): string {
  if (row.duplicateOf === 'database') return '与已有重复';
  if (row.duplicateOf === 'file') return '表内重复';
  if (waits(row)) return '待确认';
  if (!row.valid) return '有问题';
  if (row.hidden) return '隐藏行';
  return row.problems.length > 0 ? '可导入，请核对' : '可导入';
}

/** What is said about one cell. */
export const cellProblems = (row: ShownImportRow, field: ImportField): readonly Problem[] =>
  row.problems.filter((one) => one.field === field);

export const rowSearchText = (row: ShownImportRow): string =>
  [`第${row.row}行`, ...Object.values(row.shown), ...row.problems.map((one) => one.message)]
    .join('\n')
    .toLowerCase();
