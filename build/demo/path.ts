import type { Desk, Step } from './desk.ts';
import type { PlannedTask } from './plansBook.ts';
import { applySteps } from './stages/apply.ts';
import { mobiliseSteps } from './stages/mobilise.ts';
import { planSteps } from './stages/plan.ts';
import { publicitySteps, replacementSteps } from './stages/publicise.ts';
import { worksSteps } from './stages/works.ts';

/** A fictional bureau from its first start to the end of the works, stage by stage. */
export function pathSteps(desk: Desk): readonly Step[] {
  // What the plans agree on: one stage fills it, the works go by it.
  const agreed: PlannedTask[] = [];
  return [
    ...mobiliseSteps(desk),
    ...applySteps(desk),
    ...publicitySteps(desk),
    ...replacementSteps(desk),
    ...planSteps(desk, agreed),
    ...worksSteps(desk, agreed),
  ];
}
