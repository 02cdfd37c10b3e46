import type { IsoDate } from '../../db/model/dates.ts';

/** What a workbook holds, without saying how exceljs writes it. One sheet: a title, a table, its sums. */
export interface WorkbookDescription {
  /** Metadata and name of the sheet. */
  readonly name: string;
  readonly sheetName: string;
  readonly office: string;
  readonly madeOn: IsoDate;
  readonly title: string;
  /** Lines between title and table, such as 填报单位 and date: left and right. */
  readonly caption: { readonly left: string; readonly right: string };
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
  /** What the 合计 row counts: `合计（4项）`; 家 where it is left out. */
  readonly counted?: string;
  /** The 合计 label, where the program does not word it itself. */
  readonly totalLabel?: string;
  /** In points, where the rows' texts do not say how high they are: placeholders. */
  readonly bodyRowHeight?: number;
  /** Below the table. */
  readonly notes: readonly string[];
}

/** A number stays a number; a figure with a unit is scaled already. Long numbers are text. */
export type SheetValue = string | number | null;

/** `date`: an ISO day, shown in 年月日; `area`: any figure that may have decimals. */
export type SheetKind = 'text' | 'date' | 'count' | 'money' | 'area';

export interface SheetColumn {
  readonly header: string;
  readonly kind: SheetKind;
  /** Where figures of several kinds stand below each other: the kind of one row's. */
  readonly kindIn?: (row: readonly SheetValue[]) => SheetKind;
  readonly align: 'left' | 'center' | 'right';
  /** Has a sum in the last row. */
  readonly isSummed: boolean;
  /** Widths follow from the content, within these bounds (in characters of half width). */
  readonly minWidth: number;
  readonly maxWidth: number;
}

const sheetColumn = (
  header: string,
  kind: SheetKind,
  align: SheetColumn['align'],
  isSummed: boolean,
): SheetColumn => ({ header, kind, align, isSummed, minWidth: 6, maxWidth: 36 });

export const textColumn = (header: string, align: SheetColumn['align'] = 'left'): SheetColumn =>
  sheetColumn(header, 'text', align, false);

export const dateColumn = (header: string): SheetColumn => sheetColumn(header, 'date', 'center', false);

/** Empty on paper more often than not: wide enough to be written in by hand. */
export const remarkColumn = (header: string): SheetColumn => ({ ...textColumn(header), minWidth: 12 });

export const countColumn = (header: string, isSummed = false): SheetColumn =>
  sheetColumn(header, 'count', 'center', isSummed);

export const moneyColumn = (header: string): SheetColumn => sheetColumn(header, 'money', 'right', true);

export const areaColumn = (header: string): SheetColumn => sheetColumn(header, 'area', 'right', false);
