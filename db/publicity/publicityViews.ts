import { and, asc, desc, eq, isNotNull } from 'drizzle-orm';
import { currentCampaign } from '../bureau/bureau.ts';
import type { PublicityEntryView, PublicityView } from '../model/contract/publicity.ts';
import type { IsoDate } from '../model/dates.ts';
import type { PublicityId, WorkshopId } from '../model/ids.ts';
import { daysLeft, departureOf, publicityState } from '../model/publicity.ts';
import type { Office } from '../office.ts';
import { application, publicity, publicityEntry, roster, selectionDecision } from '../schema.ts';
import { objectionViews } from './objections.ts';
import { openObjections } from './publicityFacts.ts';

/** All notices of the campaign, the newest first. */
export function publicities(office: Office, today: IsoDate): readonly PublicityView[] {
  const open = openObjections(office);
  const newcomers = replacements(office);
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
    .map((row) => {
      const entries = publicityEntries(office, row.id);
      return {
        id: row.id,
        firstDay: row.firstDay,
        lastDay: row.lastDay,
        days: row.days,
        countingRule: row.countingRule,
        place: row.place,
        postedBy: row.postedBy,
        postedNote: row.postedNote,
        cancelled: row.cancelledOn === null ? null : { on: row.cancelledOn, reason: row.cancelledReason },
        supplementary: isAmong(entries, newcomers),
        state: publicityState({ ...row, openObjections: open.get(row.id) ?? 0 }, today),
        daysLeft: daysLeft(row, today),
        entries,
        objections: objectionViews(office, row.id),
        rosterId: rosters.get(row.id) ?? null,
      };
    });
}

const isAmong = (entries: readonly PublicityEntryView[], newcomers: ReadonlySet<WorkshopId>): boolean =>
  entries.every((one) => newcomers.has(one.workshopId));

/** Whether only newcomers (递补) stand on a notice: it supplements an earlier one. */
export const isSupplementary = (office: Office, id: PublicityId): boolean =>
  isAmong(publicityEntries(office, id), replacements(office));

/** The workshops of the campaign that were ever taken in for another (递补). */
function replacements(office: Office): ReadonlySet<WorkshopId> {
  const rows = office.db
    .selectDistinct({ workshopId: application.workshopId })
    .from(selectionDecision)
    .innerJoin(application, eq(application.id, selectionDecision.applicationId))
    .where(
      and(eq(application.campaignId, currentCampaign(office).id), isNotNull(selectionDecision.replacesId)),
    )
    .all();
  return new Set(rows.map((row) => row.workshopId));
}

/** The lines of a notice as posted, each with how it left since, if it did. */
export function publicityEntries(office: Office, id: PublicityId): readonly PublicityEntryView[] {
  return office.db
    .select({ entry: publicityEntry, application })
    .from(publicityEntry)
    .innerJoin(publicity, eq(publicity.id, publicityEntry.publicityId))
    .innerJoin(
      application,
      and(
        eq(application.workshopId, publicityEntry.workshopId),
        eq(application.campaignId, publicity.campaignId),
      ),
    )
    .where(eq(publicityEntry.publicityId, id))
    .orderBy(asc(publicityEntry.position))
    .all()
    .map(
      ({
        entry: { workshopId, position, district, name, address, products, ...entry },
        application: applied,
      }) => ({
        workshopId,
        position,
        district,
        name,
        address,
        products,
        departure: departureOf({ ...entry, ...applied }),
      }),
    );
}
