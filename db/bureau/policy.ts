import { and, count, eq, inArray, isNotNull, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { audit } from '../audit.ts';
import { changedLabels } from '../model/changes.ts';
import type { CampaignId } from '../model/ids.ts';
import type { Policy } from '../model/policy.ts';
import { type PolicyUse, policyChanges, reasonsNeeded } from '../model/policyFigures.ts';
import { ok, type Result, refuse } from '../model/problems.ts';
import type { InspectionLevel, SubmissionKind } from '../model/terms.ts';
import { type Act, type Office, transact } from '../office.ts';
import {
  application,
  assistanceVisit,
  campaign,
  duty,
  inspection,
  meeting,
  plan,
  planRevision,
  publicity,
  review,
  roster,
  selectionDecision,
  submission,
} from '../schema.ts';
import { currentCampaign } from './bureau.ts';

const countOf = (office: Office, table: SQLiteTable, where: SQL | undefined): number =>
  office.db.select({ rows: count() }).from(table).where(where).get()?.rows ?? 0;

/** What the year's records already rest on. */
export function policyUse(office: Office, campaignId: CampaignId): PolicyUse {
  const applications = office.db
    .select({ id: application.id })
    .from(application)
    .where(eq(application.campaignId, campaignId));
  const plans = office.db.select({ id: plan.id }).from(plan).where(eq(plan.campaignId, campaignId));
  const reviewed = office.db
    .selectDistinct({ id: review.applicationId })
    .from(review)
    .where(inArray(review.applicationId, applications))
    .all();
  const decided = office.db
    .selectDistinct({ id: selectionDecision.applicationId })
    .from(selectionDecision)
    .where(and(inArray(selectionDecision.applicationId, applications), eq(selectionDecision.selected, true)))
    .all();
  const inspections = (...levels: readonly InspectionLevel[]): number =>
    countOf(
      office,
      inspection,
      and(
        eq(inspection.campaignId, campaignId),
        inArray(inspection.level, [...levels]),
        isNotNull(inspection.finishedAt),
      ),
    );
  const handedUp = (kind: SubmissionKind): number =>
    countOf(office, submission, and(eq(submission.campaignId, campaignId), eq(submission.kind, kind)));
  return {
    applications: countOf(office, application, eq(application.campaignId, campaignId)),
    reviewed: reviewed.length,
    selected: decided.length,
    publicities: countOf(office, publicity, eq(publicity.campaignId, campaignId)),
    rosters: countOf(office, roster, eq(roster.campaignId, campaignId)),
    plansSubmitted: countOf(
      office,
      planRevision,
      and(inArray(planRevision.planId, plans), isNotNull(planRevision.submittedOn)),
    ),
    rostersHandedUp: handedUp('roster'),
    plansHandedUp: handedUp('plans'),
    mobilised:
      countOf(office, meeting, eq(meeting.campaignId, campaignId)) +
      countOf(office, duty, eq(duty.campaignId, campaignId)),
    visits: countOf(office, assistanceVisit, eq(assistanceVisit.campaignId, campaignId)),
    inspections: inspections('county', 'city', 'province'),
    cityInspections: inspections('city'),
    provinceInspections: inspections('province'),
  };
}

/** Refuses a change of figures that records already rest on unless a reason is given. Logged figure by figure. */
export function savePolicy(office: Office, policy: Policy, reason: string, act: Act): Result<void> {
  const { id, year, policy: before } = currentCampaign(office);
  const changes = policyChanges(before, policy);
  if (changes.length === 0) return ok(undefined);
  if (reason === '') {
    const needed = reasonsNeeded(before, policy, policyUse(office, id));
    if (needed.length > 0) return refuse(...needed);
  }
  return transact(office, () => {
    office.db
      .update(campaign)
      .set({ policy: JSON.stringify(policy) })
      .where(eq(campaign.id, id))
      .run();
    const why = reason === '' ? '' : `，原因：${reason}`;
    const sentence = `修改了${year}年度政策：${changedLabels(changes)}${why}`;
    audit(office, act, 'policy.change', sentence, undefined, changes);
    return ok(undefined);
  });
}
