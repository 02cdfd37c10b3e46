import { inChinese } from '../../db/model/dates.ts';
import { DUTY_STATES, dutyState } from '../../db/model/mobilisation.ts';
import type { DutyTablePaper } from '../../db/model/papers/office.ts';
import { cell, column, label, note } from './build.ts';
import type { OfficialDocument, Table } from './official.ts';
import { projectName, workshopsInProject } from './programme.ts';
import { day, shortDay } from './values.ts';

/** `未完成` is left empty on paper: somebody may write it in. */
export const doneText = (duty: DutyTablePaper['duties'][number], asOf: DutyTablePaper['asOf']): string => {
  const state = dutyState(duty, asOf);
  if (state === 'done') return `${day(duty.doneOn)}完成`;
  return state === 'late' ? DUTY_STATES.late : '';
};

const dutyTable = ({ duties, asOf, year }: DutyTablePaper): Table => ({
  kind: 'table',
  columns: [
    column(9, 'center'),
    column(114),
    column(37, 'center'),
    column(18, 'center'),
    column(24, 'center'),
    column(30, 'center'),
    column(24),
  ],
  header: [
    ['序号', '工作任务', '责任单位', '责任人', '完成时限', '完成情况', '备注'].map((one) => label(one)),
  ],
  rows: duties.map((duty, index) => [
    cell(String(index + 1)),
    cell(duty.task),
    cell(duty.unit),
    cell(duty.responsible),
    cell(duty.dueOn === null ? '贯穿全年' : shortDay(duty.dueOn, year)),
    cell(doneText(duty, asOf).replace(`${year}年`, '')),
    cell(duty.note),
  ]),
  totals: [],
});

/** 任务分解表: who answers for what until when. */
export function dutyTableDocument(paper: DutyTablePaper): OfficialDocument {
  const { bureau, year, asOf } = paper;
  return {
    name: `${bureau.name}${year}年${projectName(paper.programmeName)}任务分解表`,
    office: bureau.name,
    madeOn: asOf,
    layout: 'form',
    orientation: 'landscape',
    title: [`${year}年`, workshopsInProject(paper.programmeName), '创建工程', '任务分解表'],
    subtitle: bureau.name,
    blocks: [dutyTable(paper), note(`完成情况截至${inChinese(asOf)}。`)],
    isPublic: false,
  };
}
