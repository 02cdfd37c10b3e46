import { inChinese } from '../../db/model/dates.ts';
import type { DutyTablePaper } from '../../db/model/papers/office.ts';
import { doneText } from '../documents/dutyTable.ts';
import { projectName } from '../documents/programme.ts';
import { countColumn, dateColumn, remarkColumn, textColumn, type WorkbookDescription } from './workbook.ts';

/** 任务分解表 as a workbook. */
export function dutyTableWorkbook(paper: DutyTablePaper): WorkbookDescription {
  const { bureau, year, asOf, duties } = paper;
  const title = `${year}年${projectName(paper.programmeName)}任务分解表`;
  return {
    name: `${bureau.name}${title}`,
    sheetName: '任务分解表',
    office: bureau.name,
    madeOn: asOf,
    title,
    caption: { left: `单位：${bureau.name}`, right: `截至${inChinese(asOf)}` },
    columns: [
      countColumn('序号'),
      { ...textColumn('工作任务'), maxWidth: 60 },
      textColumn('责任单位', 'center'),
      textColumn('责任人', 'center'),
      dateColumn('完成时限'),
      textColumn('完成情况', 'center'),
      remarkColumn('备注'),
    ],
    rows: duties.map((duty, index) => [
      index + 1,
      duty.task,
      duty.unit,
      duty.responsible,
      duty.dueOn ?? '贯穿全年',
      doneText(duty, asOf),
      duty.note,
    ]),
    notes: [],
  };
}
