import { type } from '@orpc/contract';
import { z } from 'zod';
import { CampaignId, WorkshopId } from '../ids.ts';
import { Campaign, Policy } from '../policy.ts';
import type { PolicyUse } from '../policyFigures.ts';
import { call } from './base.ts';

/** One 创建年度 in the list of years. */
export interface YearRow {
  readonly campaignId: CampaignId;
  readonly year: number;
  readonly programmeName: string;
  readonly quota: number;
  readonly applications: number;
  readonly onRoster: number;
  /** The one shown now. */
  readonly chosen: boolean;
  /** Nothing rests on it yet: it may be taken away again. */
  readonly removable: boolean;
}

/** 新建年度: the rest of the policy is copied from the year shown, its dates moved. */
export const NewYear = z.object({
  year: Campaign.shape.year,
  quota: Policy.shape.quota,
  programmeName: Policy.shape.programmeName,
  basis: Policy.shape.basis,
});
export type NewYear = z.infer<typeof NewYear>;

/** A workshop of an earlier year that has not applied in the year shown. */
export interface FormerApplicant {
  readonly workshopId: WorkshopId;
  readonly name: string;
  readonly ownerName: string;
  readonly township: string;
  readonly products: string;
  readonly certificateNo: string;
  /** Pinyin initials of name and owner. */
  readonly initials: string;
  /** The years it applied in, the newest first. */
  readonly years: readonly number[];
  /** The newest of them. */
  readonly campaignId: CampaignId;
}

/** Another year a workshop applied in. */
export interface OtherYear {
  readonly campaignId: CampaignId;
  readonly year: number;
}

export const years = {
  list: call.output(type<readonly YearRow[]>()),
  create: call.input(NewYear).output(type<{ readonly campaignId: CampaignId }>()),
  choose: call.input(z.object({ campaignId: CampaignId })).output(type<void>()),
  /** Only while nothing rests on it; the counterpart of `create`. */
  remove: call.input(z.object({ campaignId: CampaignId })).output(type<void>()),
  policyUse: call.output(type<PolicyUse>()),
  formerApplicants: call.output(type<readonly FormerApplicant[]>()),
  /** 再次申请 in the year shown; all of them or none. */
  reapply: call
    .input(z.object({ workshopIds: z.array(WorkshopId).min(1).max(1000) }))
    .output(type<{ readonly applied: number }>()),
  otherYears: call.input(z.object({ workshopId: WorkshopId })).output(type<readonly OtherYear[]>()),
};
