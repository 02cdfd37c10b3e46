import type { Answer, ScoreRule, Weight } from './rules.ts';
import type { ScoreItem, ScoreLimits } from './table.ts';

type Line = Pick<ScoreItem, 'rule' | 'points'>;

function worstOf(rule: Extract<ScoreRule, { way: 'worstClass' }>, chosen: readonly number[]): number | null {
  const found = chosen.map((index) => rule.classes[index]?.points);
  return found.some((one) => one === undefined) ? null : Math.min(...found.map((one) => one ?? 0));
}

function unbounded({ rule, points }: Line, answer: Exclude<Answer, { way: 'absent' }>): number | null {
  switch (answer.way) {
    case 'band':
      return rule.way === 'band' ? answer.points : null;
    case 'deduction':
      return rule.way === 'deduction' ? points - rule.each * answer.count : null;
    case 'yesNo':
      return rule.way === 'yesNo' ? Number(answer.yes) * points : null;
    case 'threeConclusions':
      if (rule.way !== 'threeConclusions') return null;
      return { meets: points, basic: rule.basic, fails: 0 }[answer.conclusion];
    case 'limits':
      return rule.way === 'limits' ? Number(answer.meets) * points : null;
    case 'worstClass':
      return rule.way === 'worstClass' ? worstOf(rule, answer.classes) : null;
  }
}

/** Points of one answered line: never below 0 nor above its full points. Null where the answer is of another way. */
export function pointsOf(
  line: Line,
  answer: Answer,
  absence: ScoreLimits['absence'] = 'full',
): number | null {
  if (answer.way === 'absent') return absence === 'full' ? line.points : 0;
  const points = unbounded(line, answer);
  return points === null ? null : Math.max(0, Math.min(line.points, points));
}

/** 不符合, as each way says it; 合理缺项 is none. */
export function isFailure(item: ScoreItem, answer: Answer): boolean {
  switch (answer.way) {
    case 'absent':
      return false;
    case 'yesNo':
      return !answer.yes;
    case 'limits':
      return !answer.meets;
    // A starred line may not even be 基本符合 (research §3.1 c).
    case 'threeConclusions':
      return answer.conclusion === 'fails' || (item.key && answer.conclusion === 'basic');
    default:
      return item.points > 0 && pointsOf(item, answer) === 0;
  }
}

/** Lost something that a task of the plan should mend. */
export const isDeducted = (item: ScoreItem, answer: Answer): boolean =>
  answer.way !== 'absent' &&
  (isFailure(item, answer) || (pointsOf(item, answer) ?? item.points) < item.points);

export const weightOf = (item: Pick<ScoreItem, 'rule' | 'key'>): Weight =>
  item.key ? 'key' : item.rule.way === 'limits' ? item.rule.weight : 'general';
