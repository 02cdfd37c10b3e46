import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { audit } from '../audit.ts';
import type { NewYear, YearRow } from '../model/contract/years.ts';
import { CampaignId, newId } from '../model/ids.ts';
import { movedPolicy, Policy } from '../model/policy.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { application, campaign, outsideEvent, roster, rosterEntry, submission, writing } from '../schema.ts';
import { currentCampaign, YEAR_KEY } from './bureau.ts';
import { policyUse } from './policy.ts';
import { writeSetting } from './settings.ts';

const unknown = () => refuse(problem('year.unknown', '没有找到该创建年度，请刷新后再试'));

function isUnused(office: Office, id: CampaignId): boolean {
  // A 月报 can be handed up, a text written and an event recorded before anybody has applied.
  const others = [submission, writing, outsideEvent].map(
    (table) =>
      office.db.select({ rows: count() }).from(table).where(eq(table.campaignId, id)).get()?.rows ?? 0,
  );
  return [...Object.values(policyUse(office, id)), ...others].every((used) => used === 0);
}

/** Every 创建年度, the newest first. */
export function yearRows(office: Office): readonly YearRow[] {
  const chosen = currentCampaign(office).id;
  const all = office.db.select().from(campaign).orderBy(desc(campaign.year)).all();
  return all.map((row) => {
    const policy = Policy.parse(JSON.parse(row.policy));
    const applied = office.db
      .select({ rows: count() })
      .from(application)
      .where(eq(application.campaignId, row.id))
      .get();
    const applications = applied?.rows ?? 0;
    const listed = office.db
      .select({ rows: count() })
      .from(rosterEntry)
      .innerJoin(roster, and(eq(roster.id, rosterEntry.rosterId), eq(roster.campaignId, row.id)))
      .innerJoin(
        application,
        and(
          eq(application.workshopId, rosterEntry.workshopId),
          eq(application.campaignId, row.id),
          // Who has left counts nowhere else, either.
          isNull(application.withdrawnOn),
        ),
      )
      .get();
    return {
      campaignId: row.id,
      year: row.year,
      programmeName: policy.programmeName,
      quota: policy.quota,
      applications,
      onRoster: listed?.rows ?? 0,
      chosen: row.id === chosen,
      removable: all.length > 1 && applications === 0 && isUnused(office, row.id),
    };
  });
}

/** 新建年度: the policy of the year shown with its dates moved; the new year is the one shown from now on. */
export function createYear(office: Office, input: NewYear, act: Act): Result<CampaignId> {
  const { year, quota, programmeName, basis } = input;
  const from = currentCampaign(office);
  if (office.db.select().from(campaign).where(eq(campaign.year, year)).get()) {
    return refuse(
      problem('year.exists', `${year}年度已经建立，请直接切换到该年度`, {
        field: 'year',
        found: String(year),
      }),
    );
  }
  const policy: Policy = { ...movedPolicy(from.policy, year - from.year, quota), programmeName, basis };
  return transact(office, () => {
    const id = newId(CampaignId);
    office.db
      .insert(campaign)
      .values({ id, year, policy: JSON.stringify(policy), createdAt: act.at })
      .run();
    writeSetting(office, YEAR_KEY, id);
    audit(office, act, 'campaign.create', `新建${year}年度（沿用${from.year}年度政策，名额${quota}家）`);
    return ok(id);
  });
}

/** Which year the window and the command line work on. */
export function chooseYear(office: Office, id: CampaignId): Result<void> {
  if (!office.db.select().from(campaign).where(eq(campaign.id, id)).get()) return unknown();
  return transact(office, () => {
    writeSetting(office, YEAR_KEY, id);
    return ok(undefined);
  });
}

/** Takes back a year made by mistake, as long as nothing was recorded in it. */
export function removeYear(office: Office, id: CampaignId, act: Act): Result<void> {
  const row = yearRows(office).find((one) => one.campaignId === id);
  if (!row) return unknown();
  if (!row.removable) {
    return refuse(problem('year.inUse', `${row.year}年度已有记录，或是唯一的年度，不能删除`));
  }
  return transact(office, () => {
    office.db.delete(campaign).where(eq(campaign.id, id)).run();
    audit(office, act, 'campaign.remove', `删除了没有记录的${row.year}年度`);
    return ok(undefined);
  });
}
