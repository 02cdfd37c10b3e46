import { and, asc, eq, isNull } from 'drizzle-orm';
import { currentCampaign } from './bureau.ts';
import { officeCalendar } from './calendar.ts';
import { type WorkCalendar, workingDayOnOrBefore } from './model/calendar.ts';
import type { Due, FigureList, Overview } from './model/contract/backup.ts';
import { daysBetween, type IsoDate, isoDate } from './model/dates.ts';
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
} from './model/overview.ts';
import type { Policy } from './model/policy.ts';
import type { Stage } from './model/stage.ts';
import type { SubmissionKind } from './model/terms.ts';
import { plannedOf, spentOf } from './model/yearFacts.ts';
import type { Office } from './office.ts';
import { publicities } from './publicity.ts';
import { duty } from './schema.ts';
import { submissions } from './submissions.ts';
import { yearFacts } from './yearFacts.ts';

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

/** This month's 进展月报 while the year's work runs; whether it was sent is not recorded, so it is never late. */
function reportDues({ phases, reportDay }: Policy, today: IsoDate): readonly Undated[] {
  const dueOn = isoDate(`${today.slice(0, 8)}${String(reportDay).padStart(2, '0')}`);
  const running = phases.apply.from <= today && today <= phases.accept.to;
  return running && today <= dueOn
    ? [{ key: 'monthly', label: `报送${Number(today.slice(5, 7))}月进展月报`, dueOn, link: '/monthly' }]
    : [];
}

/** What is still to be handed up, and what work it waits for. */
export function dues(office: Office, today: IsoDate): readonly Due[] {
  const { policy } = currentCampaign(office);
  const calendar = officeCalendar(office);
  const handedUp = new Set<SubmissionKind>(submissions(office).map((one) => one.kind));
  const all: readonly (Undated | false)[] = [
    !handedUp.has('roster') && {
      key: 'submit-roster',
      label: '报送创建名单',
      dueOn: policy.deadlines.roster,
      link: '/submissions',
    },
    !handedUp.has('plans') && {
      key: 'submit-plans',
      label: '报送改造方案',
      dueOn: policy.deadlines.plans,
      link: '/submissions',
    },
    ...publicityDues(office, today),
    ...dutyDues(office),
    ...reportDues(policy, today),
    { key: 'summary', label: '报送创建工作总结', dueOn: policy.deadlines.summary, link: '/monthly' },
  ];
  return all
    .filter((one) => one !== false)
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
  };
}

/** The workshops behind a figure. */
export const figureList = (office: Office, figure: Figure, today: IsoDate): FigureList => ({
  figure,
  label: FIGURES[figure],
  members: membersOf(figure, yearFacts(office, today), rulesOf(office, today)),
});
