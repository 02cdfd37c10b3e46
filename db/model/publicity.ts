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
        `${unknownYear}年的法定节假日尚未录入，不能按工作日计算，请先在“设置—节假日”中录入，或改用自然日`,
        { field: 'countingRule', found: String(unknownYear) },
      ),
    );
  }
  const unknown =
    unknownYear === undefined
      ? []
      : [
          warning('calendar.unknownYear', `${unknownYear}年的法定节假日尚未录入，请人工核对公示截止日`, {
            found: String(unknownYear),
          }),
        ];
  const moved =
    lastDay === counted
      ? []
      : [warning('publicity.moved', `按天数应于${counted}截止，该日为休息日，顺延至${lastDay}`)];
  const holiday = holidayWarnings(firstDay, lastDay, calendar);
  return ok({ firstDay, lastDay, warnings: [...unknown, ...moved, ...holiday] });
}

/** A weekend is nothing to speak of; a period that lies in a long holiday reaches few people. */
function holidayWarnings(firstDay: IsoDate, lastDay: IsoDate, calendar: WorkCalendar): readonly Problem[] {
  const length = daysBetween(firstDay, lastDay) + 1;
  const days = Array.from({ length }, (_, index) => addDays(firstDay, index));
  const rest = days.filter((date) => calendar.isRestDay(date)).length;
  const starts = calendar.isRestDay(firstDay)
    ? [warning('publicity.firstDayRest', `公示首日${firstDay}是休息日，请确认当天能够发布`)]
    : [];
  if (rest * 2 <= length) return starts;
  return [
    ...starts,
    warning(
      'publicity.holiday',
      `公示期${length}天中有${rest}天是节假日或休息日，知晓面小，建议改期或延长公示`,
    ),
  ];
}

export type PublicityState = 'scheduled' | 'running' | 'awaitingObjections' | 'closed' | 'cancelled';

export interface PublicityFacts {
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  readonly cancelledOn: IsoDate | null;
  readonly openObjections: number;
}

/** The notice a workshop stands on, as its page and its 申请表 show it. */
export interface PublicityStanding extends Omit<PublicityFacts, 'openObjections'> {
  readonly removedOn: IsoDate | null;
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

/** Why a workshop left a notice, and when. */
export interface Departure {
  readonly on: IsoDate;
  readonly because: 'objection' | 'withdrawn';
  readonly reason: string;
}

interface EntryFacts {
  readonly removedOn: IsoDate | null;
  readonly removedReason: string;
  readonly withdrawnOn: IsoDate | null;
  readonly withdrawnReason: string;
}

/** How an entry left the list it stood on; `null` while it stands. An upheld objection says more than a withdrawal. */
export function departureOf(entry: EntryFacts): Departure | null {
  if (entry.removedOn !== null)
    return { on: entry.removedOn, because: 'objection', reason: entry.removedReason };
  if (entry.withdrawnOn === null) return null;
  return { on: entry.withdrawnOn, because: 'withdrawn', reason: entry.withdrawnReason };
}

export const DEPARTURES: Readonly<Record<Departure['because'], string>> = {
  objection: '异议成立，取消',
  withdrawn: '退出',
};

/** Today and the last day counted. */
export const daysLeft = (facts: Pick<PublicityFacts, 'lastDay'>, today: IsoDate): number =>
  Math.max(0, daysBetween(today, facts.lastDay) + 1);
