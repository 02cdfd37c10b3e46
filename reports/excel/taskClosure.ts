import { inChinese } from '../../db/model/dates.ts';
import type { TaskClosurePaper } from '../../db/model/papers/plans.ts';
import { TASK_CATEGORIES } from '../../db/model/terms.ts';
import { closureRemark, closureSummary } from '../documents/taskClosure.ts';
import {
  countColumn,
  dateColumn,
  moneyColumn,
  remarkColumn,
  textColumn,
  type WorkbookDescription,
} from './workbook.ts';

const yuan = (value: number | null): number | null => (value === null ? null : value / 100);

/** 《改造任务销号表》 as a workbook; tasks a later revision dropped stand below, so that the money adds up. */
export function taskClosureWorkbook(paper: TaskClosurePaper): WorkbookDescription {
  const { tasks, dropped, asOf } = paper;
  return {
    name: `${paper.workshopName}改造任务销号表`,
    sheetName: '改造任务销号表',
    office: paper.bureau.name,
    madeOn: asOf,
    title: `${paper.workshopName}改造任务销号表`,
    caption: {
      left: `业主：${paper.ownerName}　帮扶责任人：${paper.helperName}　方案第${paper.revision}版`,
      right: `截至${inChinese(asOf)}`,
    },
    columns: [
      countColumn('序号'),
      textColumn('类别', 'center'),
      textColumn('改造任务'),
      textColumn('提升标准'),
      dateColumn('完成时限'),
      dateColumn('完成日期'),
      moneyColumn('业主自筹\n预算\n（元）'),
      moneyColumn('业主自筹\n实际\n（元）'),
      moneyColumn('其他资金\n预算\n（元）'),
      moneyColumn('其他资金\n实际\n（元）'),
      dateColumn('销号日期'),
      textColumn('销号人', 'center'),
      remarkColumn('备注'),
    ],
    rows: [
      ...tasks.map((task) => [
        task.number,
        task.category === null ? '' : TASK_CATEGORIES[task.category],
        task.measure,
        task.standard,
        task.dueOn ?? '',
        task.finishedOn ?? '',
        yuan(task.budgetOwn),
        yuan(task.costOwn),
        yuan(task.budgetOther),
        yuan(task.costOther),
        task.closedOn ?? '',
        task.closedBy,
        closureRemark(task),
      ]),
      ...dropped.map((one) => [
        '',
        '',
        one.measure,
        '',
        '',
        '',
        null,
        yuan(one.costOwn),
        null,
        yuan(one.costOther),
        '',
        '',
        [`第${one.lastRevision}版有，变更后取消`, one.remark].filter(Boolean).join('；'),
      ]),
    ],
    counted: '项',
    notes: [closureSummary(paper)],
  };
}
