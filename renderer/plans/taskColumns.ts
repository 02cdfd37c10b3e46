import { PLAN_SYNONYMS } from '../../db/model/import/plans.ts';
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
  { field: 'category', title: '类别', kind: 'category', synonyms: PLAN_SYNONYMS.category },
  { field: 'problem', title: '存在问题', kind: 'text', synonyms: PLAN_SYNONYMS.problem },
  {
    field: 'measure',
    title: '改造任务',
    kind: 'text',
    synonyms: PLAN_SYNONYMS.measure,
  },
  { field: 'standard', title: '提升标准', kind: 'text', synonyms: PLAN_SYNONYMS.standard },
  {
    field: 'budgetOwn',
    title: '业主自筹',
    kind: 'money',
    synonyms: PLAN_SYNONYMS.budgetOwn,
  },
  {
    field: 'budgetOther',
    title: '其他资金',
    kind: 'money',
    synonyms: PLAN_SYNONYMS.budgetOther,
  },
  {
    field: 'dueOn',
    title: '完成时限',
    kind: 'date',
    synonyms: PLAN_SYNONYMS.dueOn,
  },
  { field: 'responsible', title: '责任人', kind: 'name', synonyms: PLAN_SYNONYMS.responsible },
];

export const columnIndexOf = (field: TaskField): number =>
  TASK_COLUMNS.findIndex((column) => column.field === field);
