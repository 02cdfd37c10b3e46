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
  { field: 'progressPercent', title: '进度', kind: 'percent', synonyms: ['完成进度', '改造进度', '完成率'] },
  {
    field: 'costOwn',
    title: '业主自筹实际',
    kind: 'money',
    synonyms: ['实际自筹', '业主自筹实际投入', '自筹实际', '实际投入'],
  },
  { field: 'costOther', title: '其他资金实际', kind: 'money', synonyms: ['其他实际', '实际其他'] },
  { field: 'finishedOn', title: '完成日期', kind: 'date', synonyms: ['完成时间', '实际完成日期'] },
  { field: 'note', title: '备注', kind: 'text', synonyms: ['说明'] },
];

/** The heading that says which task a pasted row is for. */
export const TASK_HEADINGS: readonly string[] = ['改造任务', '任务', '改造内容'];

export const workColumnIndex = (field: WorkField): number =>
  WORK_COLUMNS.findIndex((column) => column.field === field);
