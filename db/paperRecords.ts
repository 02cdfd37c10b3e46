import { and, asc, eq, isNull } from 'drizzle-orm';
import { bureauOf, currentCampaign } from './bureau.ts';
import { duties } from './duties.ts';
import { meetings } from './meetings.ts';
import { ApplicationCore, OwnerPrivate, WorkshopCore } from './model/application.ts';
import { checkCode, formatCode } from './model/checkCode.ts';
import type { PaperRef } from './model/contract/papers.ts';
import type { IsoDate } from './model/dates.ts';
import type { MeetingId, PublicityId, RevisionId, RosterId, WorkshopId } from './model/ids.ts';
import type {
  ApplicationPaper,
  Paper,
  PlanLedgerPaper,
  PlanPaper,
  RosterPaper,
  SelectionNoticePaper,
} from './model/papers.ts';
import { type PlanContent, planTotals, REVISION_STATES } from './model/plan.ts';
import { assertNever, ok, problem, type Result, refuse } from './model/problems.ts';
import { monthlyOf } from './monthly.ts';
import type { Office } from './office.ts';
import { unsealField } from './ownerPrivate.ts';
import { findRevision } from './plans.ts';
import { publicityEntries } from './publicity.ts';
import { rosterLines } from './rosters.ts';
import { application, publicity, roster, workshop } from './schema.ts';
import { frozenRecord, planRecordNow } from './signing.ts';
import { newestRevisions } from './stageFacts.ts';

const missing = (what: string) => refuse(problem('paper.unknown', `没有找到${what}，请刷新后再试`));

function head(office: Office) {
  const { year, policy } = currentCampaign(office);
  return { bureau: bureauOf(office), year, programmeName: policy.programmeName };
}

/** The applicant in the clear: 申请表 and 承诺书 are meant to carry the private numbers. */
function applicantOf(office: Office, workshopId: WorkshopId | null): Result<ApplicationPaper['applicant']> {
  if (workshopId === null) return ok(null);
  const { id } = currentCampaign(office);
  const row = office.db
    .select()
    .from(application)
    .innerJoin(workshop, eq(workshop.id, application.workshopId))
    .where(and(eq(application.campaignId, id), eq(workshop.id, workshopId), isNull(workshop.removedAt)))
    .get();
  if (!row) return missing('该小作坊的申请');
  return ok({
    workshop: WorkshopCore.parse(row.workshop),
    application: ApplicationCore.parse(row.application),
    private: OwnerPrivate.parse({
      idNumber: unsealField(office, row.workshop, 'idNumber'),
      phone: unsealField(office, row.workshop, 'phone'),
      homeAddress: unsealField(office, row.workshop, 'homeAddress'),
    }),
  });
}

function formPaper(
  office: Office,
  paper: 'application' | 'promise',
  workshopId: WorkshopId | null,
): Result<Paper> {
  const applicant = applicantOf(office, workshopId);
  if (!applicant.ok) return applicant;
  const { policy } = currentCampaign(office);
  return ok({ paper, ...head(office), policy, applicant: applicant.value });
}

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
    ...head(office),
    basis,
    firstDay,
    lastDay,
    days,
    countingRule,
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
    ...head(office),
    confirmedOn: row.roster.confirmedOn,
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
    ...head(office),
    policy: currentCampaign(office).policy,
    record: frozen ?? { ...draft, ...(unsaved ? { plan: unsaved } : {}), submittedOn: null },
    checkCode: digest === null ? null : checkCode(digest),
  });
}

/** 改造方案台账 over every workshop on the 创建名单 that has a plan, by its place on the list. */
export function planLedgerPaper(office: Office, today: IsoDate): PlanLedgerPaper {
  const { id: campaignId } = currentCampaign(office);
  const newest = newestRevisions(office, campaignId);
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
        state: REVISION_STATES[found.state],
        signedOn: leader?.signedOn ?? null,
        checkCode: found.revision.digest === null ? '' : formatCode(checkCode(found.revision.digest)),
      };
    });
  return { paper: 'planLedger', ...head(office), asOf: today, rows };
}

function meetingPaper(office: Office, id: MeetingId): Result<Paper> {
  const found = meetings(office).find((one) => one.id === id);
  if (!found) return missing('该次动员会');
  return ok({ paper: 'meetingMinutes', ...head(office), meeting: found });
}

/** Everything a paper is made from, gathered in one place; `reports/` turns it into a document. */
export function paperRecord(office: Office, ref: PaperRef, today: IsoDate): Result<Paper> {
  switch (ref.paper) {
    case 'application':
    case 'promise':
      return formPaper(office, ref.paper, ref.workshopId);
    case 'selectionNotice':
      return noticePaper(office, ref.publicityId);
    case 'roster':
      return rosterPaper(office, ref.rosterId);
    case 'plan':
      return planPaper(office, ref.revisionId, ref.content);
    case 'planLedger':
      return ok(planLedgerPaper(office, today));
    case 'meetingMinutes':
      return meetingPaper(office, ref.meetingId);
    case 'dutyTable':
      return ok({ paper: 'dutyTable', ...head(office), asOf: today, duties: duties(office) });
    case 'monthly': {
      const report = monthlyOf(office, ref.month, today);
      return report.ok ? ok({ paper: 'monthly', ...head(office), report: report.value }) : report;
    }
    default:
      return assertNever(ref);
  }
}

/** Every private number the office keeps, in the clear: what public papers are compared with (design §6.1). */
export function privateNumbers(office: Office): ReadonlySet<string> {
  const rows = office.db.select().from(workshop).all();
  const values = rows.flatMap((row) => [
    unsealField(office, row, 'idNumber'),
    unsealField(office, row, 'phone'),
    unsealField(office, row, 'homeAddress'),
  ]);
  return new Set(values.filter((value): value is string => value !== null));
}
