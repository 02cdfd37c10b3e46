import { type } from '@orpc/contract';
import { z } from 'zod';
import type { AttachmentId } from '../ids.ts';
import { WorkshopId, WritingId } from '../ids.ts';
import { Month } from '../monthly.ts';
import type { Problem } from '../problems.ts';
import { SubmissionKind, type WritingKind } from '../terms.ts';
import { type Renewal, type WritingBody, WritingEdit } from '../writing.ts';
import { call } from './base.ts';

/** What is to be written: the summary, a case of a workshop, the report that goes with a 报送. */
export const WritingSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('summary') }),
  z.object({ kind: z.literal('case'), workshopId: WorkshopId }),
  z.object({
    kind: z.literal('report'),
    submission: SubmissionKind,
    month: Month.nullable().default(null),
  }),
]);
export type WritingSubject = z.infer<typeof WritingSubject>;

export interface WritingRow {
  readonly id: WritingId;
  readonly kind: WritingKind;
  readonly workshopId: WorkshopId | null;
  readonly title: string;
  readonly finishedOn: string | null;
  readonly updatedAt: string;
  /** The day the figures were taken. */
  readonly asOf: string;
}

export interface WritingView extends WritingRow {
  readonly body: WritingBody;
  /** What 重新取数 would change. */
  readonly renewal: Renewal;
  /** What still stands against 定稿. */
  readonly problems: readonly Problem[];
  /** Pictures of the workshop a case can show. */
  readonly photos: readonly { readonly id: AttachmentId; readonly title: string }[];
}

const one = z.object({ id: WritingId });

export const writings = {
  list: call.output(type<readonly WritingRow[]>()),
  open: call.input(one).output(type<WritingView>()),
  /** Pre-writes from the records; where it exists already, answers that. */
  create: call.input(WritingSubject).output(type<{ readonly id: WritingId }>()),
  save: call.input(one.extend({ edit: WritingEdit })).output(type<void>()),
  /** 重新取数 */
  renew: call.input(one).output(type<Renewal>()),
  finish: call.input(one).output(type<void>()),
  reopen: call.input(one).output(type<void>()),
  /** Into 回收站. */
  remove: call
    .input(one.extend({ reason: z.string().trim().min(1).max(200) }))
    .output(type<{ readonly binId: string }>()),
};
