import { and, asc, eq } from 'drizzle-orm';
import { cachedRead } from '../cachedRead.ts';
import { groupBy } from '../groupBy.ts';
import type { CampaignId, PlanId, WorkshopId } from '../model/ids.ts';
import { type RevisionState, revisionState } from '../model/plan.ts';
import type { Office } from '../office.ts';
import { plan, planRevision, signature } from '../schema.ts';

interface OnlyPlan {
  readonly planId?: PlanId;
  readonly workshopId?: WorkshopId;
}

function readRevisions(office: Office, campaignId: CampaignId, only: OnlyPlan = {}) {
  const where = and(
    eq(plan.campaignId, campaignId),
    only.planId ? eq(plan.id, only.planId) : undefined,
    only.workshopId ? eq(plan.workshopId, only.workshopId) : undefined,
  );
  const given = office.db
    .select({ signature })
    .from(signature)
    .innerJoin(planRevision, eq(planRevision.id, signature.revisionId))
    .innerJoin(plan, eq(plan.id, planRevision.planId))
    .where(where)
    .orderBy(asc(signature.id))
    .all();
  const signatures = groupBy(
    given.map((row) => row.signature),
    (row) => row.revisionId,
  );
  const rows = office.db
    .select({ plan, revision: planRevision })
    .from(planRevision)
    .innerJoin(plan, eq(plan.id, planRevision.planId))
    .where(where)
    .orderBy(asc(planRevision.number))
    .all();
  return rows.map((row) => {
    const signed = signatures.get(row.revision.id) ?? [];
    return { ...row, signatures: signed, state: stateOfRevision(row.revision.submittedOn, signed) };
  });
}

const allRevisions = cachedRead((office, campaignId: CampaignId) => readRevisions(office, campaignId));

/** Signatures and state of every revision of a campaign's plans, newest revision last. */
export const revisionsOf = (office: Office, campaignId: CampaignId, only: OnlyPlan = {}) =>
  only.planId || only.workshopId ? readRevisions(office, campaignId, only) : allRevisions(office, campaignId);

const stateOfRevision = (
  submittedOn: (typeof planRevision.$inferSelect)['submittedOn'],
  signatures: readonly (typeof signature.$inferSelect)[],
): RevisionState =>
  revisionState({
    submittedOn,
    returned: signatures.some((one) => one.outcome === 'return'),
    agreed: signatures.filter((one) => one.outcome === 'agree').map((one) => one.role),
  });

export type GatheredRevision = ReturnType<typeof revisionsOf>[number];

/** The newest revision of each workshop's plan. */
export const newestOf = (revisions: readonly GatheredRevision[]): ReadonlyMap<WorkshopId, GatheredRevision> =>
  new Map(revisions.map((row) => [row.plan.workshopId, row]));

/** The newest revision of each workshop's plan. */
export const newestRevisions = (
  office: Office,
  campaignId: CampaignId,
): ReadonlyMap<WorkshopId, GatheredRevision> => newestOf(revisionsOf(office, campaignId));

/** The signed revision the works of each plan go by: the newest of the signed ones. */
export const signedRevisions = (
  revisions: readonly GatheredRevision[],
): ReadonlyMap<WorkshopId, GatheredRevision> =>
  new Map(revisions.filter((row) => row.state === 'signed').map((row) => [row.plan.workshopId, row]));
