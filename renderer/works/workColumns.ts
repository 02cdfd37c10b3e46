import { WORK_SYNONYMS } from '../../db/model/import/works.ts';
import type { WorkInput } from '../../db/model/works.ts';

export type WorkField = keyof WorkInput;

export interface WorkColumn {
  readonly field: WorkField;
  readonly title: string;
  readonly kind: 'percent' | 'money' | 'date' | 'text';
  /** Other headings offices use, for tables pasted from their own workbooks. */
  readonly synonyms: readonly string[];
}

/** The columns that are typed into, in the order of the table. */
export const WORK_COLUMNS: readonly WorkColumn[] = [
  { field: 'progressPercent', title: '进度', kind: 'percent', synonyms: WORK_SYNONYMS.progressPercent },
  {
    field: 'costOwn',
    title: '业主自筹实际',
    kind: 'money',
    synonyms: WORK_SYNONYMS.costOwn,
  },
  { field: 'costOther', title: '其他资金实际', kind: 'money', synonyms: WORK_SYNONYMS.costOther },
  { field: 'finishedOn', title: '完成日期', kind: 'date', synonyms: WORK_SYNONYMS.finishedOn },
  { field: 'note', title: '备注', kind: 'text', synonyms: WORK_SYNONYMS.note },
];

/** The heading that says which task a pasted row is for. */
export const TASK_HEADINGS: readonly string[] = ['改造任务', ...WORK_SYNONYMS.measure];

export const workColumnIndex = (field: WorkField): number =>
  WORK_COLUMNS.findIndex((column) => column.field === field);
