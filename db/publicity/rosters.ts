import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { canonicalJson, digestOf } from '../canonical.ts';
import type { RosterView } from '../model/contract/publicity.ts';
import type { IsoDate } from '../model/dates.ts';
import { newId, type PublicityId, RosterId, type WorkshopId } from '../model/ids.ts';
import type { RosterEntry } from '../model/papers/publicity.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { PUBLICITY_STATES, publicityState } from '../model/publicity.ts';
import { type Act, type Office, transact } from '../office.ts';
import {
  application,
  objection,
  publicity,
  publicityEntry,
  roster,
  rosterEntry,
  workshop,
} from '../schema.ts';
import { openObjections } from './publicityFacts.ts';
import { usesOf } from './rosterUse.ts';

/** A line of the 创建名单 as it was confirmed. */
const StoredEntry = z.object({
  position: z.number(),
  district: z.string(),
  name: z.string(),
  address: z.string(),
  products: z.string(),
  ownerName: z.string(),
  certificateNo: z.string(),
  operationArea: z.number().nullable(),
  plannedInvestment: z.number().nullable(),
});

/** The entries of a notice that stay: neither taken off nor withdrawn, numbered anew. */
function remainingEntries(office: Office, publicityId: PublicityId) {
  const campaignId = currentCampaign(office).id;
  return office.db
    .select({ entry: publicityEntry, workshop, application })
    .from(publicityEntry)
    .innerJoin(workshop, eq(workshop.id, publicityEntry.workshopId))
    .innerJoin(
      application,
      and(eq(application.workshopId, workshop.id), eq(application.campaignId, campaignId)),
    )
    .where(
      and(
        eq(publicityEntry.publicityId, publicityId),
        isNull(publicityEntry.removedOn),
        isNull(application.withdrawnOn),
      ),
    )
    .orderBy(asc(publicityEntry.position))
    .all()
    .map(({ entry, workshop: who, application: applied }, index) => {
      const line: RosterEntry = {
        position: index + 1,
        district: entry.district,
        name: entry.name,
        address: entry.address,
        products: entry.products,
        ownerName: who.ownerName,
        certificateNo: who.certificateNo,
        operationArea: applied.operationArea,
        plannedInvestment: applied.plannedInvestment,
      };
      return { workshopId: who.id, line };
    });
}

/** An objection against the list as a whole was upheld: there is nobody to take off, the notice must be made anew. */
const isListRefuted = (office: Office, publicityId: PublicityId): boolean =>
  office.db
    .select({ id: objection.id })
    .from(objection)
    .where(
      and(
        eq(objection.publicityId, publicityId),
        isNull(objection.workshopId),
        eq(objection.outcome, 'upheld'),
      ),
    )
    .get() !== undefined;

/** 确定创建名单: only after the last day of the notice, with every objection settled (notice 三（二）). */
export function confirmRoster(
  office: Office,
  publicityId: PublicityId,
  confirmedOn: IsoDate,
  act: Act,
): Result<RosterId> {
  const notice = office.db.select().from(publicity).where(eq(publicity.id, publicityId)).get();
  if (!notice) return refuse(problem('publicity.unknown', '没有找到该公示，请刷新后再试'));
  const confirmed = office.db.select().from(roster).where(eq(roster.publicityId, publicityId)).get();
  if (confirmed) return refuse(problem('roster.exists', `该公示已于${confirmed.confirmedOn}确定创建名单`));
  const facts = { ...notice, openObjections: openObjections(office).get(publicityId) ?? 0 };
  const state = publicityState(facts, act.today);
  if (state !== 'closed') {
    const why =
      state === 'awaitingObjections'
        ? `还有${facts.openObjections}条异议未处理`
        : `公示期为${notice.firstDay}至${notice.lastDay}，现为“${PUBLICITY_STATES[state]}”`;
    return refuse(
      problem('roster.notYet', `还不能确定创建名单：${why}`, { expected: `${notice.lastDay}之后` }),
    );
  }
  if (confirmedOn <= notice.lastDay || confirmedOn > act.today) {
    return refuse(
      problem(
        'roster.date',
        `确定日期${confirmedOn}应在公示期满（${notice.lastDay}）之后、今天（${act.today}）或之前`,
        {
          field: 'confirmedOn',
        },
      ),
    );
  }
  if (isListRefuted(office, publicityId)) {
    return refuse(
      problem('roster.refuted', '针对名单整体的异议已成立，不能据此确定名单，请撤销该公示并重新发布'),
    );
  }
  const remaining = remainingEntries(office, publicityId);
  if (remaining.length === 0)
    return refuse(problem('roster.empty', '公示名单上已没有小作坊，不能确定创建名单'));
  const id = newId(RosterId);
  return transact(office, () => {
    const digest = digestOf(remaining.map((one) => one.line)).sha256;
    office.db
      .insert(roster)
      .values({ id, campaignId: currentCampaign(office).id, publicityId, confirmedOn, digest })
      .run();
    for (const { workshopId, line } of remaining) {
      office.db
        .insert(rosterEntry)
        .values({ rosterId: id, workshopId, record: canonicalJson(line) })
        .run();
      audit(office, act, 'roster.enter', '列入创建名单', workshopId);
    }
    audit(office, act, 'roster.confirm', `确定了创建名单，共${remaining.length}家`);
    return ok(id);
  });
}

/** The lines of one roster as confirmed, in order. */
export const rosterLines = (office: Office, rosterId: RosterId) =>
  office.db
    .select()
    .from(rosterEntry)
    .where(eq(rosterEntry.rosterId, rosterId))
    .all()
    .map((row) => ({ workshopId: row.workshopId, line: StoredEntry.parse(JSON.parse(row.record)) }))
    .sort((left, right) => left.line.position - right.line.position);

/** In the order of the 创建名单, supplements after the first: so that every later list has the same order. */
export function inRosterOrder<Row extends { readonly workshopId: WorkshopId }>(
  office: Office,
  rows: readonly Row[],
): readonly Row[] {
  const lines = office.db
    .select({ workshopId: rosterEntry.workshopId })
    .from(rosterEntry)
    .innerJoin(roster, eq(roster.id, rosterEntry.rosterId))
    .where(eq(roster.campaignId, currentCampaign(office).id))
    .orderBy(asc(roster.id), sql`json_extract(${rosterEntry.record}, '$.position')`)
    .all();
  const places = new Map(lines.map((line, index) => [line.workshopId, index]));
  const placeOf = (row: Row): number => places.get(row.workshopId) ?? lines.length;
  return rows.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** When and why workshops of the campaign withdrew. */
const withdrawals = (office: Office) =>
  new Map(
    office.db
      .select()
      .from(application)
      .where(and(eq(application.campaignId, currentCampaign(office).id), isNotNull(application.withdrawnOn)))
      .all()
      .map((row) => [row.workshopId, row]),
  );

/** The campaign's rosters, the newest first; the later ones supplement the first (补充名单). */
export function rosters(office: Office): readonly RosterView[] {
  const left = withdrawals(office);
  return office.db
    .select()
    .from(roster)
    .where(eq(roster.campaignId, currentCampaign(office).id))
    .orderBy(asc(roster.id))
    .all()
    .map((row, index) => ({
      id: row.id,
      batch: index + 1,
      confirmedOn: row.confirmedOn,
      publicityId: row.publicityId,
      entries: rosterLines(office, row.id).map(({ workshopId, line }) => ({
        ...line,
        workshopId,
        withdrawnOn: left.get(workshopId)?.withdrawnOn ?? null,
        withdrawnReason: left.get(workshopId)?.withdrawnReason ?? '',
      })),
    }))
    .reverse();
}

/** Takes a confirmation back, with the reason in the log: the notice is again what is to be decided on. */
export function undoRoster(office: Office, rosterId: RosterId, reason: string, act: Act): Result<void> {
  const found = rosters(office).find((one) => one.id === rosterId);
  if (!found) return refuse(problem('roster.unknown', '没有找到该创建名单，请刷新后再试'));
  const uses = usesOf(office, found);
  if (uses.length > 0) {
    return refuse(
      problem('roster.used', `不能撤销确定名单：${uses.join('；')}。个别小作坊不再参加的，请登记退出`),
    );
  }
  return transact(office, () => {
    office.db.delete(rosterEntry).where(eq(rosterEntry.rosterId, rosterId)).run();
    office.db.delete(roster).where(eq(roster.id, rosterId)).run();
    for (const { workshopId } of found.entries) {
      audit(office, act, 'roster.leave', `撤销列入创建名单，原因：${reason}`, workshopId);
    }
    audit(office, act, 'roster.undo', `撤销了${found.confirmedOn}确定的创建名单，原因：${reason}`);
    return ok(undefined);
  });
}
