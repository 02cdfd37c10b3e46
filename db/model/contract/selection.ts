import { type } from '@orpc/contract';
import { z } from 'zod';
import { IsoDate } from '../dates.ts';
import { ApplicationId, type WorkshopId } from '../ids.ts';
import type { Problem } from '../problems.ts';
import type { Merit, RankingFigures } from '../ranking.ts';
import type { Stage } from '../stage.ts';
import { Opinion, ReviewLevel } from '../terms.ts';
import { call } from './base.ts';
import type { DecisionView } from './workshops.ts';

const reason = z.string().trim().min(1, '请写明原因').max(300);

export const ReviewInput = z.object({
  applicationIds: z.array(ApplicationId).min(1),
  level: ReviewLevel,
  opinion: Opinion,
  comment: z.string().trim().max(300),
  reviewerName: z.string().trim().min(1, '请填审核人').max(30),
  reviewedOn: IsoDate,
});
export type ReviewInput = z.infer<typeof ReviewInput>;

/** One candidate of the year: figures, suggested place, and what was decided. */
export interface CandidateRow extends RankingFigures {
  readonly applicationId: ApplicationId;
  readonly workshopId: WorkshopId;
  readonly name: string;
  readonly ownerName: string;
  readonly stage: Stage;
  /** Published already, or gone: place and decision stay as they are. */
  readonly fixed: boolean;
  readonly failedConditions: readonly Problem[];
  readonly merits: readonly Merit[];
  readonly points: number;
  readonly suggestedRank: number;
  readonly decision: DecisionView | null;
}

export interface RankingView {
  readonly quota: number;
  /** Places taken by candidates whose decision is fixed. */
  readonly fixedPlaces: number;
  /** In the order of the ranks given; those not ranked yet follow as suggested. */
  readonly candidates: readonly CandidateRow[];
}

export const DecisionInput = z.object({
  applicationId: ApplicationId,
  rank: z.int().min(1, '名次从1开始').max(9999),
  selected: z.boolean(),
  reason: z.string().trim().max(300),
});
export type DecisionInput = z.infer<typeof DecisionInput>;

/** A place that became free after selection: who left, and who would follow. */
export interface Vacancy {
  readonly applicationId: ApplicationId;
  readonly workshopId: WorkshopId;
  readonly name: string;
  readonly rank: number | null;
  readonly leftOn: IsoDate;
  readonly because: 'withdrawn' | 'objection';
  readonly reason: string;
  readonly wasOnRoster: boolean;
  /** In the order of rank; the first is the next. Empty: nobody is left. */
  readonly successors: readonly Successor[];
}

export interface Successor {
  readonly applicationId: ApplicationId;
  readonly name: string;
  readonly rank: number | null;
}

export const ReplaceInput = z.object({
  leaverId: ApplicationId,
  newcomerId: ApplicationId,
  /** May be empty for the next in rank. */
  reason: z.string().trim().max(300),
});
export type ReplaceInput = z.infer<typeof ReplaceInput>;

const ids = z.array(ApplicationId).min(1);

export const selection = {
  review: call.input(ReviewInput).output(type<{ readonly reviewed: number }>()),
  /** Takes the opinion of a level back; the one before does not count again. */
  retractReview: call
    .input(z.object({ applicationId: ApplicationId, level: ReviewLevel, reason }))
    .output(type<void>()),
  ranking: call.output(type<RankingView>()),
  /** 遴选结果 of many at once: rank, decision and reason of each; all or none. */
  decide: call
    .input(z.object({ decisions: z.array(DecisionInput).min(1) }))
    .output(type<{ readonly selected: number; readonly notSelected: number }>()),
  /** Refused as a whole when one fails a condition or the quota would be passed. */
  select: call.input(z.object({ applicationIds: ids, reason })).output(type<{ readonly selected: number }>()),
  deselect: call.input(z.object({ applicationIds: ids, reason })).output(type<void>()),
  vacancies: call.output(type<readonly Vacancy[]>()),
  replace: call.input(ReplaceInput).output(type<void>()),
  raiseQuota: call.input(z.object({ quota: z.int().min(0).max(9999), reason })).output(type<void>()),
};
