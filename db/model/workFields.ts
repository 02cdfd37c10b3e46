import { type ChangeField, NOTHING } from './changes.ts';
import { type Fen, formatYuan } from './money.ts';
import type { WorkInput } from './works.ts';

const amount = (value: Fen | null): string => (value === null ? NOTHING : `${formatYuan(value)}元`);

/** What is told of a task's works in 操作记录. */
export const WORK_FIELDS: readonly ChangeField<WorkInput>[] = [
  { label: '进度', shown: (one) => `${one.progressPercent}%` },
  { label: '业主自筹实际', shown: (one) => amount(one.costOwn) },
  { label: '其他资金实际', shown: (one) => amount(one.costOther) },
  { label: '完成日期', shown: (one) => one.finishedOn ?? NOTHING },
  { label: '备注', shown: (one) => (one.note === '' ? NOTHING : one.note) },
];
