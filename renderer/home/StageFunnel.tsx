import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { Overview } from '../../db/model/contract/backup.ts';
import { RESULT_STAGES, STAGES, type Stage } from '../../db/model/stage.ts';

interface Group {
  readonly title: string;
  /** The page where work on these stages is done. */
  readonly page: string;
  readonly stages: readonly Stage[];
}

/** The stages in the order of the year, by the page that deals with them. */
const GROUPS: readonly Group[] = [
  {
    title: '申请遴选',
    page: '/selection',
    stages: ['awaitingReview', 'refused', 'awaitingSelection', 'notSelected', 'withdrawn'],
  },
  {
    title: '公示',
    page: '/publicity',
    stages: ['awaitingPublicity', 'publicity', 'publicityOver', 'removed'],
  },
  {
    title: '改造方案',
    page: '/plans',
    stages: ['planning', 'drafting', 'awaitingSignature', 'returned', 'signed', 'inWorks', 'changing'],
  },
  {
    title: '考评验收',
    page: '/inspections',
    stages: [
      'finished',
      'inspecting',
      'rectifying',
      'recheckFailed',
      'awaitingReinspection',
      'countyPassed',
      'recheckPassed',
    ],
  },
  { title: '名单与奖补', page: '/results', stages: [...RESULT_STAGES] },
];

/** How many workshops stand at each stage; a count leads to its page. Stages with nobody are left out. */
export function StageFunnel({ counts }: { readonly counts: Overview['stageCounts'] }) {
  const navigate = useNavigate();
  const groups = GROUPS.map((group) => ({
    ...group,
    stages: group.stages.filter((stage) => (counts[stage] ?? 0) > 0),
  })).filter((group) => group.stages.length > 0);
  return (
    <div className="funnel">
      {groups.map(({ title, page, stages }) => (
        <section key={title} className="funnel-group" aria-label={title}>
          <h3>{title}</h3>
          <div className="funnel-stages">
            {stages.map((stage) => (
              <Button
                key={stage}
                className="funnel-stage"
                aria-label={`${STAGES[stage]}${counts[stage]}家`}
                onClick={() => void navigate(`${page}?stage=${stage}`)}
              >
                <strong>{counts[stage]}</strong>
                <span>{STAGES[stage]}</span>
              </Button>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
