import { assignHelper } from '../../db/assistance/helperAssignments.ts';
import { addVisit } from '../../db/assistance/visits.ts';
import { allStaff, currentCampaign } from '../../db/bureau/bureau.ts';
import { createYear } from '../../db/bureau/years.ts';
import type { Applicant } from '../../db/model/application.ts';
import { Instant, type IsoDate, isoDate } from '../../db/model/dates.ts';
import { newId, TaskId, type WorkshopId } from '../../db/model/ids.ts';
import { fromYuan } from '../../db/model/money.ts';
import { PlanTask } from '../../db/model/plan.ts';
import { errorsOf, ok } from '../../db/model/problems.ts';
import { keysOf, REVIEW_LEVELS, type ReviewLevel } from '../../db/model/terms.ts';
import { type Act, type Office, transact } from '../../db/office.ts';
import { createPlan, planOf, savePlanDraft } from '../../db/plans/plans.ts';
import { signPlan, submitPlan } from '../../db/plans/signing.ts';
import { createPublicity } from '../../db/publicity/publicity.ts';
import { confirmRoster } from '../../db/publicity/rosters.ts';
import { reviewApplications, selectApplications } from '../../db/selection/selection.ts';
import { startWorks } from '../../db/works/startWorks.ts';
import { saveProgress } from '../../db/works/works.ts';
import { importApplicants } from '../../db/workshops/applicants.ts';
import { workshopRows } from '../../db/workshops/workshops.ts';
import { must } from './figures.ts';
import { applicantsOf, type SeededOffice, seedOffice } from './seed.ts';

/** Five campaigns of 1,000 applicants each. The last one is under way: reviews, plans, tasks, works and visits. */

const FIRST_YEAR = 2021;
const YEARS = 5;
const A_YEAR = 1_000;
/** Far more than any county has: what grows with them is felt. */
const QUOTA = 200;
const REVIEWED = 600;
const SIGNED = 150;
const BEGUN = 120;
const LAST_YEAR = FIRST_YEAR + YEARS - 1;

/** The day the window is opened on. */
export const SCREENS_TODAY: IsoDate = isoDate(`${LAST_YEAR}-06-20`);

const actOn = (year: number, day: string): Act => ({
  today: isoDate(`${year}-${day}`),
  at: Instant.parse(`${year}-${day}T01:00:00.000Z`),
  staffId: null,
});

/** The first so many who meet the conditions. */
const eligible = (office: Office, { today }: Act, count: number) =>
  workshopRows(office, today)
    .filter((row) => errorsOf(row.failedConditions).length === 0)
    .slice(0, count);

function applyAndReview(office: Office, applicants: readonly Applicant[], year: number): void {
  const act = actOn(year, '04-10');
  must(importApplicants(office, applicants, act));
  const applicationIds = eligible(office, act, REVIEWED).map((row) => row.applicationId);
  const review = (level: ReviewLevel) => ({
    applicationIds,
    level,
    opinion: 'agree' as const,
    comment: '',
    reviewerName: '示例局长',
    reviewedOn: act.today,
  });
  for (const level of keysOf(REVIEW_LEVELS)) must(reviewApplications(office, review(level), act));
}

function publishAndConfirm(office: Office, year: number): readonly WorkshopId[] {
  const act = actOn(year, '04-12');
  const chosen = eligible(office, act, QUOTA);
  must(
    selectApplications(
      office,
      chosen.map((row) => row.applicationId),
      '具有地方特色',
      act,
    ),
  );
  const notice = {
    firstDay: act.today,
    days: 7,
    countingRule: 'naturalExcludingFirst',
    place: '公示栏',
  } as const;
  const publicityId = must(createPublicity(office, notice, act));
  const later = actOn(year, '04-26');
  must(confirmRoster(office, publicityId, later.today, later));
  return chosen.map((row) => row.workshopId);
}

const taskOf = (index: number, year: number): PlanTask =>
  PlanTask.parse({
    id: newId(TaskId),
    category: 'premises',
    problem: `示例问题${index + 1}：地面破损积水`,
    measure: `示例任务${index + 1}：更换防滑地砖`,
    standard: '地面平整、不积水',
    budgetOwn: fromYuan(4_000),
    budgetOther: fromYuan(1_000),
    dueOn: isoDate(`${year}-0${index % 2 === 0 ? 6 : 8}-15`),
    responsible: '业主',
  });

/** A plan of four tasks; the first ones are signed, and most of those begun and half done. */
function planFor(office: Office, workshopId: WorkshopId, index: number, year: number): void {
  const written = actOn(year, '05-06');
  const revisionId = must(createPlan(office, workshopId, written));
  const tasks = Array.from({ length: 4 }, (_, at) => taskOf(at, year));
  const head = { helperName: '示例帮扶', assistance: '每月指导', situation: '设施较旧', plannedStart: null };
  must(savePlanDraft(office, revisionId, { ...head, tasks }, written));
  must(submitPlan(office, revisionId, written));
  if (index >= SIGNED) return;
  const act = actOn(year, '05-10');
  const signatures = (['owner', 'helper', 'sectionHead', 'leader'] as const).map((role) => ({
    role,
    signerName: '示例签字',
    opinion: '同意',
    signedOn: act.today,
  }));
  must(signPlan(office, { revisionId, checkCode: null, signatures }, act));
  const view = planOf(office, workshopId, act.today);
  if (index >= BEGUN || !view) return;
  must(startWorks(office, view.planId, act.today, act));
  const done = actOn(year, '06-10');
  const work = { costOwn: fromYuan(3_000), costOther: null, finishedOn: done.today, note: '' };
  const lines = view.current.content.tasks.slice(0, 2).map(({ line }) => line);
  must(
    saveProgress(
      office,
      view.planId,
      lines.map((line) => ({ ...work, line, progressPercent: 100 })),
      done,
    ),
  );
}

function helpAndVisit(office: Office, workshopIds: readonly WorkshopId[], year: number): void {
  const helper = allStaff(office).find((one) => one.roles.includes('helper'));
  if (!helper) throw new Error('There is no helper');
  const begin = actOn(year, '04-28');
  must(
    assignHelper(office, { workshopIds: [...workshopIds], staffId: helper.id, fromDay: begin.today }, begin),
  );
  for (const day of ['05-12', '05-28', '06-08']) {
    const act = actOn(year, day);
    for (const workshopId of workshopIds) {
      const told = { findings: '地面施工中', advice: '注意通风', ownerResponse: '', progressPercent: null };
      const visit = { visitedOn: act.today, staffId: helper.id, substitute: false, ...told };
      must(addVisit(office, workshopId, visit, act));
    }
  }
}

/** The office of five years; about a minute of work, in one transaction. */
export async function seedFiveYears(dataDir: string): Promise<SeededOffice> {
  const seeded = await seedOffice(dataDir, 0);
  const { office } = seeded;
  const applicants = await applicantsOf(office, dataDir, YEARS * A_YEAR);
  const { policy } = currentCampaign(office);
  const write = () => {
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      if (year > FIRST_YEAR) {
        const { programmeName, basis } = policy;
        must(createYear(office, { year, quota: QUOTA, programmeName, basis }, actOn(year, '03-01')));
      }
      const from = (year - FIRST_YEAR) * A_YEAR;
      applyAndReview(office, applicants.slice(from, from + A_YEAR), year);
      if (year > FIRST_YEAR) {
        const listed = publishAndConfirm(office, year);
        if (year < LAST_YEAR) continue;
        helpAndVisit(office, listed, year);
        for (const [index, workshopId] of listed.entries()) planFor(office, workshopId, index, year);
      }
    }
    return ok(undefined);
  };
  must(transact(office, write));
  return seeded;
}
