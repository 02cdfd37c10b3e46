import type { Desk, Step } from './desk.ts';
import type { PlannedTask } from './plansBook.ts';
import { applySteps } from './stages/apply.ts';
import { awardSteps } from './stages/award.ts';
import { mobiliseSteps } from './stages/mobilise.ts';
import { outsideSteps } from './stages/outside.ts';
import { planSteps } from './stages/plan.ts';
import { publicitySteps, replacementSteps } from './stages/publicise.ts';
import { scoringSteps } from './stages/score.ts';
import { closingSteps, summarySteps } from './stages/summarise.ts';
import { worksSteps } from './stages/works.ts';

/** A fictional bureau's year in two parts: to the end of the works, and on to the last payment. */
export interface Path {
  readonly untilWorksOver: readonly Step[];
  readonly afterwards: readonly Step[];
}

/** The year of a desk, stage by stage; both parts must be of one call. */
export function pathOf(desk: Desk): Path {
  // What the plans agree on: one stage fills it, the works go by it.
  const agreed: PlannedTask[] = [];
  return {
    untilWorksOver: [
      ...mobiliseSteps(desk),
      ...applySteps(desk),
      ...publicitySteps(desk),
      ...replacementSteps(desk),
      ...planSteps(desk, agreed),
      ...worksSteps(desk, agreed),
    ],
    afterwards: [
      ...scoringSteps(desk, agreed),
      ...outsideSteps(desk),
      ...summarySteps(desk),
      ...awardSteps(desk),
      ...closingSteps(desk),
    ],
  };
}

/** The whole year. */
export function pathSteps(desk: Desk): readonly Step[] {
  const { untilWorksOver, afterwards } = pathOf(desk);
  return [...untilWorksOver, ...afterwards];
}
