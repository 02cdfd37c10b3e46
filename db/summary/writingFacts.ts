import { assistanceOf, helperNameOf } from '../assistance/assistance.ts';
import { attachments } from '../attachments/attachmentRecords.ts';
import { bureauOf, currentCampaign } from '../bureau/bureau.ts';
import { inspectionOutcomes } from '../inspections/outcomes.ts';
import { duties } from '../mobilisation/duties.ts';
import { meetings } from '../mobilisation/meetings.ts';
import { ATTACHMENT_ROLES } from '../model/attachments.ts';
import type { WritingSubject } from '../model/contract/writings.ts';
import { type IsoDate, latest } from '../model/dates.ts';
import { CASE_TITLE, type CaseFacts, caseDraft } from '../model/drafts/case.ts';
import { type SummaryFacts, summaryDraft } from '../model/drafts/summary.ts';
import type { WorkshopId } from '../model/ids.ts';
import type { InspectionOutcome } from '../model/inspection.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { type Milestone, plannedOf, reached, spentOf, takesPart } from '../model/yearFacts.ts';
import type { Office } from '../office.ts';
import { awardsView } from '../payments/payments.ts';
import { contentOf, findRevision } from '../plans/plans.ts';
import { workshopsNamed } from '../results/resultRecords.ts';
import { resultsView } from '../results/results.ts';
import { worksOf } from '../works/worksRecords.ts';
import { workshopRows } from '../workshops/workshops.ts';
import { type FreshWriting, writings } from './writings.ts';
import { yearFacts } from './yearFacts.ts';

const average = (values: readonly number[]): number =>
  Math.round(values.reduce((sum, one) => sum + one, 0) / values.length);

type Totalled = InspectionOutcome & { readonly total: number };

/** 自查 before and 县级考评 after, of the workshops that have both. */
function averagesOf(office: Office): SummaryFacts['averages'] {
  const isTotalled = (one: InspectionOutcome | null): one is Totalled => one !== null && one.total !== null;
  const pairs = [...inspectionOutcomes(office).values()].flatMap(({ self, county }) =>
    isTotalled(self) && isTotalled(county) ? [{ before: self.total, after: county.total }] : [],
  );
  if (pairs.length === 0) return null;
  return {
    before: average(pairs.map((one) => one.before)),
    after: average(pairs.map((one) => one.after)),
    count: pairs.length,
  };
}

/** Everything the summary counts, each from the list its link opens. */
function summaryFacts(office: Office, today: IsoDate): SummaryFacts {
  const { id: campaignId, year, policy } = currentCampaign(office);
  const facts = yearFacts(office, today);
  const listed = facts.filter((one) => reached(one, 'listed', today));
  const count = (milestone: Milestone): number =>
    facts.filter((one) => reached(one, milestone, today)).length;
  const tasks = listed.flatMap((one) => one.tasks);
  const held = meetings(office);
  const { rows } = resultsView(office, today);
  const { totals } = awardsView(office, today);
  const planned = plannedOf(listed);
  const spent = spentOf(listed);
  return {
    year,
    programme: policy.programmeName,
    quota: policy.quota,
    applied: count('applied'),
    selected: count('selected'),
    listed: listed.length,
    left: facts.filter((one) => !takesPart(one, today)).length,
    meetings: held.length,
    headcount: held.reduce((sum, one) => sum + (one.headcount ?? 0), 0),
    duties: duties(office).length,
    helped: listed.filter((one) => one.helperSince !== null).length,
    visits: listed.reduce((sum, one) => sum + one.visits.length, 0),
    signed: count('signed'),
    started: count('started'),
    tasks: tasks.length,
    tasksDone: tasks.filter((task) => task.finishedOn !== null).length,
    finished: count('finished'),
    plannedOwn: planned.own,
    plannedOther: planned.other,
    spentOwn: spent.own,
    spentOther: spent.other,
    averages: averagesOf(office),
    scored: rows.filter((row) => row.county !== null).length,
    passed: rows.filter((row) => row.county?.passed).length,
    reinspected: rows.filter((row) => (row.county?.round ?? 0) > 1).length,
    recommended: rows.filter((row) => row.decision?.kind === 'recommend').length,
    citySampled: rows.filter((row) => row.city !== null).length,
    cityFailed: rows.filter((row) => row.city?.passed === false).length,
    withheld: rows.filter((row) => row.decision?.kind === 'withhold').length,
    announced: workshopsNamed(office, campaignId, 'announcement').size,
    paidCount: totals.paidCount,
    paid: totals.paid,
    failed: totals.failedCount,
    cases: writings(office).flatMap((one) => (one.kind === 'case' ? [one.title] : [])),
  };
}

function caseFacts(office: Office, workshopId: WorkshopId, today: IsoDate): Result<CaseFacts> {
  const row = workshopRows(office, today).find((one) => one.workshopId === workshopId);
  const works = worksOf(office, workshopId, today);
  if (!row || !works) {
    return refuse(
      problem('writing.noPlan', '该小作坊还没有签批的改造提升方案，不能生成典型案例', {
        field: 'workshopId',
      }),
    );
  }
  const revision = findRevision(office, works.revisionId);
  const plan = revision ? contentOf(office, revision.revision) : null;
  const assisted = assistanceOf(office, workshopId, today);
  const outcomes = inspectionOutcomes(office).get(workshopId);
  const done = works.tasks.map((task) => task.work?.finishedOn ?? null).filter((day) => day !== null);
  return ok({
    workshopId,
    name: row.name,
    ownerName: row.ownerName,
    township: row.township,
    products: row.products,
    situation: plan?.situation ?? '',
    problems: (plan?.tasks ?? []).map((task) => task.problem).filter((text) => text !== ''),
    measures: (plan?.tasks ?? []).map((task) => task.measure).filter((text) => text !== ''),
    startedOn: works.startedOn,
    finishedOn: done.length === works.tasks.length ? (latest(done) ?? null) : null,
    helperName: helperNameOf(office, workshopId),
    visits: assisted.ok ? assisted.value.visits.length : 0,
    spentOwn: works.totals.spentOwn,
    spentOther: works.totals.spentOther,
    before: outcomes?.self?.total ?? null,
    after: outcomes?.county?.total ?? null,
  });
}

/** As the records pre-write the summary or a case now. */
export function freshFromRecords(
  office: Office,
  subject: Exclude<WritingSubject, { kind: 'report' }>,
  today: IsoDate,
): Result<FreshWriting> {
  if (subject.kind === 'summary') {
    const facts = summaryFacts(office, today);
    const title = `${bureauOf(office).name}${facts.year}年${facts.programme}食品加工小作坊创建工作总结`;
    return ok({ title, sections: summaryDraft(facts), annexes: [] });
  }
  const facts = caseFacts(office, subject.workshopId, today);
  if (!facts.ok) return facts;
  return ok({ title: `${CASE_TITLE}${facts.value.name}`, sections: caseDraft(facts.value), annexes: [] });
}

/** Pictures of a workshop that a case can show, those of before and after the works first. */
export function casePhotos(office: Office, workshopId: WorkshopId) {
  const order = ['before', 'after', 'progress', 'site'];
  return attachments(office, { workshopId })
    .filter((one) => one.previewable && order.includes(one.role))
    .sort((one, other) => order.indexOf(one.role) - order.indexOf(other.role))
    .map(({ id, title, role }) => ({ id, role, title: `${ATTACHMENT_ROLES[role]}：${title}` }));
}
