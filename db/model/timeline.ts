import type { TimelineStep } from './contract/workshops.ts';
import type { IsoDate } from './dates.ts';
import type { Policy } from './policy.ts';
import type { Stage, StageFacts } from './stage.ts';

interface Dates {
  readonly appliedOn: IsoDate | null;
  readonly reviewedOn: IsoDate | null;
  readonly selectedOn: IsoDate | null;
  readonly submittedOn: IsoDate | null;
  readonly signedOn: IsoDate | null;
  /** When the last task was struck off; null while the works go on. */
  readonly finishedOn: IsoDate | null;
  /** Of the latest finished county scoring. */
  readonly inspectedOn: IsoDate | null;
}

const STEP_OF_STAGE: Readonly<Record<Stage, number>> = {
  awaitingReview: 1,
  refused: 1,
  awaitingSelection: 2,
  notSelected: 2,
  awaitingPublicity: 3,
  publicity: 3,
  publicityOver: 3,
  removed: 3,
  planning: 4,
  drafting: 4,
  awaitingSignature: 5,
  returned: 5,
  signed: 6,
  inWorks: 6,
  changing: 6,
  finished: 7,
  inspecting: 7,
  rectifying: 7,
  recheckFailed: 7,
  awaitingReinspection: 7,
  countyPassed: 8,
  recommended: 8,
  recheckPassed: 8,
  notAwarded: 8,
  announced: 9,
  awarded: 10,
  withdrawn: -1,
};

const STOPPED: readonly Stage[] = ['refused', 'notSelected', 'removed', 'notAwarded', 'withdrawn'];

/** The year of one workshop as steps with dates: what is done, what is next, what is late. */
export function timelineOf(
  stage: Stage,
  facts: StageFacts,
  dates: Dates,
  policy: Policy,
  today: IsoDate,
): readonly TimelineStep[] {
  const { phases, deadlines } = policy;
  const { award } = facts;
  const steps: readonly { key: string; label: string; date: IsoDate | null; due: IsoDate | null }[] = [
    { key: 'apply', label: '申请', date: dates.appliedOn, due: phases.apply.to },
    { key: 'review', label: '审核', date: dates.reviewedOn, due: phases.apply.to },
    { key: 'select', label: '遴选', date: dates.selectedOn, due: phases.apply.to },
    { key: 'publicity', label: '公示', date: facts.publicity?.lastDay ?? null, due: deadlines.roster },
    { key: 'plan', label: '编制方案', date: dates.submittedOn, due: deadlines.plans },
    { key: 'sign', label: '方案签批', date: dates.signedOn, due: deadlines.plans },
    { key: 'works', label: '改造施工', date: dates.finishedOn ?? facts.worksStartedOn, due: phases.build.to },
    { key: 'accept', label: '考评验收', date: dates.inspectedOn, due: phases.accept.to },
    // City, province and the bank set these days: nothing of them is due here.
    { key: 'result', label: '推荐公布', date: award.announcedOn ?? award.decidedOn, due: null },
    { key: 'award', label: '奖补', date: award.paidOn, due: null },
  ];
  // Refused without ever being inspected: it stopped at the works.
  const unfinished = stage === 'notAwarded' && dates.inspectedOn === null;
  const at = STEP_OF_STAGE[unfinished ? 'inWorks' : stage];
  return steps.map(({ due, ...step }, index) => {
    if (stage === 'withdrawn') return { ...step, state: 'stopped', note: '' };
    if (index < at) return { ...step, state: 'done', note: '' };
    const note = due === null ? '' : `截止 ${due}`;
    if (index > at) return { ...step, date: null, state: 'future', note };
    if (STOPPED.includes(stage)) return { ...step, state: 'stopped', note: '' };
    return { ...step, state: due !== null && today > due ? 'late' : 'current', note };
  });
}
