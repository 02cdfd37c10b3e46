import { inChinese } from '../../db/model/dates.ts';
import type { ListColumn } from '../../db/model/lists.ts';
import type { ListPaper } from '../../db/model/papers/office.ts';
import {
  countColumn,
  type SheetColumn,
  type SheetValue,
  textColumn,
  type WorkbookDescription,
} from './workbook.ts';

const sheetColumn = (title: string, kind: SheetColumn['kind']): SheetColumn => ({
  ...textColumn(title, kind === 'text' ? 'left' : 'right'),
  kind,
});

const UNITS: Readonly<Partial<Record<ListColumn['kind'], string>>> = { money: '元', area: '㎡' };

/** A column of bare numbers names its unit. */
function headerOf({ title, kind }: ListColumn): string {
  const unit = UNITS[kind];
  return unit === undefined || title.includes(unit) ? title : `${title}（${unit}）`;
}

/** Any list as it was shown: its columns, its rows, which filters narrowed it. */
export function listWorkbook(paper: ListPaper): WorkbookDescription {
  const { bureau, year, title, filters, columns, rows, asOf } = paper;
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
    columns: [countColumn('序号'), ...columns.map((column) => sheetColumn(headerOf(column), column.kind))],
    rows: rows.map((row, index): readonly SheetValue[] => [
      index + 1,
      ...columns.map(({ key }) => row[key] ?? null),
    ]),
    notes: [`共${rows.length}条。`],
  };
}
