import { type } from '@orpc/contract';
import { z } from 'zod';
import { IsoDate } from '../dates.ts';
import { PlanId, RevisionId, WorkshopId } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { PlanSignature } from '../papers/plans.ts';
import { PlanContent, type RevisionState } from '../plan.ts';
import type { Problem } from '../problems.ts';
import type { Stage } from '../stage.ts';
import { SignatureRole } from '../terms.ts';
import type { WorksTotals } from '../works.ts';
import { call, longWork, PathToken } from './base.ts';

export interface PlanRow {
  readonly workshopId: WorkshopId;
  readonly workshopName: string;
  readonly ownerName: string;
  readonly planId: PlanId | null;
  readonly revisionId: RevisionId | null;
  readonly revision: number;
  readonly state: RevisionState | null;
  readonly taskCount: number;
  readonly budgetOwn: Fen;
  readonly budgetOther: Fen;
  readonly helperName: string;
  readonly submittedOn: IsoDate | null;
  readonly signedOn: IsoDate | null;
  readonly worksStartedOn: IsoDate | null;
  readonly problemCount: number;
  readonly stage: Stage;
  /** Since 开工, by the signed revision; null before. */
  readonly works: WorksTotals | null;
}

export interface RevisionView {
  readonly id: RevisionId;
  readonly number: number;
  readonly state: RevisionState;
  readonly submittedOn: IsoDate | null;
  /** Of the canonical record; null while it is a draft. */
  readonly checkCode: string | null;
  readonly signatures: readonly PlanSignature[];
  /** Why this revision was opened after an earlier one. */
  readonly reason: string;
  /** When the scan of the signed paper was compared by its check code. */
  readonly scanConfirmedOn: IsoDate | null;
}

export interface PlanView {
  readonly planId: PlanId;
  readonly workshopId: WorkshopId;
  readonly workshopName: string;
  readonly ownerName: string;
  readonly worksStartedOn: IsoDate | null;
  readonly revisions: readonly RevisionView[];
  /** The newest revision, whatever its state; only a draft may be edited. */
  readonly current: { readonly revisionId: RevisionId; readonly content: PlanContent };
}

const revision = z.object({ revisionId: RevisionId });
const signer = {
  signerName: z.string().trim().min(1, '请填签字人').max(30),
  opinion: z.string().trim().max(300),
};

export const SignInput = revision.extend({
  /** As printed on the signed paper; when given it must match the record. */
  checkCode: z.string().nullable(),
  signatures: z.array(z.object({ role: SignatureRole, signedOn: IsoDate, ...signer })).min(1),
});
export type SignInput = z.infer<typeof SignInput>;

export interface PlanImportPreview {
  readonly fileName: string;
  readonly plans: readonly {
    readonly workshopName: string;
    readonly taskCount: number;
    readonly budgetOwn: Fen;
  }[];
  readonly problems: readonly Problem[];
}

export const plans = {
  list: call.output(type<readonly PlanRow[]>()),
  get: call.input(z.object({ workshopId: WorkshopId })).output(type<PlanView | null>()),
  create: call.input(z.object({ workshopId: WorkshopId })).output(type<PlanView>()),
  saveDraft: call.input(revision.extend({ content: PlanContent })).output(type<void>()),
  submit: call.input(revision).output(type<{ readonly checkCode: string }>()),
  /** Takes a submission back before anyone signed. */
  recall: call.input(revision.extend({ reason: z.string().trim().min(1).max(200) })).output(type<void>()),
  sign: call.input(SignInput).output(type<void>()),
  /** Takes recorded signatures, or a return, back while nothing rests on them. */
  undoSign: call
    .input(revision.extend({ reason: z.string().trim().min(1, '请写明原因').max(200) }))
    .output(type<void>()),
  return: call.input(revision.extend({ returnedOn: IsoDate, ...signer })).output(type<void>()),
  /** Opens a new draft revision from a returned or signed one. */
  revise: call
    .input(z.object({ planId: PlanId, reason: z.string().trim().min(1, '请写明修改原因').max(200) }))
    .output(type<PlanView>()),
  startWorks: call.input(z.object({ planId: PlanId, startedOn: IsoDate })).output(type<void>()),
  undoStartWorks: call
    .input(z.object({ planId: PlanId, reason: z.string().trim().min(1, '请写明原因').max(200) }))
    .output(type<void>()),
  importPreview: call.input(z.object({ token: PathToken })).output(type<PlanImportPreview>()),
  importApply: call.input(z.object({ token: PathToken })).output(longWork<{ readonly imported: number }>()),
  importTemplate: call.output(type<{ readonly bytes: Uint8Array; readonly fileName: string }>()),
};
