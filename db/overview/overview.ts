import { and, asc, eq, isNull } from 'drizzle-orm';
import { currentCampaign } from '../bureau/bureau.ts';
import { officeCalendar } from '../bureau/calendar.ts';
import { type WorkCalendar, workingDayOnOrBefore } from '../model/calendar.ts';
import type { Due, FigureList, Overview } from '../model/contract/backup.ts';
import type { SubmissionRow } from '../model/contract/packages.ts';
import { daysBetween, type IsoDate } from '../model/dates.ts';
import { monthOf } from '../model/monthly.ts';
import {
  backwardSchedule,
  FIGURES,
  type Figure,
  funnelCounts,
  listedFacts,
  membersOf,
  type OverviewRules,
  placesTaken,
  watchCounts,
} from '../model/overview.ts';
import type { Stage } from '../model/stage.ts';
import { plannedOf, spentOf } from '../model/yearFacts.ts';
import type { Office } from '../office.ts';
import { publicities } from '../publicity/publicityViews.ts';
import { rectifications } from '../results/rectifications.ts';
import { waitingResults } from '../results/results.ts';
import { duty } from '../schema.ts';
import { submissionRows } from '../submissions/submissions.ts';
import { yearFacts } from '../summary/yearFacts.ts';

type Undated = Pick<Due, 'key' | 'label' | 'link'> & { readonly dueOn: IsoDate };

/** A 报送 deadline on a rest day is really the working day before it (design §6.6). */
function withDays(calendar: WorkCalendar, due: Undated, today: IsoDate): Due {
  const workingDueOn = workingDayOnOrBefore(due.dueOn, calendar);
  return {
    ...due,
    workingDueOn,
    late: today > workingDueOn,
    daysLeft: daysBetween(today, workingDueOn),
    workshopId: null,
  };
}

function publicityDues(office: Office, today: IsoDate): readonly Undated[] {
  return publicities(office, today)
    .filter((one) => one.state !== 'cancelled' && one.rosterId === null)
    .map((one) => ({
      key: `publicity-${one.id}`,
      label:
        one.state === 'awaitingObjections'
          ? `公示期满，还有异议待处理（${one.entries.length}家）`
          : one.state === 'closed'
            ? `公示期满，请确定创建名单（${one.entries.length}家）`
            : `创建名单公示到期（${one.entries.length}家）`,
      dueOn: one.lastDay,
      link: '/publicity',
    }));
}

/** 任务分工 not yet done, by the day each was promised. */
const dutyDues = (office: Office): readonly Undated[] =>
  office.db
    .select()
    .from(duty)
    .where(and(eq(duty.campaignId, currentCampaign(office).id), isNull(duty.doneOn)))
    .orderBy(asc(duty.position))
    .all()
    .flatMap(({ id, task, responsible, dueOn }) =>
      dueOn === null
        ? []
        : [
            {
              key: `duty-${id}`,
              label: `任务分解：${task}${responsible === '' ? '' : `（${responsible}）`}`,
              dueOn,
              link: '/mobilisation?tab=duties',
            },
          ],
    );

/** Reports of months that are over and were never handed up: one line for all of them. */
function lateReports(rows: readonly SubmissionRow[], today: IsoDate): readonly Undated[] {
  const late = rows.filter(
    ({ kind, month, state }) => kind === 'monthly' && state === 'overdue' && month !== monthOf(today),
  );
  const [first] = late;
  if (!first) return [];
  const months = late.length === 1 ? first.label : `进展月报（${late.length}个月）`;
  return [{ key: 'submit-late', label: `补报${months}`, dueOn: first.dueOn, link: '/submissions' }];
}

/** What is still to be handed up. Results and 收款信息 come up when they begin to be due. */
function submissionDues(office: Office, today: IsoDate): readonly Undated[] {
  const isShown = ({ kind, month, state, last }: SubmissionRow): boolean => {
    if (last !== null) return false;
    if (kind === 'monthly') return month === monthOf(today);
    return state !== 'notYet' || (kind !== 'results' && kind !== 'payees');
  };
  const rows = submissionRows(office, today);
  const shown = rows.filter(isShown).map(({ key, label, dueOn }) => ({
    key: `submit-${key}`,
    label: `报送${label}`,
    dueOn,
    link: '/submissions',
  }));
  return [...lateReports(rows, today), ...shown];
}

/** 整改 not yet found done, by its term. */
const rectificationDues = (office: Office): readonly Undated[] =>
  rectifications(office)
    .filter((one) => !one.past && one.doneOn === null)
    .map(({ id, workshopName, dueOn }) => ({
      key: `rectify-${id}`,
      label: `“${workshopName}”整改期限`,
      dueOn,
      link: '/results?tab=rectify',
    }));

/** What is still to be handed up, and what work it waits for. */
export function dues(office: Office, today: IsoDate): readonly Due[] {
  const calendar = officeCalendar(office);
  const all = [
    ...submissionDues(office, today),
    ...publicityDues(office, today),
    ...dutyDues(office),
    ...rectificationDues(office),
  ];
  return all
    .map((one) => withDays(calendar, one, today))
    .sort((left, right) => left.workingDueOn.localeCompare(right.workingDueOn));
}

const rulesOf = (office: Office, today: IsoDate): OverviewRules => ({
  policy: currentCampaign(office).policy,
  calendar: officeCalendar(office),
  today,
});

/** The figures of 工作台; each is the length or sum of a list the window can open. */
export function overview(office: Office, today: IsoDate): Overview {
  const facts = yearFacts(office, today);
  const rules = rulesOf(office, today);
  const counts: Partial<Record<Stage, number>> = {};
  for (const { stage } of facts) counts[stage] = (counts[stage] ?? 0) + 1;
  const listed = listedFacts(facts, today);
  const planned = plannedOf(listed);
  const spent = spentOf(listed);
  return {
    stageCounts: counts,
    quota: rules.policy.quota,
    selected: placesTaken(facts, today),
    plannedOwn: planned.own,
    plannedOther: planned.other,
    spentOwn: spent.own,
    spentOther: spent.other,
    dues: dues(office, today),
    watches: watchCounts(facts, rules),
    funnel: funnelCounts(facts, rules),
    schedule: backwardSchedule(rules),
    waitingResults: waitingResults(office, today),
  };
}

/** The workshops behind a figure. */
export const figureList = (office: Office, figure: Figure, today: IsoDate): FigureList => ({
  figure,
  label: FIGURES[figure],
  members: membersOf(figure, yearFacts(office, today), rulesOf(office, today)),
});
