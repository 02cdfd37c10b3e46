import { z } from 'zod';
import { ScoreItemId, ScoreTableId } from '../ids.ts';
import { type Problem, problem, warning } from '../problems.ts';
import { TaskCategory } from '../terms.ts';
import { formatPoints } from './points.ts';
import { Points, type ScoreRule, ScoreRule as ScoreRuleSchema } from './rules.ts';

const text = (max: number) => z.string().trim().max(max, `不能超过${max}个字`);

/** One line of a 评分表. A veto line carries no points. */
export const ScoreItem = z.object({
  id: ScoreItemId,
  /** 编号: `1.2`, `V3`; unique in its table, the key of the measure library. */
  code: text(20).min(1, '请填写编号'),
  section: text(60),
  category: TaskCategory.nullable(),
  /** 考评内容 */
  content: text(300).min(1, '请填写考评内容'),
  /** 评分标准 */
  criterion: text(500),
  points: Points,
  rule: ScoreRuleSchema,
  /** ★ */
  key: z.boolean(),
  veto: z.boolean(),
});
export type ScoreItem = z.infer<typeof ScoreItem>;

/** What 合理缺项 does to the sum: no loss, no points, or the rest counted in proportion. */
export const ABSENCES = { full: '不扣分', zero: '不得分', scaled: '其余各项按比例折算' } as const;

const Limit = z.int().min(0).max(999).nullable();

/** 超过即不通过 (research §3.2.5): how many key, major and all other failures a table allows; null: no limit. */
export const ScoreLimits = z.object({
  key: Limit.default(null),
  major: Limit.default(null),
  /** Major and general together. */
  others: Limit.default(null),
  absence: z.enum(['full', 'zero', 'scaled']).default('full'),
});
export type ScoreLimits = z.infer<typeof ScoreLimits>;

/** 评分表: a version of it; locked once an inspection refers to it. */
export const ScoreTable = z.object({
  id: ScoreTableId,
  title: text(80).min(1, '请填写评分表名称'),
  version: text(40).min(1, '请填写版本'),
  /** Where it comes from: the document's name and number. */
  source: text(200),
  sample: z.boolean(),
  limits: ScoreLimits,
  items: z.array(ScoreItem).min(1, '评分表没有考评项').max(200, '一张评分表最多200项'),
});
export type ScoreTable = z.infer<typeof ScoreTable>;

/** A table, or what is read of one. */
export interface Lines {
  readonly items: readonly ScoreItem[];
}

const FULL_MARKS = 1000;

/** Full points of a table; veto lines carry none. */
export const fullPoints = (items: readonly Pick<ScoreItem, 'points' | 'veto'>[]): number =>
  items.reduce((sum, item) => sum + (item.veto ? 0 : item.points), 0);

/** The sections in the order they first stand in the table, each with its scored lines. */
export function sectionsOf<Item extends Pick<ScoreItem, 'section' | 'veto'>>(
  items: readonly Item[],
): readonly { readonly name: string; readonly items: readonly Item[] }[] {
  const scored = items.filter((item) => !item.veto);
  const names = [...new Set(scored.map((item) => item.section))];
  return names.map((name) => ({ name, items: scored.filter((item) => item.section === name) }));
}

function ruleFault(rule: ScoreRule, points: number): string | null {
  switch (rule.way) {
    case 'band': {
      const sorted = [...rule.bands].sort((a, b) => b.to - a.to);
      if (sorted.some((band) => band.from > band.to)) return '分档的下限高于上限';
      if (sorted.some((band, index) => index > 0 && band.to >= (sorted[index - 1]?.from ?? 0)))
        return '各档分数互相重叠';
      return sorted[0]?.to === points ? null : `最高一档应到满分${formatPoints(points)}分`;
    }
    case 'deduction':
      return rule.each > 0 && rule.each <= points
        ? null
        : `每次扣分应大于0、不超过满分${formatPoints(points)}分`;
    case 'threeConclusions':
      return rule.basic <= points ? null : `“基本符合”的得分超过满分${formatPoints(points)}分`;
    case 'worstClass':
      return Math.max(...rule.classes.map((one) => one.points)) === points
        ? null
        : `最好等级的得分应为满分${formatPoints(points)}分`;
    case 'yesNo':
    case 'limits':
      return null;
  }
}

function itemProblems(item: ScoreItem): readonly Problem[] {
  const at = (field: keyof ScoreItem, message: string, found?: string): Problem =>
    problem(`score.item.${field}`, `第${item.code}项：${message}`, {
      field,
      ...(found === undefined ? {} : { found }),
    });
  if (item.veto) {
    return [
      item.points !== 0 && at('points', '否决项不计分，分值应为0', formatPoints(item.points)),
      item.rule.way !== 'yesNo' && at('rule', '否决项只能按“是否项”评定'),
    ].filter((one) => one !== false);
  }
  const fault = item.rule.way === 'limits' && item.points === 0 ? null : ruleFault(item.rule, item.points);
  return [
    item.section === '' && at('section', '未填写所属部分'),
    item.points === 0 && item.rule.way !== 'limits' && at('points', '分值为0，请填写分值，或标为否决项'),
    fault !== null && item.points > 0 && at('rule', fault),
  ].filter((one) => one !== false);
}

/** What is wrong with a table as a whole: errors stop its use, warnings are to be looked at. */
export function tableProblems({ items }: Lines): readonly Problem[] {
  const codes = items.map((item) => item.code);
  const twice = [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
  const full = fullPoints(items);
  const scored = items.some((item) => !item.veto && item.points > 0);
  return [
    ...twice.map((code) =>
      problem('score.code.twice', `编号“${code}”重复，每一项的编号应不同`, { found: code, field: 'code' }),
    ),
    ...items.flatMap(itemProblems),
    ...(scored && full !== FULL_MARKS
      ? [
          warning('score.full', `各项分值合计${formatPoints(full)}分，不是100分，请核对`, {
            found: formatPoints(full),
            expected: '100',
          }),
        ]
      : []),
  ];
}
