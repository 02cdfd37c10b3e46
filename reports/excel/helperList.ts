import { inChinese } from '../../db/model/dates.ts';
import type { HelperListPaper } from '../../db/model/papers/assistance.ts';
import { projectName } from '../documents/programme.ts';
import { countColumn, dateColumn, textColumn, type WorkbookDescription } from './workbook.ts';

/** 《帮扶安排表》: who helps which workshop, with the visits so far. */
export function helperListWorkbook(paper: HelperListPaper): WorkbookDescription {
  const { bureau, year, rows, asOf } = paper;
  const without = rows.filter((row) => row.helperName === '').length;
  return {
    name: `${bureau.name}${year}年帮扶安排表`,
    sheetName: '帮扶安排表',
    office: bureau.name,
    madeOn: asOf,
    title: `${year}年${projectName(paper.programmeName)}帮扶安排表`,
    caption: { left: `填报单位：${bureau.name}`, right: `截至${inChinese(asOf)}` },
    columns: [
      countColumn('序号'),
      textColumn('小作坊名称'),
      textColumn('业主', 'center'),
      textColumn('乡镇（街道）', 'center'),
      textColumn('生产加工地址'),
      textColumn('帮扶责任人', 'center'),
      textColumn('所在科（所）', 'center'),
      dateColumn('开始帮扶日期'),
      countColumn('走访次数', true),
      dateColumn('最近走访'),
    ],
    rows: rows.map((row, index) => [
      index + 1,
      row.workshopName,
      row.ownerName,
      row.township,
      row.address,
      row.helperName,
      row.helperUnit,
      row.since ?? '',
      row.visits,
      row.lastVisitOn ?? '',
    ]),
    notes: without === 0 ? [] : [`还有${without}家没有安排帮扶责任人。`],
  };
}
