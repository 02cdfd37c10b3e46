import { IsoDate, inChinese } from '../../db/model/dates.ts';
import type { SheetColumn, SheetKind, SheetValue } from './workbook.ts';

/** The number format of a cell. */
export function numberFormatOf({ kind, isSummed }: Pick<SheetColumn, 'kind' | 'isSummed'>): string {
  switch (kind) {
    case 'text':
      // A 15-digit certificate number must not become 2.2E+17.
      return '@';
    case 'date':
      return 'yyyy"年"m"月"d"日"';
    case 'count':
      // A line's number is no quantity: `1,000` would look odd there.
      return isSummed ? '#,##0' : '0';
    case 'money':
      // The space keeps the figures off the words of the next column.
      return '#,##0.00_ ';
    case 'area':
      // `0.##` would show 42 as «42.» in Excel.
      return '[>=1000]#,##0.00;General';
  }
}

const grouped = (value: number, digits: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function numberShown(value: number, kind: SheetKind, isSummed: boolean): string {
  if (kind === 'money' || (kind === 'area' && value >= 1000)) return grouped(value, 2);
  return kind === 'count' && isSummed ? grouped(value, 0) : String(value);
}

/** As a reader sees the value. */
export function shownAs(
  value: SheetValue,
  { kind, isSummed }: Pick<SheetColumn, 'kind' | 'isSummed'>,
): string {
  if (value === null) return '';
  if (typeof value === 'number') return numberShown(value, kind, isSummed);
  const day = kind === 'date' ? IsoDate.safeParse(value).data : undefined;
  return day === undefined ? value : inChinese(day);
}

/** The value as exceljs takes it: a day as a date that can be sorted and filtered; words among days stay words. */
export function cellValueOf(value: SheetValue, kind: SheetKind): SheetValue | Date {
  if (kind !== 'date' || !IsoDate.safeParse(value).success) return value;
  return new Date(`${value}T00:00:00Z`);
}

/** The column as it is in one row. */
export const columnIn = (column: SheetColumn, row: readonly SheetValue[]): SheetColumn =>
  column.kindIn === undefined ? column : { ...column, kind: column.kindIn(row) };
