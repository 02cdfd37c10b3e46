import { Steps } from 'antd';
import { useEffect, useRef } from 'react';
import type { TimelineStep } from '../../db/model/contract/workshops.ts';

const STATUS = {
  done: 'finish',
  current: 'process',
  late: 'error',
  future: 'wait',
  stopped: 'error',
} as const satisfies Record<TimelineStep['state'], string>;

const WORDS: Readonly<Partial<Record<TimelineStep['state'], string>>> = { late: '已逾期', stopped: '已停止' };

const OPEN: readonly TimelineStep['state'][] = ['current', 'late'];

/** The day a step was done; of one that is not, by when it is due. */
const Below = ({ step: { state, date, note } }: { readonly step: TimelineStep }) =>
  [WORDS[state], OPEN.includes(state) ? '' : date, note]
    .filter(Boolean)
    .map((line) => <div key={line}>{line}</div>);

/** The year of one workshop: what is done, what is next, what is late. */
export function WorkshopTimeline({ steps }: { readonly steps: readonly TimelineStep[] }) {
  const line = useRef<HTMLElement>(null);
  // In a narrow window the line is longer than its place: what is next must be in sight. Asked once the page is laid
  // out; an effect would have the whole page laid out for it once more.
  useEffect(() => {
    const { current } = line;
    if (!current) return;
    const laidOut = new ResizeObserver(() => {
      laidOut.disconnect();
      current.querySelector('.ant-steps-item-active')?.scrollIntoView({ inline: 'center', block: 'nearest' });
    });
    laidOut.observe(current);
    return () => laidOut.disconnect();
  }, []);
  return (
    <section ref={line} className="panel timeline" aria-label="年度进度">
      <Steps
        size="small"
        titlePlacement="vertical"
        responsive={false}
        current={steps.findIndex((step) => step.state === 'current' || step.state === 'late')}
        items={steps.map((step) => ({
          key: step.key,
          title: step.label,
          status: STATUS[step.state],
          content: <Below step={step} />,
        }))}
      />
    </section>
  );
}
