import type { IsoDate } from './dates.ts';
import type { WorkshopId } from './ids.ts';
import { type Fen, sumFen, ZERO_FEN } from './money.ts';
import { type ReviewFact, reviewVerdict } from './review.ts';
import type { Stage } from './stage.ts';

/** One 改造任务 of the latest signed revision, with its works. */
export interface TaskFacts {
  readonly dueOn: IsoDate | null;
  readonly finishedOn: IsoDate | null;
  /** 销号 */
  readonly closedOn: IsoDate | null;
}

/** Money spent on one line of the plan; a line that a later revision dropped stays spent. */
interface SpentFacts {
  readonly own: Fen;
  readonly other: Fen;
  readonly finishedOn: IsoDate | null;
}

/** What the records of a year say of one workshop, with the day of each: the one source of 工作台 and 进展月报. */
export interface WorkshopFacts {
  readonly workshopId: WorkshopId;
  readonly stage: Stage;
  readonly appliedOn: IsoDate;
  readonly withdrawnOn: IsoDate | null;
  /** Every opinion, in the order of recording. */
  readonly reviews: readonly ReviewFact[];
  readonly decisions: readonly { readonly selected: boolean; readonly decidedOn: IsoDate }[];
  /** Taken off the latest 公示 it stood on. */
  readonly removedOn: IsoDate | null;
  /** First day of the first 公示 it stood on that was not cancelled. */
  readonly publishedOn: IsoDate | null;
  readonly rosterOn: IsoDate | null;
  /** Of the newest revision, where it waits for signatures. */
  readonly waitingSince: IsoDate | null;
  /** 主管领导 signed a complete revision, the first time. */
  readonly signedOn: IsoDate | null;
  readonly startedOn: IsoDate | null;
  /** Of the newest revision. */
  readonly planned: { readonly own: Fen; readonly other: Fen } | null;
  readonly tasks: readonly TaskFacts[];
  readonly spent: readonly SpentFacts[];
  /** Every finished scoring of county and above, in the order of their days. */
  readonly scorings: readonly { readonly on: IsoDate; readonly county: boolean; readonly passed: boolean }[];
  /** 帮扶责任人 as assigned, from which day on. */
  readonly helperSince: IsoDate | null;
  readonly visits: readonly IsoDate[];
}

const by = (date: IsoDate | null, day: IsoDate): boolean => date !== null && date <= day;

/** Still takes part at the end of `day`. */
export const takesPart = (one: WorkshopFacts, day: IsoDate): boolean =>
  !by(one.withdrawnOn, day) && !by(one.removedOn, day);

/** The steps of the year that a workshop has behind it at the end of a day. */
export const MILESTONES = {
  applied: '申请',
  agreed: '审核通过',
  selected: '入选',
  published: '已公示',
  listed: '列入名单',
  signed: '方案签批',
  started: '已开工',
  finished: '改造完成',
  passed: '验收合格',
} as const;

export type Milestone = keyof typeof MILESTONES;

const isSelected = (one: WorkshopFacts, day: IsoDate): boolean =>
  one.decisions.filter(({ decidedOn }) => decidedOn <= day).at(-1)?.selected === true;

/** All tasks struck off by the day: the works are done. */
const isFinished = ({ tasks }: WorkshopFacts, day: IsoDate): boolean =>
  tasks.length > 0 && tasks.every((task) => by(task.closedOn, day));

/** The county's latest scoring passed, and nothing found above it since then speaks against it. */
function isPassed({ scorings }: WorkshopFacts, day: IsoDate): boolean {
  const known = scorings.filter(({ on }) => on <= day);
  const county = known.filter((one) => one.county).at(-1);
  const above = known.filter((one) => !one.county).at(-1);
  if (!county?.passed) return false;
  return !above || above.passed || above.on < county.on;
}

/** Whether the milestone was reached by the end of `day`, as the records stood then. 申请 counts those who left, too. */
export function reached(one: WorkshopFacts, milestone: Milestone, day: IsoDate): boolean {
  if (one.appliedOn > day) return false;
  if (milestone === 'applied') return true;
  if (!takesPart(one, day)) return false;
  switch (milestone) {
    case 'agreed':
      return reviewVerdict(one.reviews.filter(({ reviewedOn }) => reviewedOn <= day)) === 'agree';
    case 'selected':
      return isSelected(one, day);
    case 'published':
      return isSelected(one, day) && by(one.publishedOn, day);
    case 'listed':
      return by(one.rosterOn, day);
    case 'signed':
      return by(one.rosterOn, day) && by(one.signedOn, day);
    case 'started':
      return by(one.rosterOn, day) && by(one.startedOn, day);
    case 'finished':
      return by(one.rosterOn, day) && by(one.startedOn, day) && isFinished(one, day);
    case 'passed':
      return by(one.rosterOn, day) && isPassed(one, day);
  }
}

export interface Money {
  readonly own: Fen;
  readonly other: Fen;
}

/** Planned by the newest revision of every plan of the workshops given. */
export const plannedOf = (facts: readonly WorkshopFacts[]): Money => ({
  own: sumFen(facts.map((one) => one.planned?.own ?? ZERO_FEN)),
  other: sumFen(facts.map((one) => one.planned?.other ?? ZERO_FEN)),
});

/** Spent so far; with `finishedBy`, only on tasks finished by that day. */
export function spentOf(facts: readonly WorkshopFacts[], finishedBy: IsoDate | null = null): Money {
  const spent = facts
    .flatMap((one) => one.spent)
    .filter((one) => finishedBy === null || by(one.finishedOn, finishedBy));
  return { own: sumFen(spent.map((one) => one.own)), other: sumFen(spent.map((one) => one.other)) };
}
