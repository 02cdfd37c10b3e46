import { Input, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { TaskWorks } from '../../db/model/contract/works.ts';
import { formatYuan } from '../../db/model/money.ts';
import type { WorkInput } from '../../db/model/works.ts';
import { DateInput, MoneyInput, NumberInput } from '../shared/inputs.tsx';
import { workCell } from './useWorkKeys.ts';
import type { WorkColumn } from './workColumns.ts';
import type { WorkPatch } from './workRows.ts';

interface Props {
  readonly task: TaskWorks;
  readonly row: number;
  readonly column: WorkColumn;
  readonly work: WorkInput;
  /** Works have begun and the task is not closed. */
  readonly editable: boolean;
  readonly wrong: string | undefined;
  readonly onPatch: (task: TaskWorks, patch: WorkPatch) => void;
}

function text(work: WorkInput, { field }: WorkColumn): string {
  switch (field) {
    case 'progressPercent':
      return `${work.progressPercent}%`;
    case 'costOwn':
    case 'costOther': {
      const amount = work[field];
      return amount === null ? '' : formatYuan(amount);
    }
    case 'finishedOn':
      return work.finishedOn ?? '';
    case 'note':
      return work.note;
  }
}

function input({ task, column, work, onPatch }: Props): ReactNode {
  const label = `第${task.number}项${column.title}`;
  switch (column.field) {
    case 'progressPercent':
      return (
        <NumberInput
          aria-label={label}
          rule={{ suffix: '%', min: 0, max: 100, example: '60' }}
          value={work.progressPercent}
          onChange={(value) => onPatch(task, { progressPercent: value ?? 0 })}
        />
      );
    case 'costOwn':
    case 'costOther':
      return (
        <MoneyInput
          aria-label={label}
          value={work[column.field]}
          onChange={(value) => onPatch(task, { [column.field]: value })}
        />
      );
    case 'finishedOn':
      return (
        <DateInput
          aria-label={label}
          placeholder=""
          value={work.finishedOn}
          onChange={(finishedOn) => onPatch(task, { finishedOn })}
        />
      );
    case 'note':
      return (
        <Input
          aria-label={label}
          maxLength={300}
          value={work.note}
          onChange={(event) => onPatch(task, { note: event.target.value })}
        />
      );
  }
}

const budgetOf = ({ budgetOwn, budgetOther }: TaskWorks, { field }: WorkColumn): string | undefined => {
  const budget = field === 'costOwn' ? budgetOwn : field === 'costOther' ? budgetOther : null;
  return budget === null ? undefined : `预算${formatYuan(budget)}`;
};

/** One cell of 实施进度: its field, the budget beneath what was spent, a mark where it is wrong. */
export function WorkCell(props: Props) {
  const { task, row, column, work, editable, wrong } = props;
  const budget = budgetOf(task, column);
  return (
    <Tooltip title={wrong ?? ''}>
      <div
        className={`task-cell ${wrong ? 'cell-wrong' : ''}`}
        aria-invalid={wrong !== undefined}
        {...(editable ? { 'data-cell': workCell(row, column.field) } : {})}
      >
        {editable ? input(props) : <div className="task-shown">{text(work, column)}</div>}
        {budget && <div className="work-budget quiet">{budget}</div>}
      </div>
    </Tooltip>
  );
}
