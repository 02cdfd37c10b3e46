import type { z } from 'zod';
import { PublicityInput } from '../../db/model/contract/publicity.ts';

/** What the last day is reckoned from. */
export const ProposalFigures = PublicityInput.pick({ firstDay: true, countingRule: true, days: true });
export type ProposalFigures = z.infer<typeof ProposalFigures>;
