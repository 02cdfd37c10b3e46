import { type } from '@orpc/contract';
import { z } from 'zod';
import { IsoDate } from '../dates.ts';
import { ObjectionId, PublicityId, RosterId, WorkshopId } from '../ids.ts';
import type { PublicEntry } from '../papers/publicity.ts';
import type { Problem } from '../problems.ts';
import type { Departure, PublicityState } from '../publicity.ts';
import { CountingRule, ObjectionOutcome } from '../terms.ts';
import { call } from './base.ts';

export interface PublicityEntryView extends PublicEntry {
  readonly workshopId: WorkshopId;
  /** Left the list since it was posted; the line itself stays. */
  readonly departure: Departure | null;
}

export interface ObjectionView {
  readonly id: ObjectionId;
  readonly workshopId: WorkshopId | null;
  readonly workshopName: string;
  readonly receivedOn: IsoDate;
  /** The objector's name is sealed; only whether one was given is shown. */
  readonly named: boolean;
  readonly content: string;
  readonly handling: string;
  readonly outcome: ObjectionOutcome | null;
  readonly settledOn: IsoDate | null;
}

export interface PublicityView {
  readonly id: PublicityId;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  readonly days: number;
  readonly countingRule: CountingRule;
  readonly place: string;
  /** Who posted it and how; empty until recorded. */
  readonly postedBy: string;
  readonly postedNote: string;
  readonly cancelled: { readonly on: IsoDate; readonly reason: string } | null;
  /** Only 递补 newcomers stand on it. */
  readonly supplementary: boolean;
  readonly state: PublicityState;
  readonly daysLeft: number;
  readonly entries: readonly PublicityEntryView[];
  readonly objections: readonly ObjectionView[];
  readonly rosterId: RosterId | null;
}

export interface PublicityProposal {
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  readonly warnings: readonly Problem[];
  readonly entries: readonly PublicEntry[];
}

export interface RosterView {
  readonly id: RosterId;
  /** 1 is the first; later ones supplement it (补充名单). */
  readonly batch: number;
  readonly confirmedOn: IsoDate;
  readonly publicityId: PublicityId;
  readonly entries: readonly (PublicEntry & {
    readonly workshopId: WorkshopId;
    readonly ownerName: string;
    /** Left the campaign after the list was confirmed. */
    readonly withdrawnOn: IsoDate | null;
    readonly withdrawnReason: string;
  })[];
}

const reason = z.string().trim().min(1, '请写明原因').max(300);

export const PublicityInput = z.object({
  firstDay: IsoDate,
  countingRule: CountingRule,
  days: z.int().min(1).max(60),
  /** 在何处发布 */
  place: z.string().trim().min(1, '请填发布位置').max(100),
  /** Why something that looks like a private number is published; asked for with `PRIVACY_REASON`. */
  privacyReason: z.string().trim().max(200).default(''),
});

export const ObjectionInput = z.object({
  publicityId: PublicityId,
  workshopId: WorkshopId.nullable(),
  receivedOn: IsoDate,
  /** Sealed at rest. */
  objector: z.string().trim().max(60),
  content: z.string().trim().min(1, '请填异议内容').max(1000),
});

export const PostingInput = z.object({
  publicityId: PublicityId,
  postedBy: z.string().trim().min(1, '请填发布人').max(40),
  postedNote: z.string().trim().max(300),
});

export const publicity = {
  list: call.output(type<readonly PublicityView[]>()),
  propose: call
    .input(PublicityInput.pick({ firstDay: true, countingRule: true, days: true }))
    .output(type<PublicityProposal>()),
  create: call.input(PublicityInput).output(type<{ readonly publicityId: PublicityId }>()),
  cancel: call.input(z.object({ publicityId: PublicityId, reason })).output(type<void>()),
  /** Takes the cancellation back, as long as none of its workshops stands on another notice. */
  restore: call.input(z.object({ publicityId: PublicityId, reason })).output(type<void>()),
  /** By whom and how it was posted; recorded again it corrects. */
  recordPosting: call.input(PostingInput).output(type<void>()),
  addObjection: call.input(ObjectionInput).output(type<{ readonly objectionId: ObjectionId }>()),
  /** An upheld objection takes its workshop off the list, with a trace. */
  settleObjection: call
    .input(
      z.object({ objectionId: ObjectionId, outcome: ObjectionOutcome, handling: reason, settledOn: IsoDate }),
    )
    .output(type<void>()),
  /** Takes a settlement back, to be settled anew. */
  reopenObjection: call.input(z.object({ objectionId: ObjectionId, reason })).output(type<void>()),
  /** Recorded by mistake: only while it is not settled. */
  discardObjection: call.input(z.object({ objectionId: ObjectionId, reason })).output(type<void>()),
  confirmRoster: call
    .input(z.object({ publicityId: PublicityId, confirmedOn: IsoDate }))
    .output(type<{ readonly rosterId: RosterId }>()),
  /** Takes the confirmation back, as long as nothing rests on it. */
  undoRoster: call.input(z.object({ rosterId: RosterId, reason })).output(type<void>()),
  rosters: call.output(type<readonly RosterView[]>()),
};
