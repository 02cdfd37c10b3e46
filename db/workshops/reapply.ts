import { and, desc, eq, isNull, ne } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { ApplicationCore } from '../model/application.ts';
import type { FormerApplicant, OtherYear } from '../model/contract/years.ts';
import { ApplicationId, type CampaignId, newId, type WorkshopId } from '../model/ids.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { carriedOver } from '../model/reapply.ts';
import { type Act, type Office, transact } from '../office.ts';
import { application, campaign, workshop } from '../schema.ts';
import { initialsOf } from './pinyin.ts';

/** Every application of one workshop, unless it lies in the recycle bin, the newest year first. */
const applicationsOf = (office: Office, workshopId: WorkshopId) =>
  office.db
    .select({ applied: application, who: workshop, year: campaign.year })
    .from(application)
    .innerJoin(workshop, eq(workshop.id, application.workshopId))
    .innerJoin(campaign, eq(campaign.id, application.campaignId))
    .where(and(isNull(workshop.removedAt), eq(workshop.id, workshopId)))
    .orderBy(desc(campaign.year), application.id)
    .all();

/** Workshops that applied in another year and not in the one shown. */
export function formerApplicants(office: Office): readonly FormerApplicant[] {
  const { id } = currentCampaign(office);
  const rows = office.db
    .select({ workshopId: application.workshopId, campaignId: campaign.id, year: campaign.year })
    .from(application)
    .innerJoin(campaign, eq(campaign.id, application.campaignId))
    .orderBy(desc(campaign.year), application.id)
    .all();
  const here = new Set(rows.filter((row) => row.campaignId === id).map((row) => row.workshopId));
  const former = new Map<WorkshopId, { readonly campaignId: CampaignId; readonly year: number }[]>();
  for (const { workshopId, ...applied } of rows) {
    if (!here.has(workshopId)) former.set(workshopId, [...(former.get(workshopId) ?? []), applied]);
  }
  const known = office.db
    .select({
      workshopId: workshop.id,
      name: workshop.name,
      ownerName: workshop.ownerName,
      township: workshop.township,
      products: workshop.products,
      certificateNo: workshop.certificateNo,
    })
    .from(workshop)
    .where(isNull(workshop.removedAt))
    .all();
  const found = new Map(known.map((row) => [row.workshopId, row]));
  return [...former].flatMap(([workshopId, applied]) => {
    const row = found.get(workshopId);
    const [newest] = applied;
    if (!row || !newest) return [];
    const years = applied.map(({ year }) => year);
    const initials = `${initialsOf(row.name)} ${initialsOf(row.ownerName)}`;
    return [{ ...row, years, campaignId: newest.campaignId, initials }];
  });
}

function reapplyOne(office: Office, workshopId: WorkshopId, act: Act): Result<void> {
  const { id: campaignId, year } = currentCampaign(office);
  const rows = applicationsOf(office, workshopId);
  const [last] = rows;
  if (!last) return refuse(problem('workshop.unknown', '没有找到该小作坊，可能已移入回收站'));
  if (rows.some(({ applied }) => applied.campaignId === campaignId)) {
    return refuse(
      problem('application.exists', `“${last.who.name}”已经申请了${year}年度创建`, { found: last.who.name }),
    );
  }
  office.db
    .insert(application)
    .values({
      ...carriedOver(ApplicationCore.parse(last.applied), act.today),
      id: newId(ApplicationId),
      campaignId,
      workshopId,
      createdAt: act.at,
    })
    .run();
  const sentence = `“${last.who.name}”再次申请${year}年度创建，沿用${last.year}年度的申请内容`;
  audit(office, act, 'application.reapply', sentence, workshopId);
  return ok(undefined);
}

/** The other years a workshop applied in, the newest first. */
export function otherYears(office: Office, workshopId: WorkshopId): readonly OtherYear[] {
  const { id } = currentCampaign(office);
  return office.db
    .select({ campaignId: campaign.id, year: campaign.year })
    .from(application)
    .innerJoin(campaign, eq(campaign.id, application.campaignId))
    .where(and(eq(application.workshopId, workshopId), ne(campaign.id, id)))
    .orderBy(desc(campaign.year))
    .all();
}

/** 再次申请 in the year shown, from each workshop's latest application; all of them or none. */
export function reapply(office: Office, workshopIds: readonly WorkshopId[], act: Act): Result<number> {
  return transact(office, () => {
    for (const workshopId of workshopIds) {
      const applied = reapplyOne(office, workshopId, act);
      if (!applied.ok) return applied;
    }
    return ok(workshopIds.length);
  });
}
