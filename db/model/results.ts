import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { WorkshopId } from './ids.ts';
import type { InspectionOutcome } from './inspection.ts';
import { type Problem, problem, warning } from './problems.ts';
import { formatPoints } from './scoring/points.ts';
import { OUTSIDE_EVENTS, OutsideEventKind, RESULT_DECISIONS, type ResultDecision } from './terms.ts';

/** Where a workshop of the 创建名单 stands between its scoring and the 推荐名单. */
export const RESULT_STATES = {
  notScored: '待县级考评',
  passed: '达标，待推荐',
  recommended: '已推荐',
  doubtful: '已推荐，需复核',
  failed: '未达标，待处理',
  rectifying: '整改中',
  overdue: '整改逾期',
  rectified: '整改完成，待复查',
  withheld: '不予发放',
  criticised: '通报',
} as const;
export type ResultState = keyof typeof RESULT_STATES;

interface Dated {
  readonly on: IsoDate;
}

/** What counts of one scoring, whoever made it. */
export interface Scored<Total extends number | null = number> extends Dated {
  readonly total: Total;
  readonly passed: boolean;
  /** A veto fails whatever the total. */
  readonly vetoed?: boolean;
}

/** A scoring entered here, as the comparison of levels has it. */
export const scoredOf = ({ total, passed, inspectedOn, conclusion }: InspectionOutcome): Scored => ({
  total,
  passed,
  on: inspectedOn,
  vetoed: conclusion === 'vetoed',
});

/** What city or province found; the total is null where only a veto was told. */
export interface UpperScored extends Scored<number | null> {
  /** The veto as it was told; empty where there is none. */
  readonly veto: string;
}

/** The later of two, either of which may be missing; of one day the second counts. */
export function laterOf<One extends Dated, Other extends Dated>(
  one: One | null,
  other: Other | null,
): One | Other | null {
  if (one === null || other === null) return one ?? other;
  return one.on > other.on ? one : other;
}

/** `92.5分`, `95分（有否决项）`, `有否决项` */
export const scoredWords = ({ total, vetoed }: Scored<number | null>): string =>
  total === null ? '有否决项' : `${formatPoints(total)}分${vetoed ? '（有否决项）' : ''}`;

export interface ResultFacts {
  /** The latest finished county scoring. */
  readonly county: Scored | null;
  /** The latest word of city or province, unless the county inspected again since. */
  readonly above: Scored<number | null> | null;
  /** The latest decision; null: none, or taken back. */
  readonly decision: ResultDecision | null;
  /** Of the objections to the 验收结果公示 that name it. */
  readonly objection: 'open' | 'upheld' | null;
  /** Whether a county scoring was finished after the one the decision rests on. */
  readonly outdated: boolean;
  /** The latest 整改 of the latest county scoring. */
  readonly rectification: { readonly dueOn: IsoDate; readonly doneOn: IsoDate | null } | null;
}

function undecided({ county, above, rectification }: ResultFacts, today: IsoDate): ResultState {
  if (county === null) return 'notScored';
  if (county.passed && above?.passed !== false) return 'passed';
  if (rectification === null) return 'failed';
  if (rectification.doneOn !== null) return 'rectified';
  return rectification.dueOn < today ? 'overdue' : 'rectifying';
}

/** Why a recommendation must be looked at again; empty while nothing speaks against it. */
export function doubts({ county, above, objection, outdated }: ResultFacts): readonly string[] {
  return [
    objection === 'upheld' && '公示异议成立',
    objection === 'open' && '公示异议待处理',
    county === null && '县级考评结果已移除',
    county !== null && !county.passed && `县级考评现为${scoredWords(county)}，未达标`,
    outdated && county?.passed === true && '推荐后又有新的县级考评',
    above !== null && !above.passed && `上级复评${scoredWords(above)}，未达标`,
  ].filter((one) => one !== false);
}

/** The one rule for the state: derived from what is recorded, never stored. */
export function resultState(facts: ResultFacts, today: IsoDate): ResultState {
  switch (facts.decision) {
    case null:
      return undecided(facts, today);
    case 'withhold':
      return 'withheld';
    case 'criticise':
      return 'criticised';
    case 'recommend':
      return doubts(facts).length > 0 ? 'doubtful' : 'recommended';
  }
}

const BLOCKS: Readonly<Partial<Record<ResultDecision, string>>> = {
  withhold: '不予发放的，请写明原因',
  criticise: '通报的，请写明原因',
};

/** What stands against deciding so; empty: it may be done. */
export function decisionProblems(
  name: string,
  decision: ResultDecision,
  reason: string,
  facts: ResultFacts,
): readonly Problem[] {
  const points = facts.county === null ? '尚无县级考评结果' : `县级考评${scoredWords(facts.county)}`;
  const unfit = decision === 'recommend' && facts.county?.passed !== true;
  const refuted = decision === 'recommend' && facts.above?.passed === false;
  const needs = reason.trim() === '' ? BLOCKS[decision] : undefined;
  const passing = decision !== 'recommend' && facts.county?.passed === true && facts.above?.passed !== false;
  return [
    facts.decision !== null &&
      problem('result.decided', `“${name}”已有处理结果“${RESULT_DECISIONS[facts.decision]}”，请先撤回`, {
        field: 'decision',
        found: RESULT_DECISIONS[facts.decision],
      }),
    unfit &&
      problem('result.notPassed', `“${name}”${points}，未达到合格要求，不能列入推荐名单`, {
        field: 'decision',
        found: points,
        expected: '最近一次县级考评达到合格分',
      }),
    refuted &&
      problem('result.refuted', `“${name}”上级复评未达标，不能列入推荐名单`, {
        field: 'decision',
        found: facts.above ? scoredWords(facts.above) : '',
      }),
    needs !== undefined && problem('result.reason', needs, { field: 'reason' }),
    passing && warning('result.passing', `“${name}”${points}，已达标，请核对处理依据`, { found: points }),
  ].filter((one) => one !== false);
}

/** 整改: what is demanded, and until when. */
export const RectificationInput = z
  .object({
    issuedOn: IsoDate,
    dueOn: IsoDate,
    demands: z.string().trim().min(1, '请写明整改要求').max(2000, '整改要求不能超过2000个字'),
  })
  .refine((one) => one.issuedOn <= one.dueOn, {
    error: '整改期限不能早于下达日期',
    path: ['dueOn'],
  });
export type RectificationInput = z.infer<typeof RectificationInput>;

/** 整改完成, as somebody of the office saw it. */
export const RectificationDone = z.object({
  doneOn: IsoDate,
  checkedBy: z.string().trim().min(1, '请填写核查人').max(40, '核查人不能超过40个字'),
  note: z.string().trim().max(500, '核查情况不能超过500个字'),
});
export type RectificationDone = z.infer<typeof RectificationDone>;

const DATE_WORDS = { issuedOn: '下达日期', doneOn: '完成日期' } as const;

/** A recorded day lies between two others, both known. */
export function dayProblems(
  field: keyof typeof DATE_WORDS,
  day: IsoDate,
  from: { readonly on: IsoDate; readonly what: string },
  today: IsoDate,
): readonly Problem[] {
  if (day >= from.on && day <= today) return [];
  const expected = `${from.on}（${from.what}）至${today}（今天）之间`;
  return [
    problem(`rectification.${field}`, `${DATE_WORDS[field]}${day}应在${expected}`, {
      field,
      found: day,
      expected,
    }),
  ];
}

/** One workshop an event names; `score` in 0.1 points. */
export const OutsideWorkshop = z.object({
  workshopId: WorkshopId,
  score: z.int().min(0).max(10_000).nullable(),
  /** The veto that was told, with a score or without; empty where there is none. */
  veto: z.string().trim().max(200, '否决项不能超过200个字'),
});
export type OutsideWorkshop = z.infer<typeof OutsideWorkshop>;

/** `92.5分`, `95分（否决项：…）`, `（否决项：…）`; empty where nothing was told. */
export const toldWords = ({ score, veto }: Pick<OutsideWorkshop, 'score' | 'veto'>): string =>
  `${score === null ? '' : `${formatPoints(score)}分`}${veto === '' ? '' : `（否决项：${veto}）`}`;

/** The events that bring scores. */
export const SCORED_EVENTS: readonly OutsideEventKind[] = ['cityScores', 'provinceSample'];

/** What city or province did, as this office learned of it. */
export const OutsideEventInput = z.object({
  kind: OutsideEventKind,
  happenedOn: IsoDate,
  lastDay: IsoDate.nullable(),
  documentNo: z.string().trim().max(60, '文号不能超过60个字'),
  place: z.string().trim().max(120, '公示位置不能超过120个字'),
  note: z.string().trim().max(500, '备注不能超过500个字'),
  workshops: z.array(OutsideWorkshop).max(2000),
});
export type OutsideEventInput = z.infer<typeof OutsideEventInput>;

const field = (code: string, name: string, message: string): Problem =>
  problem(`outside.${code}`, message, { field: name });

/** Which parts each kind must have; `today` because nothing can be recorded that has not happened. */
export function outsideProblems(event: OutsideEventInput, today: IsoDate): readonly Problem[] {
  const { kind, happenedOn, lastDay, documentNo, place, workshops } = event;
  const ids = workshops.map((one) => one.workshopId);
  const unscored = kind === 'cityScores' && workshops.some((one) => one.score === null && one.veto === '');
  const misplaced = !SCORED_EVENTS.includes(kind) && workshops.some((one) => one.veto !== '');
  return [
    happenedOn > today &&
      problem('outside.future', `日期${happenedOn}晚于今天（${today}），请核对`, {
        field: 'happenedOn',
        found: happenedOn,
        expected: `不晚于${today}`,
      }),
    workshops.length === 0 &&
      field('workshops', 'workshops', `${OUTSIDE_EVENTS[kind]}涉及哪些小作坊，请选择`),
    new Set(ids).size < ids.length && field('twice', 'workshops', '同一家小作坊选了两次，请删去重复的'),
    unscored && field('score', 'workshops', '市级复评结果应逐家填写得分，只通报了否决项的填写否决项'),
    misplaced && field('veto', 'workshops', '否决项请登记在市级复评结果或省级抽查中'),
    kind === 'resultPublicity' && place === '' && field('place', 'place', '请填写公示位置，如市政府网站'),
    kind === 'resultPublicity' && lastDay === null && field('lastDay', 'lastDay', '请填写公示截止日期'),
    lastDay !== null &&
      lastDay < happenedOn &&
      field('lastDay', 'lastDay', `公示截止日期${lastDay}早于首日${happenedOn}，请核对`),
    kind === 'announcement' &&
      documentNo === '' &&
      field('documentNo', 'documentNo', '请填写省厅公布文件的文号'),
  ].filter((one) => one !== false);
}

const SAMPLE_LEVELS = { city: '市级复评', province: '省级抽查' } as const;

export interface Sampling {
  readonly level: keyof typeof SAMPLE_LEVELS;
  readonly sampled: number;
  /** Workshops the ratio is taken of. */
  readonly of: number;
  /** What the policy asks at least. */
  readonly percent: number;
}

/** `sampled / of ≥ percent`, in whole numbers so that no rounding decides. */
export const isEnough = ({ sampled, of, percent }: Omit<Sampling, 'level'>): boolean =>
  sampled * 100 >= of * percent;

/** Told once something was sampled; the city's and province's ratio is of their own whole, so it is only pointed out. */
export function samplingWarnings(samplings: readonly Sampling[]): readonly Problem[] {
  return samplings
    .filter((one) => one.sampled > 0 && !isEnough(one))
    .map(({ level, sampled, of, percent }) =>
      warning(
        `sampling.${level}`,
        `${SAMPLE_LEVELS[level]}已抽${sampled}家，占本地区${of}家的${((sampled * 100) / of).toFixed(1)}%，低于规定的${percent}%（比例以${level === 'city' ? '市局' : '全市'}汇总为准），请核对是否漏登`,
        { found: `${sampled}/${of}`, expected: `不低于${percent}%` },
      ),
    );
}
