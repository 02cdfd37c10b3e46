import { Descriptions, Progress } from 'antd';
import type { WorksView } from '../../db/model/contract/works.ts';
import { yuanText } from '../shared/format.ts';

/** How far the works are and what they cost, 业主自筹 apart. */
export function WorksSummary({ totals }: Pick<WorksView, 'totals'>) {
  const money = (spent: typeof totals.spentOwn, budget: typeof totals.budgetOwn): string =>
    `${yuanText(spent)}（预算${yuanText(budget)}）`;
  return (
    <Descriptions
      size="small"
      bordered
      column={{ xs: 1, sm: 2, lg: 4 }}
      items={[
        {
          key: 'progress',
          label: '总进度',
          children: (
            <Progress
              percent={totals.progressPercent}
              size="small"
              aria-label="总进度"
              status="normal"
              className="works-progress"
            />
          ),
        },
        {
          key: 'closed',
          label: '销号',
          children: `${totals.closed}／${totals.tasks}项${totals.overdue > 0 ? `，逾期${totals.overdue}项` : ''}`,
        },
        { key: 'own', label: '业主自筹实际', children: money(totals.spentOwn, totals.budgetOwn) },
        { key: 'other', label: '其他资金实际', children: money(totals.spentOther, totals.budgetOther) },
      ]}
    />
  );
}
