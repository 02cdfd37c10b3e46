import { assertNever } from '../problems.ts';
import { formatPoints, parsePoints } from './points.ts';
import { type Answer, CONCLUSIONS_OF_ITEM, type ScoreRule } from './rules.ts';

const ABSENT = '合理缺项';

const bandAt = (rule: ScoreRule, points: number): string | undefined =>
  rule.way === 'band'
    ? rule.bands.find((band) => points >= band.from && points <= band.to)?.label
    : undefined;

/** What was found, in the words of the form: `不符合2处`, `基本符合`, `较好 3分`. */
export function answerText(rule: ScoreRule, answer: Answer): string {
  switch (answer.way) {
    case 'absent':
      return ABSENT;
    case 'band':
      return [bandAt(rule, answer.points), `${formatPoints(answer.points)}分`].filter(Boolean).join(' ');
    case 'deduction':
      return answer.count === 0 ? '符合' : `不符合${answer.count}处`;
    case 'yesNo':
      return answer.yes ? '是' : '否';
    case 'threeConclusions':
      return CONCLUSIONS_OF_ITEM[answer.conclusion];
    case 'limits':
      return answer.meets ? CONCLUSIONS_OF_ITEM.meets : CONCLUSIONS_OF_ITEM.fails;
    case 'worstClass':
      return answer.classes
        .map((index) => (rule.way === 'worstClass' ? (rule.classes[index]?.label ?? '') : ''))
        .join('、');
    default:
      return assertNever(answer);
  }
}

const YES = /^(是|√|✓|有|符合|通过|合格)$/;
const NO = /^(否|×|x|无|不符合|不通过|不合格)$/i;

const yesOrNo = (text: string): boolean | null => (YES.test(text) ? true : NO.test(text) ? false : null);

function conclusionNamed(text: string): Answer | null {
  if (/^基本/.test(text)) return { way: 'threeConclusions', conclusion: 'basic' };
  const meets = yesOrNo(text);
  if (meets === null) return null;
  return { way: 'threeConclusions', conclusion: meets ? 'meets' : 'fails' };
}

function classesNamed(rule: Extract<ScoreRule, { way: 'worstClass' }>, text: string): Answer | null {
  const classes = text
    .split(/[、,，;；]/)
    .map((name) => rule.classes.findIndex((one) => one.label === name.trim()));
  return classes.includes(-1) ? null : { way: 'worstClass', classes };
}

/** What the column 结果 should hold for a line. */
export function answerHint(rule: ScoreRule): string {
  switch (rule.way) {
    case 'band':
      return '得分，如3.5';
    case 'deduction':
      return '不符合的处数，如2，没有填0';
    case 'yesNo':
      return '是或否';
    case 'threeConclusions':
      return '符合、基本符合或不符合';
    case 'limits':
      return '符合或不符合';
    case 'worstClass':
      return rule.classes.map((one) => one.label).join('、');
    default:
      return assertNever(rule);
  }
}

/** A typed result → the answer; null for what the line's way cannot mean. */
export function parseAnswer(rule: ScoreRule, typed: string): Answer | null {
  const text = typed.normalize('NFKC').trim();
  if (text === ABSENT || text === '不适用') return { way: 'absent' };
  switch (rule.way) {
    case 'band': {
      const points = parsePoints(/[\d.]+分?$/.exec(text)?.[0] ?? '');
      return points === null ? null : { way: 'band', points };
    }
    case 'deduction': {
      if (YES.test(text)) return { way: 'deduction', count: 0 };
      const count = /^(?:不符合)?(\d{1,3})(?:处|次|项)?$/.exec(text)?.[1];
      return count === undefined ? null : { way: 'deduction', count: Number(count) };
    }
    case 'yesNo': {
      const yes = yesOrNo(text);
      return yes === null ? null : { way: 'yesNo', yes };
    }
    case 'threeConclusions':
      return conclusionNamed(text);
    case 'limits': {
      const meets = yesOrNo(text);
      return meets === null ? null : { way: 'limits', meets };
    }
    case 'worstClass':
      return classesNamed(rule, text);
    default:
      return assertNever(rule);
  }
}
