import { z } from 'zod';
import { type ChangeField, NOTHING } from './changes.ts';
import { typedText as text } from './cleanText.ts';
import { type IsoDate, IsoDate as IsoDateSchema, inChinese } from './dates.ts';
import type { AssignmentId } from './ids.ts';
import { StaffId, WorkshopId } from './ids.ts';
import { unvisitedDays } from './overview.ts';
import { type Problem, problem } from './problems.ts';
import type { WorkshopFacts } from './yearFacts.ts';

/** One line of a workshop's helpers: from its first day up to, but not including, the day it was handed over. */
export interface Assignment {
  readonly id: AssignmentId;
  readonly staffId: StaffId;
  readonly fromDay: IsoDate;
  readonly untilDay: IsoDate | null;
  /** Why it was handed over to this helper; empty for the first. */
  readonly reason: string;
}

type Span = Pick<Assignment, 'fromDay' | 'untilDay'>;

const covers = ({ fromDay, untilDay }: Span, day: IsoDate): boolean =>
  fromDay <= day && (untilDay === null || day < untilDay);

/** Who helped on a day; nobody before the first assignment. */
export const helperOn = <Line extends Span>(assignments: readonly Line[], day: IsoDate): Line | undefined =>
  assignments.find((one) => covers(one, day));

/** Who helps now. */
export const openAssignment = (assignments: readonly Assignment[]): Assignment | undefined =>
  assignments.find(({ untilDay }) => untilDay === null);

const reason = z.string().trim().min(1, '请写明原因').max(200);

export const AssignInput = z.object({
  workshopIds: z.array(WorkshopId).min(1),
  staffId: StaffId,
  fromDay: IsoDateSchema,
});
export type AssignInput = z.infer<typeof AssignInput>;

export const HandOverInput = z.object({
  workshopIds: z.array(WorkshopId).min(1),
  staffId: StaffId,
  onDay: IsoDateSchema,
  reason,
});
export type HandOverInput = z.infer<typeof HandOverInput>;

export const VisitInput = z.object({
  staffId: StaffId,
  visitedOn: IsoDateSchema,
  /** 走访发现的情况 */
  findings: text(1000).min(1, '请填走访情况'),
  /** 指导意见 */
  advice: text(1000),
  /** 业主反馈 */
  ownerResponse: text(500),
  /** 改造进度，% */
  progressPercent: z.int('应为整数').min(0, '应在0到100之间').max(100, '应在0到100之间').nullable(),
  /** Somebody else than the helper of that day went, and that is meant. */
  substitute: z.boolean(),
});
export type VisitInput = z.infer<typeof VisitInput>;

export const VisitReason = reason;

const future = (field: string, day: IsoDate, today: IsoDate): Problem =>
  problem('assistance.future', `日期不能晚于今天（${inChinese(today)}）`, {
    field,
    found: day,
    expected: `不晚于${today}`,
  });

/** Why somebody cannot be named helper from `fromDay` on; nothing where they can. */
export function assignProblems(
  assignments: readonly Assignment[],
  { fromDay }: Pick<AssignInput, 'fromDay'>,
  today: IsoDate,
): readonly Problem[] {
  if (openAssignment(assignments)) {
    return [problem('assistance.assigned', '已安排帮扶责任人，更换请用“移交”', { field: 'staffId' })];
  }
  return fromDay > today ? [future('fromDay', fromDay, today)] : [];
}

/** Why a workshop cannot be handed over to another helper on a day. */
export function handOverProblems(
  assignments: readonly Assignment[],
  { staffId, onDay }: Pick<HandOverInput, 'staffId' | 'onDay'>,
  today: IsoDate,
): readonly Problem[] {
  const open = openAssignment(assignments);
  if (!open)
    return [problem('assistance.unassigned', '还没有安排帮扶责任人，请先安排', { field: 'staffId' })];
  const problems: Problem[] = [];
  if (open.staffId === staffId) {
    problems.push(problem('assistance.same', '接手人就是现在的帮扶责任人，请另选', { field: 'staffId' }));
  }
  if (onDay > today) problems.push(future('onDay', onDay, today));
  if (onDay < open.fromDay) {
    problems.push(
      problem('assistance.beforeStart', `移交日期早于现责任人开始帮扶的日期（${inChinese(open.fromDay)}）`, {
        field: 'onDay',
        found: onDay,
        expected: `不早于${open.fromDay}`,
      }),
    );
  }
  return problems;
}

/** Why a visit cannot be recorded as it stands. `nameOf` only puts the helper of that day into the sentence. */
export function visitProblems(
  assignments: readonly Assignment[],
  { staffId, visitedOn, substitute }: Pick<VisitInput, 'staffId' | 'visitedOn' | 'substitute'>,
  today: IsoDate,
  nameOf: (id: StaffId) => string,
): readonly Problem[] {
  const [first] = assignments;
  if (!first) return [problem('visit.unassigned', '还没有安排帮扶责任人，请先安排再登记走访')];
  if (visitedOn > today) return [future('visitedOn', visitedOn, today)];
  const helper = helperOn(assignments, visitedOn);
  if (!helper) {
    return [
      problem('visit.beforeAssignment', `走访日期早于帮扶责任人的安排日期（${inChinese(first.fromDay)}）`, {
        field: 'visitedOn',
        found: visitedOn,
        expected: `不早于${first.fromDay}`,
      }),
    ];
  }
  if (helper.staffId === staffId || substitute) return [];
  return [
    problem(
      'visit.notHelper',
      `${inChinese(visitedOn)}的帮扶责任人是${nameOf(helper.staffId)}；确由${nameOf(staffId)}代为走访的，请勾选“代为走访”`,
      { field: 'staffId', found: nameOf(staffId), expected: nameOf(helper.staffId) },
    ),
  ];
}

/** Where a workshop stands with its visits; one may be both without a helper and overdue. */
export const VISIT_STATES = { unassigned: '未安排', overdue: '超期未走访', normal: '正常' } as const;
export type VisitState = keyof typeof VISIT_STATES;

interface VisitDuty {
  readonly states: readonly VisitState[];
  /** Since the last visit, or since somebody had to come; `null` where nobody has to. */
  readonly daysSince: number | null;
}

/** The same days as the figures of 工作台: «超期» is not visited for `interval` days or more. */
export function visitDuty(facts: WorkshopFacts, interval: number, today: IsoDate): VisitDuty {
  const daysSince = unvisitedDays(facts, today);
  if (daysSince === null) return { states: ['normal'], daysSince };
  const states: VisitState[] = [];
  if (facts.helperSince === null) states.push('unassigned');
  if (daysSince >= interval) states.push('overdue');
  return { states: states.length > 0 ? states : ['normal'], daysSince };
}

export const percentText = (value: number | null): string => (value === null ? NOTHING : `${value}%`);

/** How a corrected visit is told in the log. */
export const VISIT_FIELDS = (
  nameOf: (id: StaffId) => string,
): readonly ChangeField<Omit<VisitInput, 'substitute'>>[] => [
  { label: '走访日期', shown: (one) => one.visitedOn },
  { label: '走访人', shown: (one) => nameOf(one.staffId) },
  { label: '走访情况', shown: (one) => one.findings },
  { label: '指导意见', shown: (one) => one.advice || NOTHING },
  { label: '业主反馈', shown: (one) => one.ownerResponse || NOTHING },
  { label: '改造进度', shown: (one) => percentText(one.progressPercent) },
];
