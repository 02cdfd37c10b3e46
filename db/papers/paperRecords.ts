import { asc, eq } from 'drizzle-orm';
import { assistanceRecordPaper, helperListPaper } from '../assistance/assistancePapers.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { inspectionSummaryPaper, scoreSheetPaper, scoreSheetsPaper } from '../inspections/scoreSheetPaper.ts';
import { duties } from '../mobilisation/duties.ts';
import { meetings } from '../mobilisation/meetings.ts';
import { checkCode, formatCode } from '../model/checkCode.ts';
import type { PaperRef } from '../model/contract/papers.ts';
import type { IsoDate } from '../model/dates.ts';
import { secretAddresses } from '../model/homeAddress.ts';
import type { MeetingId, PublicityId, RevisionId, RosterId } from '../model/ids.ts';
import type { PlanLedgerPaper, PlanPaper } from '../model/papers/plans.ts';
import type { RosterPaper, SelectionNoticePaper } from '../model/papers/publicity.ts';
import type { Paper } from '../model/papers.ts';
import { type PlanContent, planTotals } from '../model/plan.ts';
import { PLAN_STATES, type PlanState, planState } from '../model/planState.ts';
import { assertNever, ok, problem, type Result, refuse } from '../model/problems.ts';
import type { WorksTotals } from '../model/works.ts';
import type { Office } from '../office.ts';
import { paymentListPaper, resultNoticePaper } from '../payments/awardPapers.ts';
import { payeeInClear } from '../payments/payees.ts';
import { paymentSecrets } from '../payments/payments.ts';
import { findRevision } from '../plans/plans.ts';
import { type GatheredRevision, newestRevisions } from '../plans/revisions.ts';
import { frozenRecord, planRecordNow } from '../plans/signing.ts';
import { isSupplementary, publicityEntries } from '../publicity/publicityViews.ts';
import { rosterChanges } from '../publicity/rosterChanges.ts';
import { rosterLines, rosters } from '../publicity/rosters.ts';
import { finalListPaper, finalListPublicPaper } from '../results/finalListPaper.ts';
import { recommendedPaper } from '../results/recommendedPaper.ts';
import { payee, publicity, roster, workshop } from '../schema.ts';
import {
  publicityReportPaper,
  qualificationPaper,
  selectionReportPaper,
} from '../selection/selectionPapers.ts';
import { monthlyOf } from '../summary/monthly.ts';
import { writingPaper } from '../summary/writingPaper.ts';
import { taskClosurePaper } from '../works/worksPapers.ts';
import { gatherWorks } from '../works/worksRecords.ts';
import { applicationPaper, promisePaper } from '../workshops/applicationPapers.ts';
import { unsealField } from '../workshops/ownerPrivate.ts';
import { paperHead } from './paperHead.ts';

const missing = (what: string) => refuse(problem('paper.unknown', `没有找到${what}，请刷新后再试`));

function noticePaper(office: Office, id: PublicityId): Result<SelectionNoticePaper> {
  const row = office.db.select().from(publicity).where(eq(publicity.id, id)).get();
  if (!row) return missing('该公示');
  const { firstDay, lastDay, days, countingRule } = row;
  const entries = publicityEntries(office, id).map(({ position, district, name, address, products }) => ({
    position,
    district,
    name,
    address,
    products,
  }));
  const { basis } = currentCampaign(office).policy;
  return ok({
    paper: 'selectionNotice',
    ...paperHead(office),
    basis,
    firstDay,
    lastDay,
    days,
    countingRule,
    supplementary: isSupplementary(office, id),
    entries,
  });
}

function rosterPaper(office: Office, id: RosterId): Result<RosterPaper> {
  const row = office.db
    .select()
    .from(roster)
    .innerJoin(publicity, eq(publicity.id, roster.publicityId))
    .where(eq(roster.id, id))
    .get();
  if (!row) return missing('该创建名单');
  return ok({
    paper: 'roster',
    ...paperHead(office),
    confirmedOn: row.roster.confirmedOn,
    batch: rosters(office).find((one) => one.id === id)?.batch ?? 1,
    publicity: { firstDay: row.publicity.firstDay, lastDay: row.publicity.lastDay },
    quota: currentCampaign(office).policy.quota,
    entries: rosterLines(office, id).map((one) => one.line),
  });
}

/** `unsaved` is what the editor holds; it counts only while the revision is a draft. */
function planPaper(office: Office, id: RevisionId, unsaved: PlanContent | undefined): Result<PlanPaper> {
  const found = findRevision(office, id);
  if (!found) return missing('该方案');
  const frozen = frozenRecord(office, found.revision);
  const draft = planRecordNow(office, found);
  const { digest } = found.revision;
  return ok({
    paper: 'plan',
    ...paperHead(office),
    policy: currentCampaign(office).policy,
    record: frozen ?? { ...draft, ...(unsaved ? { plan: unsaved } : {}), submittedOn: null },
    checkCode: digest === null ? null : checkCode(digest),
  });
}

const stateOf = ({ plan, state }: GatheredRevision, totals: WorksTotals | undefined): PlanState =>
  planState({
    revision: state,
    worksStartedOn: plan.worksStartedOn,
    openTasks: totals ? totals.tasks - totals.closed : null,
  });

/** 改造方案台账 over every workshop on the 创建名单 that has a plan, by its place on the list. */
export function planLedgerPaper(office: Office, today: IsoDate): PlanLedgerPaper {
  const { id: campaignId } = currentCampaign(office);
  const newest = newestRevisions(office, campaignId);
  const worked = new Map(gatherWorks(office, today).map((one) => [one.plan.id, one]));
  const order = office.db
    .select({ id: roster.id })
    .from(roster)
    .where(eq(roster.campaignId, campaignId))
    .orderBy(asc(roster.id))
    .all();
  const rows = order
    .flatMap(({ id }) => rosterLines(office, id))
    .flatMap(({ workshopId, line }) => {
      const found = newest.get(workshopId);
      return found ? [{ line, found }] : [];
    })
    .map(({ line, found }, index) => {
      const works = worked.get(found.plan.id);
      const { plan } = frozenRecord(office, found.revision) ?? planRecordNow(office, found);
      const { own, other } = planTotals(plan.tasks);
      const dueDates = plan.tasks.map((task) => task.dueOn).filter((day) => day !== null);
      const leader = found.signatures.find((one) => one.role === 'leader' && one.outcome === 'agree');
      return {
        position: index + 1,
        workshopName: line.name,
        ownerName: line.ownerName,
        helperName: plan.helperName,
        taskCount: plan.tasks.length,
        budgetOwn: own,
        budgetOther: other,
        lastDueOn: [...dueDates].sort().at(-1) ?? null,
        revision: found.revision.number,
        state: PLAN_STATES[stateOf(found, works?.totals)],
        signedOn: leader?.signedOn ?? null,
        checkCode: found.revision.digest === null ? '' : formatCode(checkCode(found.revision.digest)),
        startedOn: found.plan.worksStartedOn,
        works: found.plan.worksStartedOn === null ? null : (works?.totals ?? null),
      };
    });
  return { paper: 'planLedger', ...paperHead(office), asOf: today, rows };
}

function meetingPaper(office: Office, id: MeetingId): Result<Paper> {
  const found = meetings(office).find((one) => one.id === id);
  if (!found) return missing('该次动员会');
  return ok({ paper: 'meetingMinutes', ...paperHead(office), meeting: found });
}

/** Everything a paper is made from, gathered in one place; `reports/` turns it into a document. */
export function paperRecord(office: Office, ref: PaperRef, today: IsoDate): Result<Paper> {
  switch (ref.paper) {
    case 'application':
      return applicationPaper(office, ref.workshopId, today);
    case 'promise':
      return promisePaper(office, ref.workshopId);
    case 'selectionNotice':
      return noticePaper(office, ref.publicityId);
    case 'roster':
      return rosterPaper(office, ref.rosterId);
    case 'plan':
      return planPaper(office, ref.revisionId, ref.content);
    case 'planLedger':
      return ok(planLedgerPaper(office, today));
    case 'taskClosure':
      return taskClosurePaper(office, ref.workshopId, today);
    case 'assistanceRecord':
      return assistanceRecordPaper(office, ref, today);
    case 'helperList':
      return ok(helperListPaper(office, today));
    case 'paymentList':
      return paymentListPaper(office, ref.batchId);
    case 'resultNotice':
      return resultNoticePaper(office, ref.eventId);
    case 'meetingMinutes':
      return meetingPaper(office, ref.meetingId);
    case 'dutyTable':
      return ok({ paper: 'dutyTable', ...paperHead(office), asOf: today, duties: duties(office) });
    case 'qualification':
      return qualificationPaper(office, ref.workshopId, today);
    case 'selectionReport':
      return ok(selectionReportPaper(office, today));
    case 'publicityReport':
      return publicityReportPaper(office, ref.publicityId, today);
    case 'rosterChanges':
      return ok({ paper: 'rosterChanges', ...paperHead(office), ...rosterChanges(office, today) });
    case 'scoreSheet':
      return scoreSheetPaper(office, ref, today);
    case 'scoreSheets':
      return scoreSheetsPaper(office, ref, today);
    case 'inspectionSummary':
      return ok(inspectionSummaryPaper(office, today));
    case 'monthly': {
      const report = monthlyOf(office, ref.month, today);
      return report.ok ? ok({ paper: 'monthly', ...paperHead(office), report: report.value }) : report;
    }
    case 'finalList':
      return ok(finalListPaper(office, today));
    case 'finalListPublic':
      return ok(finalListPublicPaper(office, today));
    case 'recommended':
      return ok(recommendedPaper(office, today));
    case 'writing':
      return writingPaper(office, ref.writingId);
    default:
      return assertNever(ref);
  }
}

/** Where owners live, but for those who live at a workshop: its address is published with the notice. */
function homeAddresses(office: Office, rows: readonly (typeof workshop.$inferSelect)[]): readonly string[] {
  const homes = rows.flatMap((row) => unsealField(office, row, 'homeAddress') ?? []);
  return secretAddresses(
    homes,
    rows.map(({ address }) => address),
  );
}

/** Every private value the office keeps, in the clear: what public papers are compared with (design §6.1). */
export function privateNumbers(office: Office): ReadonlySet<string> {
  const rows = office.db.select().from(workshop).all();
  const values = rows.flatMap((row) => [
    unsealField(office, row, 'idNumber'),
    unsealField(office, row, 'phone'),
  ]);
  const payees = office.db.select().from(payee).all();
  const cards = [...payees.map((row) => payeeInClear(office, row).card), ...paymentSecrets(office)];
  const numbers = [...values, ...cards].filter((value): value is string => value !== null);
  return new Set([...numbers, ...homeAddresses(office, rows)]);
}
