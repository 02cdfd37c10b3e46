import type { CalendarDay } from './calendar.ts';
import { addDays, daysBetween, IsoDate, weekday, weekdayInChinese } from './dates.ts';
import { ok, type Problem, problem, type Result, refuse } from './problems.ts';

/**
 * Reads days as people paste them: `10-01 至 10-07 休；10-08 班`, one a line, or the sentences of the State Council's
 * yearly notice (`七、国庆节：10月1日至7日放假调休，共7天。9月26日（星期日）、10月9日（星期六）上班。`).
 */
const YEAR = String.raw`(?:(?<year>\d{4})[年\-./])?`;
const MONTH_DAY = String.raw`(?<month>\d{1,2})[月\-./](?<day>\d{1,2})日?`;
const END_YEAR = String.raw`(?:(?<endYear>\d{4})[年\-./])?`;
const END = String.raw`(?:(?<endMonth>\d{1,2})[月\-./])?(?<endDay>\d{1,2})日?`;
const TO = String.raw`\s*(?:至|到|-{1,2}|~|—+|–)\s*`;
const TOKEN = new RegExp(
  String.raw`${YEAR}${MONTH_DAY}(?:${TO}${END_YEAR}${END})?|(?<rest>放假|调休|补休|休息|休)|(?<work>上班|补班|工作日|班)|(?<dayOnly>(?<=[日、,]\s*)\d{1,2}日)`,
  'g',
);
/** 与周末连休 says nothing of a day. */
const NOISE = /与周末连休|共\s*\d+\s*天|\((?:周|星期)[^)]*\)|第[一二三四]天/g;
const NAMES = /元旦|春节|清明节?|劳动节|五一|端午节?|中秋节?|国庆节?/;
const LONGEST = 31;

interface Found {
  readonly days: readonly CalendarDay[];
  readonly problems: readonly Problem[];
}

interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const twoDigits = (text: string): string => text.padStart(2, '0');

function dayOf(year: number, month: string, day: string): IsoDate | undefined {
  return IsoDate.safeParse(`${year}-${twoDigits(month)}-${twoDigits(day)}`).data;
}

/** The end of a span may leave out month and year; it may lie in the next year (12-31 至 01-02). */
function spanOf(groups: Groups, year: number): Span | undefined {
  const { month = '', day = '', endDay } = groups;
  const startYear = Number(groups.year ?? year);
  const from = dayOf(startYear, month, day);
  if (from === undefined) return undefined;
  if (endDay === undefined) return { from, to: from };
  const endMonth = groups.endMonth ?? month;
  const crosses = groups.endYear === undefined && Number(month) === 12 && Number(endMonth) === 1;
  const to = dayOf(crosses ? startYear + 1 : Number(groups.endYear ?? startYear), endMonth, endDay);
  return to === undefined ? undefined : { from, to };
}

const datesOf = ({ from, to }: Span): readonly IsoDate[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));

type Groups = Readonly<Record<string, string | undefined>>;
type Read = { readonly kind: CalendarDay['kind'] } | { readonly dates: readonly IsoDate[] } | string;

/** 、27日 after a full date: the month is that of the date before. */
function laterDay(matched: string, before: IsoDate | undefined): Read {
  const date = before && dayOf(Number(before.slice(0, 4)), before.slice(5, 7), matched.replace('日', ''));
  return date === undefined ? `“${matched}”没有写明月份` : { dates: [date] };
}

/** One token of a line: a word for the kind of day, dates, or what is wrong with them. */
function readToken(matched: string, groups: Groups, year: number, before: IsoDate | undefined): Read {
  if (groups.work !== undefined) return { kind: 'work' };
  if (groups.rest !== undefined) return { kind: 'rest' };
  if (groups.dayOnly !== undefined) return laterDay(matched, before);
  const span = spanOf(groups, year);
  if (span === undefined) return `“${matched}”不是有效的日期`;
  if (span.from > span.to) return `“${matched}”的结束日期早于开始日期`;
  if (daysBetween(span.from, span.to) >= LONGEST) return `“${matched}”超过${LONGEST}天，请核对`;
  return { dates: datesOf(span) };
}

const WITH_WEEKDAY = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日\s*\((?:周|星期)([一二三四五六日天])\)/g;
const WEEKDAYS = '一二三四五六日';

/** A date whose weekday does not fit: the notice is another year's. */
function weekdayFault(text: string, year: number): string | undefined {
  for (const [, ownYear, month = '', day = '', name = ''] of text.matchAll(WITH_WEEKDAY)) {
    const date = dayOf(Number(ownYear ?? year), month, day);
    const told = WEEKDAYS.indexOf(name === '天' ? '日' : name) + 1;
    if (date !== undefined && weekday(date) !== told) {
      return `${date}是${weekdayInChinese(date)}，与写明的星期不符，请核对是不是该年度的通知`;
    }
  }
  return undefined;
}

/** 休 and 班 beside dates, in their order: a word speaks for all dates since the last word. */
function readLine(line: string, row: number, year: number): Found {
  const normal = line.normalize('NFKC');
  const text = normal.replace(NOISE, ' ');
  const wrong = (message: string): Found => ({
    days: [],
    problems: [problem('calendar.line', `第${row}行：${message}`, { row, found: line.trim().slice(0, 40) })],
  });
  const misplaced = weekdayFault(normal, year);
  if (misplaced !== undefined) return wrong(misplaced);
  const name = NAMES.exec(text)?.[0] ?? nameOf(text);
  const days: CalendarDay[] = [];
  let pending: readonly IsoDate[] = [];
  for (const { 0: matched, groups = {} } of text.matchAll(TOKEN)) {
    const read = readToken(matched, groups, year, pending.at(-1));
    if (typeof read === 'string') return wrong(read);
    if ('dates' in read) {
      pending = [...pending, ...read.dates];
      continue;
    }
    days.push(...pending.map((date) => ({ date, kind: read.kind, name })));
    pending = [];
  }
  return pending.length > 0 ? wrong('没有写明是“休”还是“班”，如 10-01 至 10-07 休') : { days, problems: [] };
}

/** What stands after 休 or 班 at the end of a short line is the day's own name. */
const nameOf = (text: string): string => (/[休班]\s+([^\s\d,;，；]{1,20})\s*$/.exec(text)?.[1] ?? '').trim();

const conflicts = (days: readonly CalendarDay[]): readonly Problem[] => {
  const kinds = new Map<IsoDate, CalendarDay['kind']>();
  return days.flatMap(({ date, kind }) => {
    const before = kinds.get(date);
    kinds.set(date, kind);
    if (before === undefined || before === kind) return [];
    return [
      problem('calendar.twice', `${date}（${weekdayInChinese(date)}）既写了休又写了班，请核对`, {
        found: date,
      }),
    ];
  });
};

/** The days a pasted text names, or what is wrong with which line; nothing is guessed. */
export function parseCalendarText(text: string, year: number): Result<readonly CalendarDay[]> {
  const parts = text
    .split(/\r?\n/)
    .flatMap((line, index) => line.split(/[;；。]/).map((part) => ({ part, row: index + 1, line })));
  const found = parts.map(({ part, row, line }) => {
    const read = readLine(part, row, year);
    // The feast's name stands at the head of its line and holds for the whole line.
    const name = NAMES.exec(line)?.[0];
    const days =
      name === undefined ? read.days : read.days.map((day) => ({ ...day, name: day.name || name }));
    return { ...read, days };
  });
  const days = found.flatMap((one) => one.days);
  const problems = [...found.flatMap((one) => one.problems), ...conflicts(days)];
  if (problems.length > 0) return refuse(...problems);
  if (days.length === 0) {
    return refuse(
      problem('calendar.nothing', '没有找到日期，请照“10-01 至 10-07 休；10-08 班”书写，或粘贴放假通知全文'),
    );
  }
  return ok([...new Map(days.map((day) => [day.date, day])).values()]);
}
