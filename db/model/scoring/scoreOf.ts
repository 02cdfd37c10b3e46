import { z } from 'zod';
import { ScoreItemId } from '../ids.ts';
import { type Problem, problem } from '../problems.ts';
import { isDeducted, isFailure, pointsOf, weightOf } from './itemScore.ts';
import { formatPoints } from './points.ts';
import { Answer, WEIGHTS, type Weight } from './rules.ts';
import { fullPoints, type Lines, type ScoreItem, type ScoreLimits, sectionsOf } from './table.ts';

/** One line filled in; the reason is asked for wherever points are lost. */
export const ItemAnswer = z.object({
  itemId: ScoreItemId,
  answer: Answer,
  reason: z.string().trim().max(300, '原因不能超过300个字'),
});
export type ItemAnswer = z.infer<typeof ItemAnswer>;

export const SCORE_CONCLUSIONS = {
  vetoed: '不通过（否决项不符合）',
  limitsBroken: '不通过（不符合项超过限定）',
  incomplete: '未评完',
  below: '未达到合格分',
  pass: '达到合格分',
} as const;
export type ScoreConclusion = keyof typeof SCORE_CONCLUSIONS;

interface SectionScore {
  readonly name: string;
  readonly full: number;
  readonly points: number;
}

export interface Score {
  /** Σ of the sections; only a table that scales 合理缺项 counts it in proportion, rounded down. */
  readonly total: number;
  readonly full: number;
  readonly sections: readonly SectionScore[];
  /** Codes of the veto lines that were not met. */
  readonly vetoed: readonly string[];
  /** Limits of key and other failures that were exceeded, as sentences. */
  readonly limitsBroken: readonly string[];
  /** Codes of the lines without a fitting answer. */
  readonly missing: readonly string[];
  readonly conclusion: ScoreConclusion;
}

interface Table extends Lines {
  readonly limits: ScoreLimits;
}

function brokenLimits({ items, limits }: Table, answerOf: (item: ScoreItem) => Answer | undefined) {
  const failed = items.filter((item) => {
    const answer = answerOf(item);
    return !item.veto && answer !== undefined && isFailure(item, answer);
  });
  const count = (...weights: readonly Weight[]): number =>
    failed.filter((item) => weights.includes(weightOf(item))).length;
  const over = (label: string, found: number, limit: number | null): string | false =>
    limit !== null && found > limit && `${label}不符合${found}项，最多允许${limit}项`;
  return [
    over(WEIGHTS.key, count('key'), limits.key),
    over(WEIGHTS.major, count('major'), limits.major),
    over(`${WEIGHTS.major}和${WEIGHTS.general}合计`, count('major', 'general'), limits.others),
  ].filter((one) => one !== false);
}

/**
 * What a filled sheet comes to, in tenths of a point. Pure, and indifferent to the order of the answers (of two for
 * one line the first counts). A line not yet answered scores 0 and is named in `missing`.
 */
export function scoreOf(table: Table, answers: readonly ItemAnswer[], passScore: number): Score {
  const byItem = new Map([...answers].reverse().map((one) => [one.itemId, one.answer]));
  const { absence } = table.limits;
  const answerOf = (item: ScoreItem): Answer | undefined => {
    const answer = byItem.get(item.id);
    return answer && pointsOf(item, answer, absence) !== null ? answer : undefined;
  };
  const got = (item: ScoreItem): number => {
    const answer = answerOf(item);
    return answer ? (pointsOf(item, answer, absence) ?? 0) : 0;
  };
  const sections = sectionsOf(table.items).map(({ name, items }) => ({
    name,
    full: fullPoints(items),
    points: items.reduce((sum, item) => sum + got(item), 0),
  }));
  const full = fullPoints(table.items);
  const raw = sections.reduce((sum, section) => sum + section.points, 0);
  const scored = table.items.filter((item) => !item.veto);
  const absent = fullPoints(scored.filter((item) => answerOf(item)?.way === 'absent'));
  const total =
    absence === 'scaled' && absent > 0 && absent < full ? Math.floor((raw * full) / (full - absent)) : raw;
  const vetoed = table.items.filter((item) => {
    const answer = answerOf(item);
    return item.veto && answer !== undefined && isFailure(item, answer);
  });
  const missing = table.items.filter((item) => answerOf(item) === undefined).map((item) => item.code);
  const limitsBroken = brokenLimits(table, answerOf);
  const conclusion: ScoreConclusion =
    vetoed.length > 0
      ? 'vetoed'
      : limitsBroken.length > 0
        ? 'limitsBroken'
        : missing.length > 0
          ? 'incomplete'
          : full > 0 && total < passScore
            ? 'below'
            : 'pass';
  return {
    total,
    full,
    sections,
    vetoed: vetoed.map((item) => item.code),
    limitsBroken,
    missing,
    conclusion,
  };
}

function answerProblem(item: ScoreItem, { answer, reason }: ItemAnswer): Problem | null {
  const at = (code: string, message: string): Problem =>
    problem(code, `第${item.code}项：${message}`, { field: item.code });
  if (answer.way === 'absent' && item.veto) return at('score.answer.veto', '否决项不能作合理缺项');
  if (pointsOf(item, answer) === null) return at('score.answer.way', '答法与该项的评分方式不符');
  if (answer.way === 'band' && item.rule.way === 'band') {
    const fits = item.rule.bands.some((band) => answer.points >= band.from && answer.points <= band.to);
    if (!fits) return at('score.answer.band', `${formatPoints(answer.points)}分不在任何一档内`);
  }
  if (reason === '' && answer.way === 'absent') return at('score.answer.reason', '请写明合理缺项的原因');
  if (reason === '' && isDeducted(item, answer)) return at('score.answer.reason', '请写明扣分原因');
  return null;
}

/** What stops a sheet from being finished: answers that do not fit their line, deductions without a reason. */
export function answerProblems({ items }: Lines, answers: readonly ItemAnswer[]): readonly Problem[] {
  const given = new Map(answers.map((one) => [one.itemId, one]));
  const unknown = answers.filter((one) => !items.some((item) => item.id === one.itemId));
  return [
    ...unknown.map(() => problem('score.answer.unknown', '有一项不在所用的评分表中，请重新打开评分表')),
    ...items.flatMap((item) => {
      const one = given.get(item.id);
      const found = one ? answerProblem(item, one) : null;
      return found ? [found] : [];
    }),
  ];
}
