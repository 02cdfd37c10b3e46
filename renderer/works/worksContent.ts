import type { TaskWorks, WorksView } from '../../db/model/contract/works.ts';
import type { ListContent } from '../../db/model/lists.ts';
import { TASK_STATES, type WorkInput } from '../../db/model/works.ts';

const COLUMNS: ListContent['columns'] = [
  { key: 'number', title: '序号', kind: 'count' },
  { key: 'measure', title: '改造任务', kind: 'text' },
  { key: 'dueOn', title: '完成时限', kind: 'text' },
  { key: 'budgetOwn', title: '业主自筹预算（元）', kind: 'money' },
  { key: 'budgetOther', title: '其他资金预算（元）', kind: 'money' },
  { key: 'progress', title: '进度', kind: 'text' },
  { key: 'costOwn', title: '业主自筹实际（元）', kind: 'money' },
  { key: 'costOther', title: '其他资金实际（元）', kind: 'money' },
  { key: 'finishedOn', title: '完成日期', kind: 'text' },
  { key: 'note', title: '备注', kind: 'text' },
  { key: 'state', title: '状态', kind: 'text' },
];

const yuan = (value: number | null): number | null => (value === null ? null : value / 100);

/** The table for the clipboard; pasted back with its heading, every row finds its task again. */
export const worksContent = (
  { tasks }: WorksView,
  shown: (task: TaskWorks) => WorkInput,
): Pick<ListContent, 'columns' | 'rows'> => ({
  columns: COLUMNS,
  rows: tasks.map((task) => {
    const work = shown(task);
    return {
      number: task.number,
      measure: task.measure,
      dueOn: task.dueOn,
      budgetOwn: yuan(task.budgetOwn),
      budgetOther: yuan(task.budgetOther),
      progress: `${work.progressPercent}%`,
      costOwn: yuan(work.costOwn),
      costOther: yuan(work.costOther),
      finishedOn: work.finishedOn,
      note: work.note === '' ? null : work.note,
      state: TASK_STATES[task.state],
    };
  }),
});
