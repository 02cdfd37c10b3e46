import { join } from 'node:path';
import { z } from 'zod';
import type { PlanPaper } from '../../../db/model/papers/plans.ts';
import { planPaper } from '../planSamples.ts';

/** What is measured, the same for every engine. */
export const PLANS = 200;
export const RUNS = 3;
export const WARM_UP = 8;

export const papers: readonly PlanPaper[] = Array.from({ length: PLANS }, (_, index) => planPaper(index));

export const filesIn = (dir: string, ending: string): readonly string[] =>
  papers.map((_, index) => join(dir, `${index + 1}.${ending}`));

/** What the process of our own engine answers. */
export const OurResult = z.object({
  batches: z.array(z.number()),
  previews: z.array(z.number()),
  cancels: z.array(z.number()),
  /** Until the next paper is there after a cancel: its thread has to open the faces again. */
  afterCancel: z.array(z.number()),
  peakMegabytes: z.number(),
});
export type OurResult = z.infer<typeof OurResult>;
