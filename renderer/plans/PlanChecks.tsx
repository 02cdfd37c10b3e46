import { Alert, Button } from 'antd';
import type { Problem } from '../../db/model/problems.ts';
import { cellName, focusCell } from './cells.ts';
import { TASK_COLUMNS } from './taskColumns.ts';

/** The cell a sentence is about, as `focusCell` names it. */
function cellFor({ row, field }: Problem): string | undefined {
  if (row === undefined) return field === 'budgetOwn' ? cellName(0, 'budgetOwn') : field;
  const column = TASK_COLUMNS.find((one) => one.field === field);
  return column && cellName(row - 1, column.field);
}

/** What a submission still needs, as one types; a sentence leads to its field. */
export function PlanChecks({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return <Alert type="success" showIcon title="内容齐全，可以提交签批" />;
  return (
    <Alert
      type="warning"
      showIcon
      title={`提交签批前还有${problems.length}处需要补齐`}
      description={
        <ul className="plan-checks" aria-label="需要补齐的内容">
          {problems.map((one) => {
            const cell = cellFor(one);
            return (
              <li key={`${one.code}-${one.row ?? 0}`}>
                <Button type="link" size="small" onClick={() => cell && focusCell(cell)}>
                  {one.message}
                </Button>
              </li>
            );
          })}
        </ul>
      }
    />
  );
}
