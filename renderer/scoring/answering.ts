import { assertNever } from '../../db/model/problems.ts';
import { answerText } from '../../db/model/scoring/answerText.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { type Answer, CONCLUSIONS_OF_ITEM } from '../../db/model/scoring/rules.ts';
import type { ScoreItem } from '../../db/model/scoring/table.ts';

/** What a line offers, in the order of the keys 1, 2, 3 …; a line of deductions is typed as a count instead. */
export interface Choice {
  readonly label: string;
  readonly answer: Answer;
}

type Line = Pick<ScoreItem, 'rule' | 'points'>;

export function choicesOf({ rule }: Line): readonly Choice[] {
  switch (rule.way) {
    case 'band':
      return rule.bands.map(({ label, from, to }) => ({
        label: `${label} ${from === to ? '' : `${formatPoints(from)}～`}${formatPoints(to)}`,
        answer: { way: 'band', points: to },
      }));
    case 'deduction':
      return [];
    case 'yesNo':
      return [
        { label: '是', answer: { way: 'yesNo', yes: true } },
        { label: '否', answer: { way: 'yesNo', yes: false } },
      ];
    case 'threeConclusions':
      return (['meets', 'basic', 'fails'] as const).map((conclusion) => ({
        label: CONCLUSIONS_OF_ITEM[conclusion],
        answer: { way: 'threeConclusions', conclusion },
      }));
    case 'limits':
      return [
        { label: '符合', answer: { way: 'limits', meets: true } },
        { label: '不符合', answer: { way: 'limits', meets: false } },
      ];
    case 'worstClass':
      return rule.classes.map(({ label, points }, index) => ({
        label: `${label} ${formatPoints(points)}`,
        answer: { way: 'worstClass', classes: [index] },
      }));
    default:
      return assertNever(rule);
  }
}

/** Which of the choices an answer is; several where classes were found together. */
export function chosenIn(line: Line, answer: Answer | undefined): readonly number[] {
  if (!answer || answer.way === 'absent') return [];
  if (answer.way === 'worstClass') return answer.classes;
  const { rule } = line;
  if (answer.way === 'band' && rule.way === 'band') {
    return rule.bands.flatMap(({ from, to }, index) =>
      answer.points >= from && answer.points <= to ? [index] : [],
    );
  }
  const said = JSON.stringify(answer);
  return choicesOf(line).flatMap((choice, index) => (JSON.stringify(choice.answer) === said ? [index] : []));
}

/** Found or not found after all; the last one found stays. */
function toggled(found: readonly number[], index: number): Answer {
  const classes = found.includes(index)
    ? found.filter((one) => one !== index)
    : [...found, index].sort((a, b) => a - b);
  return { way: 'worstClass', classes: classes.length === 0 ? [index] : classes };
}

/** A choice taken by its place, as a click or a number key does. */
export function choose(line: Line, answer: Answer | undefined, index: number): Answer | undefined {
  const choice = choicesOf(line)[index];
  if (!choice) return answer;
  return answer?.way === 'worstClass' ? toggled(answer.classes, index) : choice.answer;
}

const MOST = 999;

/**
 * A number key on a line. Where occurrences are counted the digits make up the count; `fresh` is true for the first
 * digit since the line was reached, which replaces what was there.
 */
export function pressDigit(line: Line, answer: Answer | undefined, digit: number, fresh: boolean) {
  if (line.rule.way !== 'deduction') return digit === 0 ? answer : choose(line, answer, digit - 1);
  const before = !fresh && answer?.way === 'deduction' ? answer.count : 0;
  const count = before * 10 + digit;
  return { way: 'deduction', count: count > MOST ? digit : count } satisfies Answer;
}

/** All of a line's points: the space bar. */
export function fullAnswer({ rule, points }: Line): Answer | undefined {
  switch (rule.way) {
    case 'band':
      return { way: 'band', points };
    case 'deduction':
      return { way: 'deduction', count: 0 };
    case 'worstClass':
      return { way: 'worstClass', classes: [rule.classes.findIndex((one) => one.points === points)] };
    default:
      return choicesOf({ rule, points })[0]?.answer;
  }
}

const STEP = 5;

/** ← and → within the band chosen, by half a point. */
export function stepInBand({ rule }: Line, answer: Answer | undefined, by: 1 | -1): Answer | undefined {
  if (rule.way !== 'band' || answer?.way !== 'band') return answer;
  const band = rule.bands.find(({ from, to }) => answer.points >= from && answer.points <= to);
  if (!band) return answer;
  return { way: 'band', points: Math.max(band.from, Math.min(band.to, answer.points + by * STEP)) };
}

/** What the keys do on a line, for its help. */
export function keysHint({ rule }: Line): string {
  if (rule.way === 'deduction') return '数字键录入不符合的处数，0为没有';
  const choices = choicesOf({ rule, points: 0 }).map(({ label }, index) => `${index + 1} ${label}`);
  return `${choices.join('　')}${rule.way === 'band' ? '　←→ 在档内增减' : ''}`;
}

export const saidOf = ({ rule }: Line, answer: Answer | undefined): string =>
  answer ? answerText(rule, answer) : '';
