import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { audit, auditRows } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { cachedRead } from '../cachedRead.ts';
import { latestInspection } from '../inspections/outcomes.ts';
import { ApplicationCore, WorkshopCore } from '../model/application.ts';
import type { InBin } from '../model/contract/recycle.ts';
import type { PrivateField, RemovedRow, WorkshopPage, WorkshopRow } from '../model/contract/workshops.ts';
import type { IsoDate } from '../model/dates.ts';
import { failedConditions } from '../model/eligibility.ts';
import type { ApplicationId, WorkshopId } from '../model/ids.ts';
import { invariant, ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { stageOf } from '../model/stage.ts';
import { timelineOf } from '../model/timeline.ts';
import { type Act, type Office, transact } from '../office.ts';
import { gatherFacts } from '../overview/stageFacts.ts';
import { removeRow } from '../recycle/recycle.ts';
import { application, workshop } from '../schema.ts';
import { decisionViews } from '../selection/decisions.ts';
import { materialsOf } from './materials.ts';
import { maskedPrivate, unsealField } from './ownerPrivate.ts';
import { initialsOf } from './pinyin.ts';
import { otherYears } from './reapply.ts';

function readRows(office: Office, today: IsoDate): readonly WorkshopRow[] {
  const { id: campaignId, policy } = currentCampaign(office);
  const facts = gatherFacts(office, campaignId);
  // The columns a list shows, and no others: a row of both tables has fifty, the sealed ones among them.
  return office.db
    .select({
      workshopId: workshop.id,
      applicationId: application.id,
      name: workshop.name,
      ownerName: workshop.ownerName,
      township: workshop.township,
      address: workshop.address,
      station: workshop.station,
      products: workshop.products,
      certificateNo: workshop.certificateNo,
      certificateValidUntil: workshop.certificateValidUntil,
      operationArea: application.operationArea,
      plannedInvestment: application.plannedInvestment,
      promisedOn: application.promisedOn,
    })
    .from(application)
    .innerJoin(workshop, eq(workshop.id, application.workshopId))
    .where(and(eq(application.campaignId, campaignId), isNull(workshop.removedAt)))
    .orderBy(application.id)
    .all()
    .map(({ certificateValidUntil, promisedOn, ...row }) => {
      const gathered = facts.get(row.applicationId);
      invariant(gathered, 'facts of every application');
      return {
        ...row,
        stage: stageOf(gathered.stageFacts, today),
        failedConditions: failedConditions({ ...row, certificateValidUntil, promisedOn }, policy, today),
        initials: `${initialsOf(row.name)} ${initialsOf(row.ownerName)}`,
      };
    });
}

/** The workshops of the current campaign, by time of entry; those in the recycle bin left out. */
export const workshopRows = cachedRead(readRows);

const unknown = () => refuse(problem('workshop.unknown', '没有找到该小作坊，可能已移入回收站'));

function findInCampaign(office: Office, workshopId: WorkshopId) {
  const { id: campaignId } = currentCampaign(office);
  return office.db
    .select()
    .from(application)
    .innerJoin(workshop, eq(workshop.id, application.workshopId))
    .where(
      and(eq(application.campaignId, campaignId), eq(workshop.id, workshopId), isNull(workshop.removedAt)),
    )
    .get();
}

const nameOfApplicant =
  (office: Office) =>
  (id: ApplicationId): string =>
    office.db
      .select({ name: workshop.name })
      .from(application)
      .innerJoin(workshop, eq(workshop.id, application.workshopId))
      .where(eq(application.id, id))
      .get()?.name ?? '';

/** It may have applied in another year only. */
function notThisYear(office: Office, workshopId: WorkshopId) {
  const row = office.db
    .select({ name: workshop.name })
    .from(workshop)
    .where(and(eq(workshop.id, workshopId), isNull(workshop.removedAt)))
    .get();
  const years = otherYears(office, workshopId).map((one) => `${one.year}年度`);
  if (!row || years.length === 0) return unknown();
  return refuse(
    problem(
      'workshop.otherYear',
      `“${row.name}”没有本年度的申请；它申请过${years.join('、')}，请在窗口左上方切换年度后查看`,
    ),
  );
}

/** Everything one workshop's page shows, private numbers masked. */
export function workshopPage(office: Office, workshopId: WorkshopId, today: IsoDate): Result<WorkshopPage> {
  const found = findInCampaign(office, workshopId);
  if (!found) return notThisYear(office, workshopId);
  const { application: applied, workshop: who } = found;
  const { id: campaignId, policy } = currentCampaign(office);
  const gathered = gatherFacts(office, campaignId).get(applied.id);
  invariant(gathered, 'facts of every application');
  const { stageFacts, reviews, reviewHistory, decision, decisions, revision } = gathered;
  const stage = stageOf(stageFacts, today);
  // While a plan under way is changed, its steps keep the dates of the signed revision.
  const planned = stageFacts.worksStartedOn === null ? revision : gathered.signed;
  const dates = {
    appliedOn: applied.appliedOn,
    reviewedOn: reviews.find((one) => one.level === 'leader')?.reviewedOn ?? null,
    selectedOn: decision?.decidedOn ?? null,
    submittedOn: planned?.revision.submittedOn ?? null,
    signedOn: planned?.signatures.find((one) => one.role === 'leader')?.signedOn ?? null,
    finishedOn: gathered.worksFinishedOn,
    inspectedOn: latestInspection(office, workshopId, 'county')?.inspectedOn ?? null,
  };
  const shown = decisionViews(decisions, nameOfApplicant(office));
  return ok({
    workshopId,
    applicationId: applied.id,
    workshop: WorkshopCore.parse(who),
    private: maskedPrivate(office, who),
    application: ApplicationCore.parse(applied),
    conditions: failedConditions({ ...applied, ...who }, policy, today),
    materials: materialsOf(applied),
    reviews,
    reviewHistory: reviewHistory.map((one) => ({
      ...one,
      counts: reviews.some((current) => current.id === one.id),
    })),
    selection: decision ? (shown.at(-1) ?? null) : null,
    decisions: [...shown].reverse(),
    publicity: stageFacts.publicity,
    onRoster: stageFacts.onRoster,
    withdrawn:
      applied.withdrawnOn === null ? null : { on: applied.withdrawnOn, reason: applied.withdrawnReason },
    stage,
    timeline: timelineOf(stage, stageFacts, dates, policy, today),
    audit: auditRows(office, { workshopId, limit: 200 }),
  });
}

const PRIVATE_LABELS: Readonly<Record<PrivateField, string>> = {
  idNumber: '身份证号码',
  phone: '联系电话',
  homeAddress: '家庭住址',
};

/** One private value in the clear, with a line in the log. */
export function revealPrivate(
  office: Office,
  workshopId: WorkshopId,
  field: PrivateField,
  act: Act,
): Result<string | null> {
  const row = office.db.select().from(workshop).where(eq(workshop.id, workshopId)).get();
  if (!row) return unknown();
  return transact(office, () => {
    audit(office, act, 'private.reveal', `查看了业主的${PRIVATE_LABELS[field]}`, workshopId);
    return ok(unsealField(office, row, field));
  });
}

/**
 * Into the recycle bin. A workshop on a roster or a running publicity stays: withdraw it instead. One that applied in
 * another year, too, stays there: only this year's application goes, with its opinions.
 */
export function removeWorkshop(
  office: Office,
  workshopId: WorkshopId,
  reason: string,
  act: Act,
): Result<InBin> {
  const row = workshopRows(office, act.today).find((one) => one.workshopId === workshopId);
  if (!row) return unknown();
  const removable = ['awaitingReview', 'refused', 'awaitingSelection', 'notSelected', 'withdrawn'];
  if (!removable.includes(row.stage)) return refuse(inUse(row));
  if (otherYears(office, workshopId).length > 0) return removeApplication(office, row, reason, act);
  return transact(office, () => {
    office.db
      .update(workshop)
      .set({ removedAt: act.at, removedReason: reason })
      .where(eq(workshop.id, workshopId))
      .run();
    audit(office, act, 'workshop.remove', `将“${row.name}”移入回收站，原因：${reason}`, workshopId);
    return ok({ kind: 'workshop', id: workshopId });
  });
}

const inUse = ({ name }: WorkshopRow): Problem =>
  problem('workshop.inUse', `“${name}”已进入公示或名单，不能删除；如不再参加，请登记退出`);

/** Whether notices, lists, plans or a successor rest on the application; they would be left without it. */
function isRestedOn(office: Office, { workshopId, applicationId }: WorkshopRow): boolean {
  const { id: campaignId } = currentCampaign(office);
  const found = office.sqlite
    .prepare(
      `SELECT 1 FROM publicity_entry e JOIN publicity p ON p.id = e.publicity_id
         WHERE p.campaign_id = @campaignId AND e.workshop_id = @workshopId
       UNION ALL SELECT 1 FROM plan WHERE campaign_id = @campaignId AND workshop_id = @workshopId
       UNION ALL SELECT 1 FROM selection_decision WHERE replaces_id = @applicationId`,
    )
    .get({ campaignId, workshopId, applicationId });
  return found !== undefined;
}

function removeApplication(office: Office, row: WorkshopRow, reason: string, act: Act): Result<InBin> {
  if (isRestedOn(office, row)) return refuse(inUse(row));
  const { applicationId, workshopId } = row;
  const name = `${row.name}（${currentCampaign(office).year}年度）`;
  const removal = { kind: 'application', id: applicationId, name, reason, workshopId } as const;
  const removed = removeRow(office, removal, act);
  return removed.ok ? ok({ kind: 'application', id: removed.value }) : removed;
}

/** The workshops in 回收站, the last removed first. */
export function removedWorkshops(office: Office): readonly RemovedRow[] {
  return office.db
    .select()
    .from(workshop)
    .where(isNotNull(workshop.removedAt))
    .orderBy(desc(workshop.removedAt))
    .all()
    .map((row) => ({
      workshopId: row.id,
      name: row.name,
      ownerName: row.ownerName,
      removedAt: row.removedAt ?? '',
      reason: row.removedReason,
    }));
}

/** Back from 回收站. */
export function restoreWorkshop(office: Office, workshopId: WorkshopId, act: Act): Result<void> {
  return transact(office, () => {
    const row = office.db
      .update(workshop)
      .set({ removedAt: null, removedReason: '' })
      .where(eq(workshop.id, workshopId))
      .returning()
      .get();
    if (!row) return unknown();
    audit(office, act, 'workshop.restore', `从回收站恢复了“${row.name}”`, workshopId);
    return ok(undefined);
  });
}
