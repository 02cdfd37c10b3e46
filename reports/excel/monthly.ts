import { inChinese } from '../../db/model/dates.ts';
import { monthInChinese } from '../../db/model/monthly.ts';
import type { MonthlyPaper } from '../../db/model/papers/office.ts';
import { projectName } from '../documents/programme.ts';
import {
  areaColumn,
  countColumn,
  remarkColumn,
  type SheetColumn,
  textColumn,
  type WorkbookDescription,
} from './workbook.ts';

const UNIT = 2;
const figureColumn = (header: string): SheetColumn => ({
  ...areaColumn(header),
  kindIn: (row) => (row[UNIT] === '元' ? 'money' : 'area'),
});

/** 进展月报 as a workbook: figures are numbers, each with its unit beside it. */
export function monthlyWorkbook(paper: MonthlyPaper): WorkbookDescription {
  const { bureau, report } = paper;
  const month = monthInChinese(report.month);
  const figure = (value: number | null, unit: string): number | null =>
    value === null || unit !== '元' ? value : value / 100;
  return {
    name: `${bureau.name}${month}进展月报`,
    sheetName: '进展月报',
    office: bureau.name,
    madeOn: report.asOf,
    title: `${projectName(paper.programmeName)}进展月报（${month}）`,
    caption: { left: `填报单位：${bureau.name}`, right: `截至${inChinese(report.asOf)}` },
    columns: [
      countColumn('序号'),
      textColumn('项目'),
      textColumn('单位', 'center'),
      figureColumn('目标任务'),
      figureColumn('实际完成'),
      areaColumn('完成率\n（%）'),
      remarkColumn('备注'),
    ],
    rows: report.lines.map(({ position, item, unit, target, done, rate, note }) => [
      position,
      item,
      unit,
      figure(target, unit),
      figure(done, unit),
      rate === null ? null : rate / 10,
      note,
    ]),
    notes: [report.text],
  };
}
