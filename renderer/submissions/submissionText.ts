import type { SubmissionRow, SubmissionView } from '../../db/model/contract/packages.ts';
import { SUBMISSION_STATES } from '../../db/model/submissionCalendar.ts';
import { timeLeftText } from '../home/dueText.ts';

/** Beside the state: how long there is time, or that the first package came too late. */
export function timeNote(row: Pick<SubmissionRow, 'state' | 'daysLeft' | 'last' | 'sentLate'>): string {
  if (row.last === null) return timeLeftText({ late: row.state === 'overdue', daysLeft: row.daysLeft });
  return row.sentLate ? '首次报送逾期' : '';
}

/** `逾期3天`, `应报，还有2天`, `已报` */
export function stateText(row: Parameters<typeof timeNote>[0]): string {
  const state = SUBMISSION_STATES[row.state];
  if (row.state === 'overdue') return `${state}${-row.daysLeft}天`;
  return [state, timeNote(row)].filter((one) => one !== '').join('，');
}

export function receiptText(submission: SubmissionView | null): string {
  if (submission === null) return '尚未报送';
  const { receipt } = submission;
  return receipt === null ? '未登记' : `${receipt.receivedOn} ${receipt.receivedBy}`;
}
