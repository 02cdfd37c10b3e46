import { type WorkCalendar, workingDayOnOrBefore } from './calendar.ts';
import { addDays, daysBetween, type IsoDate, latest } from './dates.ts';
import type { WorkshopId } from './ids.ts';
import type { Policy } from './policy.ts';
import { publicityPeriod } from './publicity.ts';
import type { Stage } from './stage.ts';
import { keysOf } from './terms.ts';
import { MILESTONES, type Milestone, reached, takesPart, type WorkshopFacts } from './yearFacts.ts';

/** Where a workshop waits for somebody: each is a figure of 工作台 with the list of workshops behind it. */
const WATCHES = {
  overdue: '环节逾期',
  dueSoon: '7天内到期',
  unsigned: '方案待签批',
  lateTasks: '改造任务逾期',
  noHelper: '未明确帮扶责任人',
  unvisited: '超期未走访',
  shortOfOwn: '自筹预算不足',
} as const;

type Watch = keyof typeof WATCHES;

/** Every figure whose list can be opened: what waits, and how far the year has come. */
export const FIGURES = { ...WATCHES, ...MILESTONES } as const;
export type Figure = keyof typeof FIGURES;

export const SOON_DAYS = 7;

export interface Member {
  readonly workshopId: WorkshopId;
  /** Why it is in the list: `已逾期3天`; empty where there is nothing to add. */
  readonly note: string;
  /** How many days: the most urgent first. */
  readonly days: number;
}

export interface OverviewRules {
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
  readonly today: IsoDate;
}

const APPLYING: readonly Stage[] = ['awaitingReview', 'awaitingSelection'];
const LISTING: readonly Stage[] = ['awaitingPublicity', 'publicity', 'publicityOver'];
const PLANNING: readonly Stage[] = ['planning', 'drafting', 'awaitingSignature', 'returned'];
const BUILDING: readonly Stage[] = ['signed', 'inWorks', 'changing'];
const SCORING: readonly Stage[] = [
  'finished',
  'inspecting',
  'rectifying',
  'recheckFailed',
  'awaitingReinspection',
];
/** Nothing more is asked of a workshop here. */
const OUT: readonly Stage[] = ['refused', 'notSelected', 'removed', 'notAwarded', 'withdrawn'];

/** The day until which the stage must be left behind (the same days as the workshop's timeline); null: none. */
export function dueOfStage(stage: Stage, { phases, deadlines }: Policy): IsoDate | null {
  if (APPLYING.includes(stage)) return phases.apply.to;
  if (LISTING.includes(stage)) return deadlines.roster;
  if (PLANNING.includes(stage)) return deadlines.plans;
  if (BUILDING.includes(stage)) return phases.build.to;
  return SCORING.includes(stage) ? phases.accept.to : null;
}

const inBuilding = (one: WorkshopFacts, today: IsoDate): boolean =>
  reached(one, 'listed', today) && !reached(one, 'finished', today) && !OUT.includes(one.stage);

/** Days since anybody came, or since the workshop was listed or its helper named; null where nobody has to come. */
export function unvisitedDays(one: WorkshopFacts, today: IsoDate): number | null {
  if (!inBuilding(one, today)) return null;
  const starts = [one.rosterOn, one.helperSince].filter((day) => day !== null);
  const visited = one.visits.filter((day) => day <= today);
  const since = latest(visited.length > 0 ? visited : starts);
  return since === undefined ? null : daysBetween(since, today);
}

function lateTaskDays(one: WorkshopFacts, today: IsoDate): number {
  if (!inBuilding(one, today)) return 0;
  const late = one.tasks.filter((task) => task.finishedOn === null && task.dueOn !== null);
  return Math.max(0, ...late.map((task) => (task.dueOn === null ? 0 : daysBetween(task.dueOn, today))));
}

type Finding = Omit<Member, 'workshopId'> | null;
type Watcher = (one: WorkshopFacts, rules: OverviewRules) => Finding;

/** Days until the stage must be left behind; null where nothing is due. */
const daysLeft = ({ stage }: WorkshopFacts, { policy, today }: OverviewRules): number | null => {
  const due = dueOfStage(stage, policy);
  return due === null ? null : daysBetween(today, due);
};

/** What puts a workshop under a watch, null where nothing does; the note says it in words. */
const WATCHERS: Readonly<Record<Watch, Watcher>> = {
  overdue: (one, rules) => {
    const left = daysLeft(one, rules);
    if (left === null || left >= 0) return null;
    return { days: -left, note: `已逾期${-left}天（应于${dueOfStage(one.stage, rules.policy)}前办结）` };
  },
  dueSoon: (one, rules) => {
    const left = daysLeft(one, rules);
    if (left === null || left < 0 || left > SOON_DAYS) return null;
    return { days: SOON_DAYS - left, note: left === 0 ? '今天到期' : `还有${left}天到期` };
  },
  unsigned: ({ waitingSince, stage }, { today }) => {
    if (waitingSince === null || stage !== 'awaitingSignature') return null;
    const days = daysBetween(waitingSince, today);
    return { days, note: days === 0 ? '今天提交' : `已等待${days}天` };
  },
  lateTasks: (one, { today }) => {
    const days = lateTaskDays(one, today);
    return days > 0 ? { days, note: `最久逾期${days}天` } : null;
  },
  noHelper: (one, { today }) =>
    inBuilding(one, today) && one.helperSince === null ? { days: 0, note: '还没有指派' } : null,
  unvisited: (one, { policy, today }) => {
    const days = unvisitedDays(one, today);
    if (days === null || days < policy.visitIntervalDays) return null;
    return { days, note: one.visits.length === 0 ? `从未走访，已${days}天` : `${days}天没有走访` };
  },
  shortOfOwn: (one, { policy, today }) =>
    inBuilding(one, today) && one.planned !== null && one.planned.own < policy.minOwnInvestment
      ? { days: 0, note: '业主自筹预算低于最低金额' }
      : null,
};

const isMilestone = (figure: Figure): figure is Milestone => Object.hasOwn(MILESTONES, figure);

/** The workshops a figure counts, the most urgent first. The figure is the length of this list and nothing else. */
export function membersOf(
  figure: Figure,
  facts: readonly WorkshopFacts[],
  rules: OverviewRules,
): readonly Member[] {
  if (isMilestone(figure)) {
    return facts
      .filter((one) => reached(one, figure, rules.today))
      .map((one) => ({ workshopId: one.workshopId, note: '', days: 0 }));
  }
  return facts
    .flatMap((one) => {
      const finding = WATCHERS[figure](one, rules);
      return finding ? [{ workshopId: one.workshopId, ...finding }] : [];
    })
    .sort((left, right) => right.days - left.days);
}

export interface FigureCount {
  readonly figure: Figure;
  readonly count: number;
  /** Of the most urgent member. */
  readonly note: string;
}

const countOf = (figure: Figure, facts: readonly WorkshopFacts[], rules: OverviewRules): FigureCount => {
  const members = membersOf(figure, facts, rules);
  return { figure, count: members.length, note: members[0]?.note ?? '' };
};

/** 盯办: what waits, each with its count; those with nobody are there with 0. */
export const watchCounts = (facts: readonly WorkshopFacts[], rules: OverviewRules): readonly FigureCount[] =>
  keysOf(WATCHES).map((watch) => countOf(watch, facts, rules));

/** How many came how far, from the first step of the year to the last. */
export const funnelCounts = (facts: readonly WorkshopFacts[], rules: OverviewRules): readonly FigureCount[] =>
  keysOf(MILESTONES).map((milestone) => countOf(milestone, facts, rules));

/** One date of the plan that ends on the day of the summary. */
export interface ScheduleStep {
  readonly key: string;
  readonly label: string;
  readonly latestOn: IsoDate;
  readonly note: string;
  readonly daysLeft: number;
  readonly state: 'past' | 'next' | 'ahead';
}

/** The last day to begin a 公示 that is over before `end`. */
function lastPublicityStart(end: IsoDate, { policy, calendar }: OverviewRules): IsoDate | null {
  for (let back = 1; back <= 120; back++) {
    const start = addDays(end, -back);
    const period = publicityPeriod(start, policy.publicityDays, policy.countingRule, calendar);
    if (!period.ok) return null;
    if (period.value.lastDay < end && !calendar.isRestDay(start)) return start;
  }
  return null;
}

/** 倒排工期: counted backwards from the day the summary is handed up (notice 三（四）、四（四）). */
export function backwardSchedule(rules: OverviewRules): readonly ScheduleStep[] {
  const { policy, calendar, today } = rules;
  const summary = workingDayOnOrBefore(policy.deadlines.summary, calendar);
  const publicity = lastPublicityStart(summary, rules);
  const scored = publicity === null ? null : workingDayOnOrBefore(addDays(publicity, -1), calendar);
  const moved = summary === policy.deadlines.summary ? '' : `${policy.deadlines.summary}为休息日，提前报送`;
  const steps: readonly (Omit<ScheduleStep, 'daysLeft' | 'state'> | false)[] = [
    { key: 'start', label: '方案签批、开工', latestOn: policy.deadlines.plans, note: '签批后方可组织实施' },
    { key: 'worksEnd', label: '改造完成、销号', latestOn: policy.phases.build.to, note: '建设实施阶段结束' },
    scored !== null && {
      key: 'inspection',
      label: '考评验收完成',
      latestOn: scored,
      note: `${policy.phases.accept.from}起考评，结果公示前完成`,
    },
    publicity !== null && {
      key: 'result',
      label: '考评结果公示发布',
      latestOn: publicity,
      note: `公示${policy.publicityDays}天，报送前期满`,
    },
    { key: 'summary', label: '报送创建工作总结', latestOn: summary, note: moved },
  ];
  const known = steps.filter((step) => step !== false);
  const next = known.find((step) => step.latestOn >= today)?.key;
  return known.map((step) => ({
    ...step,
    daysLeft: daysBetween(today, step.latestOn),
    state: step.latestOn < today ? 'past' : step.key === next ? 'next' : 'ahead',
  }));
}

/** Counted in the quota: chosen and still taking part. */
export const placesTaken = (facts: readonly WorkshopFacts[], today: IsoDate): number =>
  facts.filter((one) => reached(one, 'selected', today)).length;

/** The workshops whose money counts: on the 创建名单 and still taking part. */
export const listedFacts = (facts: readonly WorkshopFacts[], today: IsoDate): readonly WorkshopFacts[] =>
  facts.filter((one) => reached(one, 'listed', today) && takesPart(one, today));
