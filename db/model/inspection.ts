import { z } from 'zod';
import { typedText as text } from './cleanText.ts';
import type { IsoDate } from './dates.ts';
import { type InspectionId, StaffId, type WorkshopId } from './ids.ts';
import { type Problem, problem, warning } from './problems.ts';
import { laterOf, type UpperScored } from './results.ts';
import { SCORE_CONCLUSIONS, type Score, type ScoreConclusion } from './scoring/scoreOf.ts';
import type { InspectionLevel } from './terms.ts';

/** 考评人员: of the own staff, or typed where he comes from elsewhere. */
export const Assessor = z.object({
  staffId: StaffId.nullable(),
  name: text(30).min(1, '请填写考评人员姓名'),
  unit: text(60),
});
export type Assessor = z.infer<typeof Assessor>;

/** 回避: who stood aside, and why. Both are kept unfinished while one types. */
export const Recusal = z.object({
  name: text(30),
  reason: text(200),
});
export type Recusal = z.infer<typeof Recusal>;

/** What a scoring above the self-check says beside its lines (办法 第34条). */
export const InspectionHead = z.object({
  assessors: z.array(Assessor).max(12, '考评人员最多12人'),
  recusals: z.array(Recusal).max(12, '回避人员最多12人'),
  /** Null: not asked yet. */
  ownerSigned: z.boolean().nullable(),
  refusalReason: text(200),
  witness: text(30),
  ownerRemark: text(300),
});
export type InspectionHead = z.infer<typeof InspectionHead>;

export const FEWEST_ASSESSORS = 2;

const at = (code: string, field: keyof InspectionHead, message: string, found?: string): Problem =>
  problem(`inspection.${code}`, message, { field, ...(found === undefined ? {} : { found }) });

/** The scorings of an assessor's own office carry the names and the owner's signature; of others what is known. */
const needsHead = (level: InspectionLevel): boolean => level === 'county';

function assessorProblems(level: InspectionLevel, { assessors, recusals }: InspectionHead) {
  const names = assessors.map((one) => one.name);
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  const aside = recusals.filter((one) => names.includes(one.name));
  const few = needsHead(level) && new Set(names).size < FEWEST_ASSESSORS;
  return [
    few &&
      problem('inspection.assessors', `考评人员应不少于${FEWEST_ASSESSORS}人，现有${new Set(names).size}人`, {
        field: 'assessors',
        found: `${new Set(names).size}人`,
        expected: `不少于${FEWEST_ASSESSORS}人`,
      }),
    ...twice.map((name) => at('assessorTwice', 'assessors', `考评人员“${name}”重复`, name)),
    ...aside.map(({ name }) => at('assessorAside', 'assessors', `“${name}”已回避，不能同时是考评人员`, name)),
    recusals.some((one) => one.name === '') && at('recusalName', 'recusals', '请填写回避人员姓名'),
    ...recusals
      .filter((one) => one.name !== '' && one.reason === '')
      .map(({ name }) => at('recusalReason', 'recusals', `请写明“${name}”回避的原因`, name)),
  ].filter((one) => one !== false);
}

function signatureProblems(level: InspectionLevel, head: InspectionHead): readonly Problem[] {
  if (head.ownerSigned === null) {
    return needsHead(level) ? [at('ownerSigned', 'ownerSigned', '请登记业主是否已签字')] : [];
  }
  if (head.ownerSigned) return [];
  return [
    head.refusalReason === '' && at('refusalReason', 'refusalReason', '业主拒绝签字的，请写明原因'),
    head.witness === '' && at('witness', 'witness', '业主拒绝签字的，请填写见证人'),
  ].filter((one) => one !== false);
}

/** What keeps a scoring from being finished, beside its lines. */
export const headProblems = (level: InspectionLevel, head: InspectionHead): readonly Problem[] =>
  level === 'self' ? [] : [...assessorProblems(level, head), ...signatureProblems(level, head)];

/** 帮扶责任人 scoring the workshop he helped: to be looked at, not forbidden. */
export function helperWarnings(head: InspectionHead, helperName: string): readonly Problem[] {
  const helps = helperName !== '' && head.assessors.some((one) => one.name === helperName);
  return helps
    ? [
        warning('inspection.helper', `“${helperName}”是该小作坊的帮扶责任人，建议回避`, {
          field: 'assessors',
          found: helperName,
        }),
      ]
    : [];
}

/** What a finished scoring came to. */
export interface InspectionOutcome {
  readonly inspectionId: InspectionId;
  readonly workshopId: WorkshopId;
  readonly level: InspectionLevel;
  readonly inspectedOn: IsoDate;
  /** Tenths of a point. */
  readonly total: number;
  readonly full: number;
  readonly conclusion: ScoreConclusion;
  readonly passed: boolean;
  /** Only the total is known, as another office reported it. */
  readonly reported: boolean;
  /** The veto another office named with its total; empty where there is none. */
  readonly veto: string;
  /** 1 for the first scoring of its level, 2 for the first re-inspection … */
  readonly round: number;
  readonly followsId: InspectionId | null;
}

export type OutcomesByLevel = Readonly<Record<InspectionLevel, InspectionOutcome | null>>;

export const NO_OUTCOMES: OutcomesByLevel = { self: null, county: null, city: null, province: null };

/** Of what another office told: no lines are known, so the veto it named and the pass score decide. */
export const reportedConclusion = (total: number | null, passScore: number, veto: string): ScoreConclusion =>
  veto !== '' ? 'vetoed' : total === null || total < passScore ? 'below' : 'pass';

/** A total another office reported, as a score without lines. */
export const reportedScore = (total: number, full: number, passScore: number, veto: string): Score => ({
  total,
  full,
  sections: [],
  vetoed: veto === '' ? [] : [veto],
  limitsBroken: [],
  missing: [],
  conclusion: reportedConclusion(total, passScore, veto),
});

/** What city and province told of a workshop without a sheet. */
export type ToldScores = Readonly<Record<'city' | 'province', UpperScored | null>>;

interface OwnAndTold {
  readonly outcomes: OutcomesByLevel;
  readonly told: ToldScores;
}

/** What was told of a level, where that counts and not the own scoring. Nothing is ever told of 自查 and county. */
export function toldAt({ outcomes, told }: OwnAndTold, level: InspectionLevel): UpperScored | null {
  if (level !== 'city' && level !== 'province') return null;
  const own = outcomes[level];
  const score = told[level];
  return laterOf(own && { on: own.inspectedOn }, score) === score ? score : null;
}

export const outcomeText = ({ conclusion }: Pick<InspectionOutcome, 'conclusion'>): string =>
  SCORE_CONCLUSIONS[conclusion];

/** 考评验收 of a workshop as its stage needs it. */
export interface InspectionFacts {
  /** A sheet of the county was begun and is not finished. */
  readonly open: boolean;
  /** Of the latest finished county scoring. */
  readonly county: 'pass' | 'fail' | null;
  /** The 整改 after that scoring was found done: a re-inspection is next. */
  readonly rectified: boolean;
  /** Of the latest scoring by city or province. */
  readonly above: 'pass' | 'fail' | null;
}

export const NOT_INSPECTED: InspectionFacts = {
  open: false,
  county: null,
  rectified: false,
  above: null,
};
