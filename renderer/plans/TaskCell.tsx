import { Input, Select, Tooltip } from 'antd';
import { memo, type ReactNode } from 'react';
import type { TaskId } from '../../db/model/ids.ts';
import { formatYuan } from '../../db/model/money.ts';
import type { PlanTask } from '../../db/model/plan.ts';
import { keysOf, TASK_CATEGORIES, type TaskCategory } from '../../db/model/terms.ts';
import { DateInput, MoneyInput } from '../shared/inputs.tsx';
import { cellName } from './cells.ts';
import type { TaskColumn } from './taskColumns.ts';
import type { TaskPatch } from './tasks.ts';

interface Props {
  readonly task: PlanTask;
  readonly row: number;
  readonly column: TaskColumn;
  /** What this cell still lacks or has wrong. */
  readonly problem: string | undefined;
  readonly editable: boolean;
  readonly onPatch: (id: TaskId, patch: TaskPatch) => void;
}

const CATEGORIES = keysOf(TASK_CATEGORIES).map((value) => ({ value, label: TASK_CATEGORIES[value] }));

/** What the cell shows once the plan is no longer a draft. */
function shown(task: PlanTask, column: TaskColumn): string {
  const value = task[column.field];
  if (column.kind === 'category') return task.category === null ? '' : TASK_CATEGORIES[task.category];
  if (column.field === 'budgetOwn' || column.field === 'budgetOther') {
    const amount = task[column.field];
    return amount === null ? '' : formatYuan(amount);
  }
  return value === null ? '' : String(value);
}

function field({ task, row, column, onPatch }: Props): ReactNode {
  const label = `第${row + 1}项${column.title}`;
  const change = (value: unknown): void => onPatch(task.id, { [column.field]: value });
  switch (column.field) {
    case 'category':
      return (
        <Select<TaskCategory>
          className="full-width"
          aria-label={label}
          value={task.category}
          options={CATEGORIES}
          onChange={change}
          showSearch={{ optionFilterProp: 'label' }}
          suffixIcon={null}
          popupMatchSelectWidth={120}
        />
      );
    case 'budgetOwn':
    case 'budgetOther':
      return <MoneyInput aria-label={label} value={task[column.field]} onChange={change} />;
    case 'dueOn':
      return <DateInput aria-label={label} value={task.dueOn} onChange={change} placeholder="" />;
    case 'responsible':
      return (
        <Input
          aria-label={label}
          value={task.responsible}
          maxLength={40}
          onChange={(event) => change(event.target.value)}
        />
      );
    default:
      return (
        <Input.TextArea
          aria-label={label}
          value={task[column.field]}
          maxLength={500}
          className="grows"
          rows={1}
          onChange={(event) => change(event.target.value)}
        />
      );
  }
}

const isFilled = (task: PlanTask, column: TaskColumn): boolean => {
  const value = task[column.field];
  return value !== null && value !== '';
};

/** One cell: its field, and a mark where it lacks something (grey) or is wrong (red). */
export const TaskCell = memo(function TaskCell(props: Props) {
  const { task, row, column, problem, editable } = props;
  if (!editable) return <div className="task-shown">{shown(task, column)}</div>;
  const mark = problem === undefined ? '' : isFilled(task, column) ? 'cell-wrong' : 'cell-missing';
  return (
    <Tooltip title={mark === 'cell-wrong' ? problem : ''}>
      <div
        className={`task-cell ${mark}`}
        data-cell={cellName(row, column.field)}
        aria-invalid={mark === 'cell-wrong'}
      >
        {field(props)}
      </div>
    </Tooltip>
  );
});
