import { type WorkCalendar, workingDayOnOrBefore } from './calendar.ts';
import { addDays, daysBetween, type IsoDate, isoDate } from './dates.ts';
import { type Month, monthInChinese, monthOf, nextMonth } from './monthly.ts';
import { deadlineOf, type Policy } from './policy.ts';
import { keysOf, SUBMISSION_KINDS, type SubmissionKind } from './terms.ts';

export const SUBMISSION_STATES = {
  notYet: '未到期',
  due: '应报',
  sent: '已报',
  overdue: '逾期',
  corrected: '已更正',
} as const;
export type SubmissionState = keyof typeof SUBMISSION_STATES;

/** So many days before the last day a 报送 begins to be due. */
const DUE_DAYS = 10;

/** One thing the city waits for. `month` only of a 进展月报. */
interface Obligation {
  readonly key: string;
  readonly kind: SubmissionKind;
  readonly month: Month | null;
  readonly label: string;
  readonly dueOn: IsoDate;
  /** On a rest day it is really due the working day before. */
  readonly workingDueOn: IsoDate;
}

/** A package as far as the calendar looks at it, the oldest first. */
export interface SentFacts {
  readonly id: string;
  readonly kind: SubmissionKind;
  readonly month: Month | null;
  readonly madeOn: IsoDate;
  readonly replacesId: string | null;
}

export interface CalendarEntry<Sent extends SentFacts = SentFacts> extends Obligation {
  readonly state: SubmissionState;
  /** Until the working day it is due; negative when it is past. */
  readonly daysLeft: number;
  /** The newest package; the one that counts. */
  readonly last: Sent | null;
  /** The first package came after the last day. */
  readonly sentLate: boolean;
}

export const obligationKey = (kind: SubmissionKind, month: Month | null): string =>
  month === null ? kind : `${kind}-${month}`;

/** `进展月报（2021年6月）` */
export const obligationLabel = (kind: SubmissionKind, month: Month | null): string =>
  month === null ? SUBMISSION_KINDS[kind] : `${SUBMISSION_KINDS[kind]}（${monthInChinese(month)}）`;

/** The months a report is due for: while applications and works run, those that began and the one after. */
function reportedMonths({ phases }: Policy, today: IsoDate): readonly Month[] {
  const last = monthOf(phases.accept.to);
  const current = monthOf(today);
  const months: Month[] = [];
  for (let month = monthOf(phases.apply.from); month <= last; month = nextMonth(month)) {
    months.push(month);
    if (month > current) break;
  }
  return months;
}

/** Everything to be handed up in the year, by the day it is due. */
export function obligations(policy: Policy, calendar: WorkCalendar, today: IsoDate): readonly Obligation[] {
  const one = (kind: SubmissionKind, month: Month | null, dueOn: IsoDate): Obligation => ({
    key: obligationKey(kind, month),
    kind,
    month,
    label: obligationLabel(kind, month),
    dueOn,
    workingDueOn: workingDayOnOrBefore(dueOn, calendar),
  });
  const day = String(policy.reportDay).padStart(2, '0');
  return keysOf(SUBMISSION_KINDS)
    .flatMap((kind) =>
      kind === 'monthly'
        ? reportedMonths(policy, today).map((month) => one(kind, month, isoDate(`${month}-${day}`)))
        : [one(kind, null, deadlineOf(policy, kind))],
    )
    .sort((left, right) => left.workingDueOn.localeCompare(right.workingDueOn));
}

function stateOf({ workingDueOn }: Obligation, last: SentFacts | null, today: IsoDate): SubmissionState {
  if (last !== null) return last.replacesId === null ? 'sent' : 'corrected';
  if (today > workingDueOn) return 'overdue';
  return today >= addDays(workingDueOn, -DUE_DAYS) ? 'due' : 'notYet';
}

/** Each thing to be handed up with what became of it. `sent` the oldest first. */
export function submissionCalendar<Sent extends SentFacts>(
  due: readonly Obligation[],
  sent: readonly Sent[],
  today: IsoDate,
): readonly CalendarEntry<Sent>[] {
  return due.map((one) => {
    const own = sent.filter(({ kind, month }) => obligationKey(kind, month) === one.key);
    const first = own[0];
    const last = own.at(-1) ?? null;
    return {
      ...one,
      state: stateOf(one, last, today),
      daysLeft: daysBetween(today, one.workingDueOn),
      last,
      sentLate: first !== undefined && first.madeOn > one.workingDueOn,
    };
  });
}

/** These are complete in one package: another of the same can only correct it. */
export const replacesAlways = (kind: SubmissionKind): boolean => kind === 'monthly' || kind === 'summary';

type Digested = { readonly id: string; readonly name: string; readonly digest: string };

/** What a package says differently from the one before it, by name. */
export interface SubmissionChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly altered: readonly string[];
}

const namesOf = (records: readonly Digested[]): readonly string[] => records.map((one) => one.name);

/** A new version of a plan has an id of its own: by its name it is the same thing, said differently. */
export function submissionChanges(
  before: readonly Digested[],
  after: readonly Digested[],
): SubmissionChanges {
  const earlier = new Map(before.map((one) => [one.id, one]));
  const later = new Set(after.map((one) => one.id));
  const gone = before.filter((one) => !later.has(one.id));
  const fresh = after.filter((one) => !earlier.has(one.id));
  const renewed = new Set(namesOf(gone).filter((name) => namesOf(fresh).includes(name)));
  const differs = ({ id, digest }: Digested): boolean => {
    const known = earlier.get(id);
    return known !== undefined && known.digest !== digest;
  };
  return {
    added: namesOf(fresh).filter((name) => !renewed.has(name)),
    removed: namesOf(gone).filter((name) => !renewed.has(name)),
    altered: [...namesOf(after.filter(differs)), ...renewed],
  };
}

export const hasChanges = ({ added, removed, altered }: SubmissionChanges): boolean =>
  added.length + removed.length + altered.length > 0;
