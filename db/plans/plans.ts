import { asc, eq } from 'drizzle-orm';
import { helperNameOf } from '../assistance/assistance.ts';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { PLAN_FIELDS } from '../model/changeFields.ts';
import { changesBetween } from '../model/changes.ts';
import { checkCode } from '../model/checkCode.ts';
import type { PlanRow, PlanView } from '../model/contract/plans.ts';
import type { IsoDate } from '../model/dates.ts';
import { newId, PlanId, RevisionId, TaskId, type WorkshopId } from '../model/ids.ts';
import { emptyPlan, type PlanContent, planProblems, planTotals, withLines } from '../model/plan.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { LISTED_STAGES } from '../model/stage.ts';
import { type Act, type Office, transact } from '../office.ts';
import { plan, planRevision, planTask } from '../schema.ts';
import { gatherWorks, loadPlans } from '../works/worksRecords.ts';
import { workshopRows } from '../workshops/workshops.ts';
import { type GatheredRevision, newestOf, revisionsOf } from './revisions.ts';

const NO_PLAN = () => refuse(problem('plan.unknown', '没有找到该方案，请刷新后再试'));

type RevisionRow = typeof planRevision.$inferSelect;
type TaskRow = typeof planTask.$inferSelect;

function contentFrom(revision: RevisionRow, rows: readonly TaskRow[]): PlanContent {
  const { helperName, assistance, situation, plannedStart } = revision;
  const tasks = rows.map(({ revisionId: _revision, position: _position, ...task }) => task);
  return { helperName, assistance, situation, plannedStart, tasks };
}

/** The content of a revision as its rows hold it. */
export function contentOf(office: Office, revision: RevisionRow): PlanContent {
  const rows = office.db
    .select()
    .from(planTask)
    .where(eq(planTask.revisionId, revision.id))
    .orderBy(asc(planTask.position))
    .all();
  return contentFrom(revision, rows);
}

/** Every workshop of the 创建名单 with the state of its plan. */
export function planRows(office: Office, today: IsoDate): readonly PlanRow[] {
  const { id, policy } = currentCampaign(office);
  const loaded = loadPlans(office, id);
  const newest = newestOf(loaded.revisions);
  const works = new Map(gatherWorks(office, today, {}, loaded).map((one) => [one.plan.workshopId, one]));
  return workshopRows(office, today)
    .filter((row) => LISTED_STAGES.includes(row.stage))
    .map((row) => {
      const found = newest.get(row.workshopId);
      const content = found
        ? contentFrom(found.revision, loaded.tasks.get(found.revision.id) ?? [])
        : emptyPlan;
      const { own, other } = planTotals(content.tasks);
      const begun = found?.plan.worksStartedOn ? works.get(row.workshopId)?.totals : undefined;
      return {
        workshopId: row.workshopId,
        workshopName: row.name,
        ownerName: row.ownerName,
        planId: found?.plan.id ?? null,
        revisionId: found?.revision.id ?? null,
        revision: found?.revision.number ?? 0,
        state: found?.state ?? null,
        stage: row.stage,
        taskCount: content.tasks.length,
        budgetOwn: own,
        budgetOther: other,
        helperName: content.helperName,
        submittedOn: found?.revision.submittedOn ?? null,
        signedOn:
          found?.signatures.find((one) => one.role === 'leader' && one.outcome === 'agree')?.signedOn ?? null,
        worksStartedOn: found?.plan.worksStartedOn ?? null,
        problemCount: found ? planProblems(content, policy).length : 0,
        works: begun ?? null,
      };
    });
}

const revisionView = ({ revision, signatures, state }: GatheredRevision): PlanView['revisions'][number] => ({
  id: revision.id,
  number: revision.number,
  state,
  submittedOn: revision.submittedOn,
  checkCode: revision.digest === null ? null : checkCode(revision.digest),
  signatures: signatures.map(({ role, outcome, signerName, opinion, signedOn }) => ({
    role,
    outcome,
    signerName,
    opinion,
    signedOn,
  })),
  reason: revision.reason,
  scanConfirmedOn: revision.scanConfirmedOn,
});

/** A workshop's plan with all its revisions, oldest first; `null` when none was begun. */
export function planOf(office: Office, workshopId: WorkshopId, today: IsoDate): PlanView | null {
  const revisions = revisionsOf(office, currentCampaign(office).id, { workshopId });
  const current = revisions.at(-1);
  const who = workshopRows(office, today).find((row) => row.workshopId === workshopId);
  if (!current || !who) return null;
  return {
    planId: current.plan.id,
    workshopId,
    workshopName: who.name,
    ownerName: who.ownerName,
    worksStartedOn: current.plan.worksStartedOn,
    revisions: revisions.map(revisionView),
    current: { revisionId: current.revision.id, content: contentOf(office, current.revision) },
  };
}

function insertRevision(
  office: Office,
  planId: PlanId,
  number: number,
  content: PlanContent,
  reason: string,
  act: Act,
): RevisionId {
  const id = newId(RevisionId);
  const { tasks, ...head } = content;
  office.db
    .insert(planRevision)
    .values({ ...head, id, planId, number, reason, createdAt: act.at })
    .run();
  writeTasks(office, id, tasks);
  return id;
}

function writeTasks(office: Office, revisionId: RevisionId, tasks: PlanContent['tasks']): void {
  for (const [position, task] of withLines(tasks).entries()) {
    office.db
      .insert(planTask)
      .values({ ...task, revisionId, position })
      .run();
  }
}

/** Begins the plan of a workshop on the 创建名单. */
export function createPlan(office: Office, workshopId: WorkshopId, act: Act): Result<RevisionId> {
  const who = workshopRows(office, act.today).find((row) => row.workshopId === workshopId);
  if (who?.stage !== 'planning') {
    return refuse(problem('plan.stage', '只有列入创建名单、尚无方案的小作坊才能新建改造提升方案'));
  }
  return transact(office, () => {
    const planId = newId(PlanId);
    office.db
      .insert(plan)
      .values({ id: planId, campaignId: currentCampaign(office).id, workshopId })
      .run();
    audit(office, act, 'plan.create', '新建了改造提升方案', workshopId);
    const head = { ...emptyPlan, helperName: helperNameOf(office, workshopId) };
    return ok(insertRevision(office, planId, 1, head, '', act));
  });
}

/** A revision with its plan and state, by id. */
export function findRevision(office: Office, revisionId: RevisionId): GatheredRevision | undefined {
  const known = office.db
    .select({ planId: planRevision.planId })
    .from(planRevision)
    .where(eq(planRevision.id, revisionId))
    .get();
  return (
    known &&
    revisionsOf(office, currentCampaign(office).id, known).find((row) => row.revision.id === revisionId)
  );
}

/** Saves a draft as it stands, complete or not. A submitted revision is frozen and refused. */
export function savePlanDraft(
  office: Office,
  revisionId: RevisionId,
  content: PlanContent,
  act: Act,
): Result<void> {
  const found = findRevision(office, revisionId);
  if (!found) return NO_PLAN();
  if (found.state !== 'draft') {
    return refuse(
      problem('plan.frozen', `第${found.revision.number}版已提交，不能直接修改；请先撤回，或新开一版`),
    );
  }
  return transact(office, () => {
    const before = contentOf(office, found.revision);
    const { tasks, ...head } = content;
    office.db.update(planRevision).set(head).where(eq(planRevision.id, revisionId)).run();
    office.db.delete(planTask).where(eq(planTask.revisionId, revisionId)).run();
    writeTasks(office, revisionId, tasks);
    const { total } = planTotals(tasks);
    const changes = changesBetween(before, content, PLAN_FIELDS);
    const sentence = `保存了方案第${found.revision.number}版草稿（${tasks.length}项任务，共${total / 100}元）`;
    audit(office, act, 'plan.save', sentence, found.plan.workshopId, changes);
    return ok(undefined);
  });
}

interface Opened {
  readonly revisionId: RevisionId;
  readonly workshopId: WorkshopId;
}

/** Opens a new draft from the newest revision, after it was returned or signed; the earlier one stays as it is. */
export function revisePlan(office: Office, planId: PlanId, reason: string, act: Act): Result<Opened> {
  const newest = revisionsOf(office, currentCampaign(office).id, { planId }).at(-1);
  if (!newest) return NO_PLAN();
  if (newest.state === 'draft') return refuse(problem('plan.draft', '最新一版还是草稿，直接修改即可'));
  if (newest.state === 'submitted') {
    return refuse(problem('plan.submitted', '最新一版正在签批，请先撤回提交或登记退回修改'));
  }
  const content = contentOf(office, newest.revision);
  const tasks = content.tasks.map((task) => ({ ...task, id: newId(TaskId) }));
  return transact(office, () => {
    const number = newest.revision.number + 1;
    audit(office, act, 'plan.revise', `新开方案第${number}版，原因：${reason}`, newest.plan.workshopId);
    const revisionId = insertRevision(office, planId, number, { ...content, tasks }, reason, act);
    return ok({ revisionId, workshopId: newest.plan.workshopId });
  });
}
