import { inChinese } from '../../db/model/dates.ts';
import type { ListPaper } from '../../db/model/papers.ts';
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
    columns: [countColumn('序号'), ...columns.map((column) => sheetColumn(column.title, column.kind))],
    rows: rows.map((row, index): readonly SheetValue[] => [
      index + 1,
      ...columns.map(({ key }) => row[key] ?? null),
    ]),
    notes: [`共${rows.length}条。`],
  };
}
