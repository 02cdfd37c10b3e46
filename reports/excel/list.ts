import { IsoDate, inChinese } from '../../db/model/dates.ts';
import type { ListColumn, ListContent } from '../../db/model/lists.ts';
import type { ListPaper } from '../../db/model/papers/office.ts';
import {
  countColumn,
  dateColumn,
  type SheetColumn,
  type SheetValue,
  textColumn,
  type WorkbookDescription,
} from './workbook.ts';

const UNITS: Readonly<Partial<Record<ListColumn['kind'], string>>> = { money: '元', area: '㎡' };

/** A column of bare numbers names its unit. */
function headerOf({ title, kind }: ListColumn): string {
  const unit = UNITS[kind];
  return unit === undefined || title.includes(unit) ? title : `${title}（${unit}）`;
}

/** Every cell that holds something holds a day. */
function isOfDays({ key, kind }: ListColumn, rows: ListContent['rows']): boolean {
  const values = rows.map((row) => row[key] ?? null).filter((value) => value !== null && value !== '');
  return kind === 'text' && values.length > 0 && values.every((value) => IsoDate.safeParse(value).success);
}

/** The columns of a list under their line numbers. */
export const listColumns = ({
  columns,
  rows,
}: Pick<ListContent, 'columns' | 'rows'>): readonly SheetColumn[] => [
  countColumn('序号'),
  ...columns.map((column) => {
    const header = headerOf(column);
    if (isOfDays(column, rows)) return dateColumn(header);
    return { ...textColumn(header, column.kind === 'text' ? 'left' : 'right'), kind: column.kind };
  }),
];

/** Its rows, numbered. */
export const listRows = ({
  columns,
  rows,
}: Pick<ListContent, 'columns' | 'rows'>): WorkbookDescription['rows'] =>
  rows.map((row, index): readonly SheetValue[] => [index + 1, ...columns.map(({ key }) => row[key] ?? null)]);

/** Any list as it was shown: its columns, its rows, which filters narrowed it. */
export function listWorkbook(paper: ListPaper): WorkbookDescription {
  const { bureau, year, title, filters, rows, asOf } = paper;
  return {
    name: `${bureau.name}${year}年${title}`,
    sheetName: title.replaceAll(/[\\/?*[\]:]/g, '').slice(0, 28),
    office: bureau.name,
    madeOn: asOf,
    title: `${year}年${title}`,
    caption: {
      left: filters === '' ? bureau.name : `筛选：${filters}`,
      right: `导出日期：${inChinese(asOf)}`,
    },
    columns: listColumns(paper),
    rows: listRows(paper),
    notes: [`共${rows.length}条。`],
  };
}
