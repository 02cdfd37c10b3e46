import { type } from '@orpc/contract';
import { z } from 'zod';
import { ACTION_GROUPS } from '../auditActions.ts';
import { Bureau, OfficeProfile, type Staff, StaffInput } from '../bureau.ts';
import type { Change } from '../changes.ts';
import { IsoDate } from '../dates.ts';
import { type CampaignId, StaffId, type WorkshopId } from '../ids.ts';
import { Policy } from '../policy.ts';
import type { Problem } from '../problems.ts';
import { keysOf } from '../terms.ts';
import { call, PathToken } from './base.ts';

/** What the window shows first. */
export type OfficeState =
  | { readonly kind: 'fresh'; readonly backups: number; readonly today: IsoDate }
  | { readonly kind: 'locked'; readonly bureauName: string | null }
  | { readonly kind: 'trouble'; readonly problems: readonly Problem[]; readonly canRestore: boolean }
  | {
      readonly kind: 'open';
      readonly today: IsoDate;
      readonly bureau: Bureau;
      readonly campaign: CampaignView;
      /** The newest 创建年度; another one shown is an earlier year. */
      readonly latestYear: number;
      readonly clerk: Staff | null;
      readonly keychain: boolean;
      /** A restore is prepared and waits for the next start. */
      readonly restorePending: boolean;
    };

export interface CampaignView {
  readonly id: CampaignId;
  readonly year: number;
  readonly policy: Policy;
}

export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly staffName: string;
  /** What kind of work it was, in words. */
  readonly kind: string;
  readonly workshopId: WorkshopId | null;
  /** Empty where the event concerns the office. */
  readonly workshopName: string;
  /** What was done, in a sentence; private values masked. */
  readonly sentence: string;
  /** From what to what, field by field. */
  readonly changes: readonly Change[];
}

/** Which events of 操作记录 to show; what is left out does not narrow. */
export const AuditFilter = z.object({
  staffId: StaffId.nullable().default(null),
  group: z.enum(keysOf(ACTION_GROUPS)).nullable().default(null),
  from: IsoDate.nullable().default(null),
  to: IsoDate.nullable().default(null),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export const system = {
  state: call.output(type<OfficeState>()),
  /** First start. The code is shown once and printed on the recovery sheet. */
  create: call.input(OfficeProfile).output(type<{ readonly recoveryCode: string }>()),
  /** The recovery sheet as a PDF; only while the code of `create` or `renewCode` is still on the screen. */
  recoverySheet: call.output(type<{ readonly bytes: Uint8Array; readonly fileName: string }>()),
  /** Ends the showing of the code: `typed` must equal its last group, as written on the sheet. */
  confirmCode: call.input(z.object({ typed: z.string() })).output(type<void>()),
  renewCode: call.output(type<{ readonly recoveryCode: string }>()),
  unlock: call.input(z.object({ code: z.string() })).output(type<void>()),
  chooseClerk: call.input(z.object({ staffId: StaffId })).output(type<void>()),
  saveFile: call
    .input(
      z.object({ token: PathToken, bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
    )
    .output(type<void>()),
};

export const settings = {
  saveBureau: call.input(Bureau).output(type<void>()),
  staff: call.output(type<readonly Staff[]>()),
  saveStaff: call.input(z.object({ id: StaffId.nullable(), staff: StaffInput })).output(type<Staff>()),
  setStaffActive: call.input(z.object({ id: StaffId, active: z.boolean() })).output(type<void>()),
  /** A changed figure that was already used needs a reason. */
  savePolicy: call
    .input(z.object({ policy: Policy, reason: z.string().trim().max(200) }))
    .output(type<void>()),
  audit: call
    .input(AuditFilter.extend({ before: z.string().nullable(), limit: z.int().min(1).max(500) }))
    .output(type<readonly AuditRow[]>()),
};

/** Unsaved edits, kept sealed and found again after a crash. `value` is the form's own JSON. */
export const drafts = {
  /** One answer a key. */
  get: call
    .input(z.object({ keys: z.array(z.string().max(200)).max(10) }))
    .output(type<readonly ({ value: string; savedAt: string } | null)[]>()),
  put: call
    .input(z.object({ key: z.string().max(200), value: z.string().max(1_000_000) }))
    .output(type<void>()),
  drop: call.input(z.object({ key: z.string().max(200) })).output(type<void>()),
};
