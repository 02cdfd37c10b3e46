import { Steps } from 'antd';
import type { Overview } from '../../db/model/contract/backup.ts';
import type { ScheduleStep } from '../../db/model/overview.ts';

const STATUS = { past: 'finish', next: 'process', ahead: 'wait' } as const;

const leftText = ({ daysLeft }: ScheduleStep): string => {
  if (daysLeft === 0) return '今天';
  return daysLeft > 0 ? `还有${daysLeft}天` : `已过${-daysLeft}天`;
};

/** 倒排工期: the last day of each step, counted backwards from the day the summary is handed up. */
export const Schedule = ({ schedule }: Pick<Overview, 'schedule'>) => (
  <Steps
    size="small"
    responsive={false}
    className="schedule"
    current={Math.max(
      0,
      schedule.findIndex((step) => step.state === 'next'),
    )}
    items={schedule.map((step) => ({
      key: step.key,
      status: STATUS[step.state],
      title: step.label,
      content: (
        <>
          <div>{step.latestOn}</div>
          <div>{leftText(step)}</div>
          <div className="quiet">{step.note}</div>
        </>
      ),
    }))}
  />
);
