import { asc, desc, eq } from 'drizzle-orm';
import { audit } from './audit.ts';
import { bureauOf, currentCampaign } from './bureau.ts';
import { officeCalendar } from './calendar.ts';
import { digestOf } from './canonical.ts';
import type { PublicityProposal, PublicityView } from './model/contract/publicity.ts';
import type { IsoDate } from './model/dates.ts';
import { newId, PublicityId, type WorkshopId } from './model/ids.ts';
import type { PublicEntry } from './model/papers.ts';
import { ok, problem, type Result, refuse } from './model/problems.ts';
import { daysLeft, publicityPeriod, publicityState } from './model/publicity.ts';
import type { CountingRule } from './model/terms.ts';
import { objectionViews } from './objections.ts';
import { type Act, type Office, transact } from './office.ts';
import { publicity, publicityEntry, roster } from './schema.ts';
import { openObjections } from './stageFacts.ts';
import { workshopRows } from './workshops.ts';

type PeriodChoice = {
  readonly firstDay: IsoDate;
  readonly countingRule: CountingRule;
  readonly days: number;
};

interface Candidate {
  readonly workshopId: WorkshopId;
  readonly entry: PublicEntry;
}

/** The selected workshops that stand on no notice yet, as the public may see them. */
function candidates(office: Office, today: IsoDate): readonly Candidate[] {
  const { district } = bureauOf(office);
  return workshopRows(office, today)
    .filter((row) => row.stage === 'awaitingPublicity')
    .map(({ workshopId, name, address, products }, index) => ({
      workshopId,
      entry: { position: index + 1, district, name, address, products },
    }));
}

/** What a notice posted on `firstDay` would say; writes nothing. */
export function proposePublicity(
  office: Office,
  choice: PeriodChoice,
  today: IsoDate,
): Result<PublicityProposal> {
  const period = publicityPeriod(choice.firstDay, choice.days, choice.countingRule, officeCalendar(office));
  if (!period.ok) return period;
  return ok({ ...period.value, entries: candidates(office, today).map((one) => one.entry) });
}

/** Freezes the notice: its period and entries are from now on what the paper says. */
export function createPublicity(
  office: Office,
  choice: PeriodChoice & { readonly place: string },
  act: Act,
): Result<PublicityId> {
  const chosen = candidates(office, act.today);
  if (chosen.length === 0) {
    return refuse(problem('publicity.empty', '没有待公示的小作坊，请先在“申请遴选”中遴选入围'));
  }
  const period = publicityPeriod(choice.firstDay, choice.days, choice.countingRule, officeCalendar(office));
  if (!period.ok) return period;
  const { firstDay, lastDay } = period.value;
  const id = newId(PublicityId);
  const entries = chosen.map((one) => one.entry);
  return transact(office, () => {
    office.db
      .insert(publicity)
      .values({
        id,
        campaignId: currentCampaign(office).id,
        firstDay,
        lastDay,
        days: choice.days,
        countingRule: choice.countingRule,
        place: choice.place,
        digest: digestOf({ firstDay, lastDay, entries }).sha256,
      })
      .run();
    for (const { workshopId, entry } of chosen) {
      office.db
        .insert(publicityEntry)
        .values({ publicityId: id, workshopId, ...entry })
        .run();
    }
    audit(
      office,
      act,
      'publicity.create',
      `发布创建名单公示：${chosen.length}家，${firstDay}至${lastDay}，${choice.place}`,
    );
    return ok(id);
  });
}

/** All notices of the campaign, the newest first. */
export function publicities(office: Office, today: IsoDate): readonly PublicityView[] {
  const open = openObjections(office);
  const rosters = new Map(
    office.db
      .select()
      .from(roster)
      .all()
      .map((row) => [row.publicityId, row.id]),
  );
  return office.db
    .select()
    .from(publicity)
    .where(eq(publicity.campaignId, currentCampaign(office).id))
    .orderBy(desc(publicity.id))
    .all()
    .map((row) => ({
      id: row.id,
      firstDay: row.firstDay,
      lastDay: row.lastDay,
      days: row.days,
      countingRule: row.countingRule,
      place: row.place,
      state: publicityState({ ...row, openObjections: open.get(row.id) ?? 0 }, today),
      daysLeft: daysLeft(row, today),
      entries: publicityEntries(office, row.id),
      objections: objectionViews(office, row.id),
      rosterId: rosters.get(row.id) ?? null,
    }));
}

export const publicityEntries = (office: Office, id: PublicityId) =>
  office.db
    .select()
    .from(publicityEntry)
    .where(eq(publicityEntry.publicityId, id))
    .orderBy(asc(publicityEntry.position))
    .all();

/** Takes a notice back (a mistake in it, say); its workshops wait for a new one. */
export function cancelPublicity(office: Office, id: PublicityId, reason: string, act: Act): Result<void> {
  const confirmed = office.db.select().from(roster).where(eq(roster.publicityId, id)).get();
  if (confirmed) {
    return refuse(problem('publicity.confirmed', '该公示已据以确定创建名单，不能撤销'));
  }
  return transact(office, () => {
    const row = office.db
      .update(publicity)
      .set({ cancelledOn: act.today, cancelledReason: reason })
      .where(eq(publicity.id, id))
      .returning()
      .get();
    if (!row) return refuse(problem('publicity.unknown', '没有找到该公示，请刷新后再试'));
    audit(office, act, 'publicity.cancel', `撤销了${row.firstDay}发布的创建名单公示，原因：${reason}`);
    return ok(undefined);
  });
}
