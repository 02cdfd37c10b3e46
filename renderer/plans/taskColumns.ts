import type { PlanTask } from '../../db/model/plan.ts';

export type TaskField = Exclude<keyof PlanTask, 'id' | 'line'>;

export interface TaskColumn {
  readonly field: TaskField;
  readonly title: string;
  readonly kind: 'category' | 'text' | 'money' | 'date' | 'name';
  /** Other headings offices use, for tables pasted from their own workbooks. */
  readonly synonyms: readonly string[];
}

/** The columns of the task table, in the paper's order. */
export const TASK_COLUMNS: readonly TaskColumn[] = [
  { field: 'category', title: '类别', kind: 'category', synonyms: ['任务类别', '改造类别', '分类'] },
  { field: 'problem', title: '存在问题', kind: 'text', synonyms: ['问题', '现状问题', '主要问题'] },
  {
    field: 'measure',
    title: '改造任务',
    kind: 'text',
    synonyms: ['任务', '改造内容', '改造措施', '整改措施', '改造提升任务'],
  },
  { field: 'standard', title: '提升标准', kind: 'text', synonyms: ['标准', '改造标准', '达到标准', '目标'] },
  {
    field: 'budgetOwn',
    title: '业主自筹',
    kind: 'money',
    synonyms: ['自筹', '自筹资金', '业主自筹资金', '资金预算', '业主投入'],
  },
  {
    field: 'budgetOther',
    title: '其他资金',
    kind: 'money',
    synonyms: ['其他', '其它', '其它资金', '补助资金'],
  },
  {
    field: 'dueOn',
    title: '完成时限',
    kind: 'date',
    synonyms: ['时限', '完成时间', '完成日期', '完成期限', '计划完成时间'],
  },
  { field: 'responsible', title: '责任人', kind: 'name', synonyms: ['负责人', '改造责任人'] },
];

export const columnIndexOf = (field: TaskField): number =>
  TASK_COLUMNS.findIndex((column) => column.field === field);
