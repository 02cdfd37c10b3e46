import ExcelJS from 'exceljs';
import { PLAN_COLUMNS } from '../../db/model/import/plans.ts';

export interface PlannedTask {
  readonly workshop: string;
  readonly helper: string;
  readonly category: string;
  readonly problem: string;
  readonly measure: string;
  readonly standard: string;
  /** In yuan. */
  readonly own: number;
  readonly other: number;
  readonly due: string;
}

const SITUATION = '生产场所基本整洁，设施较旧，管理台账不全。';
const ASSISTANCE = '每月到场指导不少于一次，帮助对照评分表逐项整改。';

/** Tasks as the program's own template lays them out; what belongs to the plan stands in its first row only. */
export async function tasksWorkbook(tasks: readonly PlannedTask[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('改造任务');
  sheet.addRow(Object.values(PLAN_COLUMNS));
  for (const [index, one] of tasks.entries()) {
    const first = tasks[index - 1]?.workshop !== one.workshop;
    sheet.addRow([
      first ? one.workshop : '',
      first ? one.helper : '',
      one.category,
      one.problem,
      one.measure,
      one.standard,
      one.own,
      one.other,
      one.due,
      '业主',
      first ? SITUATION : '',
      first ? ASSISTANCE : '',
    ]);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
