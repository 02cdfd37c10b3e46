import { Steps } from 'antd';
import type { TimelineStep } from '../../db/model/contract/workshops.ts';

const STATUS = {
  done: 'finish',
  current: 'process',
  late: 'error',
  future: 'wait',
  stopped: 'error',
} as const satisfies Record<TimelineStep['state'], string>;

const WORDS: Readonly<Partial<Record<TimelineStep['state'], string>>> = { late: '已逾期', stopped: '已停止' };

const below = ({ state, date, note }: TimelineStep): string =>
  [WORDS[state], date, note].filter((one) => one !== null && one !== undefined && one !== '').join(' ');

/** The year of one workshop: what is done, what is next, what is late. */
export const WorkshopTimeline = ({ steps }: { readonly steps: readonly TimelineStep[] }) => (
  <section className="panel timeline" aria-label="年度进度">
    <Steps
      size="small"
      titlePlacement="vertical"
      current={steps.findIndex((step) => step.state === 'current' || step.state === 'late')}
      items={steps.map((step) => ({
        key: step.key,
        title: step.label,
        status: STATUS[step.state],
        content: below(step),
      }))}
    />
  </section>
);
