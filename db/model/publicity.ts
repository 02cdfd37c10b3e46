import { type WorkCalendar, workingDayOnOrAfter } from './calendar.ts';
import { addDays, daysBetween, type IsoDate, yearOf } from './dates.ts';
import { ok, type Problem, problem, type Result, refuse, warning } from './problems.ts';
import type { CountingRule } from './terms.ts';

/** The code of the question why something that looks like a private number is to be published. */
export const PRIVACY_REASON = 'privacy.reason';

export interface PublicityPeriod {
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  /** What the clerk should know: moved by a holiday, holidays of the year unknown. */
  readonly warnings: readonly Problem[];
}

function nthWorkingDayAfter(start: IsoDate, days: number, calendar: WorkCalendar): IsoDate {
  let date = start;
  for (let counted = 0; counted < days; ) {
    date = addDays(date, 1);
    if (!calendar.isRestDay(date)) counted += 1;
  }
  return date;
}

function countedLastDay(
  firstDay: IsoDate,
  days: number,
  rule: CountingRule,
  calendar: WorkCalendar,
): IsoDate {
  switch (rule) {
    case 'naturalIncludingFirst':
      return addDays(firstDay, days - 1);
    case 'naturalExcludingFirst':
      return addDays(firstDay, days);
    case 'workingDays':
      return nthWorkingDayAfter(firstDay, days, calendar);
  }
}

/**
 * First and last day of a 公示 posted on `firstDay`. A last day that is a rest day moves to the next working
 * day (民法典 第203条). Refuses to count working days into a year whose holidays nobody has entered.
 */
export function publicityPeriod(
  firstDay: IsoDate,
  days: number,
  rule: CountingRule,
  calendar: WorkCalendar,
): Result<PublicityPeriod> {
  const counted = countedLastDay(firstDay, days, rule, calendar);
  const lastDay = workingDayOnOrAfter(counted, calendar);
  const unknownYear = [yearOf(firstDay), yearOf(lastDay)].find((year) => !calendar.knows(year));
  if (unknownYear !== undefined && rule === 'workingDays') {
    return refuse(
      problem(
        'calendar.unknownYear',
        `${unknownYear}年的法定节假日尚未录入，不能按工作日计算，请先在设置中录入`,
        {
          field: 'countingRule',
        },
      ),
    );
  }
  const unknown =
    unknownYear === undefined
      ? []
      : [warning('calendar.unknownYear', `${unknownYear}年的法定节假日尚未录入，请人工核对公示截止日`)];
  const moved =
    lastDay === counted
      ? []
      : [warning('publicity.moved', `按天数应于${counted}截止，该日为休息日，顺延至${lastDay}`)];
  return ok({ firstDay, lastDay, warnings: [...unknown, ...moved] });
}

export type PublicityState = 'scheduled' | 'running' | 'awaitingObjections' | 'closed' | 'cancelled';

export interface PublicityFacts {
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  readonly cancelledOn: IsoDate | null;
  readonly openObjections: number;
}

/** The last day belongs to the period: it is over on the day after. */
export function publicityState(facts: PublicityFacts, today: IsoDate): PublicityState {
  if (facts.cancelledOn !== null) return 'cancelled';
  if (today < facts.firstDay) return 'scheduled';
  if (today <= facts.lastDay) return 'running';
  return facts.openObjections > 0 ? 'awaitingObjections' : 'closed';
}

export const PUBLICITY_STATES: Readonly<Record<PublicityState, string>> = {
  scheduled: '待发布',
  running: '公示中',
  awaitingObjections: '期满，异议待处理',
  closed: '公示期满',
  cancelled: '已撤销',
};

export const daysLeft = (facts: Pick<PublicityFacts, 'lastDay'>, today: IsoDate): number =>
  Math.max(0, daysBetween(today, facts.lastDay) + 1);
