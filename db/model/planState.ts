import type { IsoDate } from './dates.ts';
import { REVISION_STATES, type RevisionState } from './plan.ts';

export const PLAN_STATES = {
  ...REVISION_STATES,
  inWorks: '施工中',
  changing: '施工中，方案变更',
  finished: '改造完成',
} as const;
export type PlanState = keyof typeof PLAN_STATES;

/** Everything that decides the state of a plan. */
export interface PlanFacts {
  /** Of the newest revision. */
  readonly revision: RevisionState;
  readonly worksStartedOn: IsoDate | null;
  /** Tasks of the latest signed revision not yet struck off; null where the works have not begun. */
  readonly openTasks: number | null;
}

/** Works once begun go on by the signed revision while a newer one is being changed. */
export function planState({ revision, worksStartedOn, openTasks }: PlanFacts): PlanState {
  if (worksStartedOn === null) return revision;
  if (revision !== 'signed') return 'changing';
  return openTasks === 0 ? 'finished' : 'inWorks';
}
