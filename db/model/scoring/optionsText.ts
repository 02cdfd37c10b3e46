import { assertNever } from '../problems.ts';
import { keysOf, SCORING_WAYS, type ScoringWay } from '../terms.ts';
import { formatPoints, parsePoints } from './points.ts';
import { ScoreRule, WEIGHTS, type Weight } from './rules.ts';

/** What stands in the column 选项, in Excel and in the window, for each way. */
export const OPTIONS_HINT: Readonly<Record<ScoringWay, string>> = {
  band: '好 3～4；较好 1～2；差 0',
  deduction: '每次扣1',
  yesNo: '不用填',
  threeConclusions: '基本符合得2',
  limits: '关键项、重点项或一般项',
  worstClass: '低风险 4；中风险 2；高风险 0',
};

/** A rule's options as people write them; `parseRule` reads them back. */
export function optionsText(rule: ScoreRule): string {
  switch (rule.way) {
    case 'band':
      return rule.bands
        .map(({ label, from, to }) =>
          from === to
            ? `${label} ${formatPoints(to)}`
            : `${label} ${formatPoints(from)}～${formatPoints(to)}`,
        )
        .join('；');
    case 'deduction':
      return `每次扣${formatPoints(rule.each)}`;
    case 'yesNo':
      return '';
    case 'threeConclusions':
      return `基本符合得${formatPoints(rule.basic)}`;
    case 'limits':
      return WEIGHTS[rule.weight];
    case 'worstClass':
      return rule.classes.map(({ label, points }) => `${label} ${formatPoints(points)}`).join('；');
    default:
      return assertNever(rule);
  }
}

type Parsed =
  | { readonly ok: true; readonly rule: ScoreRule }
  | { readonly ok: false; readonly expected: string };

const parts = (text: string): readonly string[] =>
  text
    .split(/[;；\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The one number a text holds: `每处扣0.5分` → 5. */
function onlyNumber(text: string): number | null {
  const numbers = text.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? [];
  const [only] = numbers;
  return numbers.length === 1 && only !== undefined ? parsePoints(only) : null;
}

function bandOf(part: string): unknown {
  const found = /^(.*?)[\s:：]*(\d+(?:\.\d+)?)(?:\s*分?\s*[~～\-－—–至到]+\s*(\d+(?:\.\d+)?))?\s*分?$/.exec(
    part.normalize('NFKC'),
  );
  const [, label, one = '', other = one] = found ?? [];
  const [from, to] = [parsePoints(one), parsePoints(other)];
  return found && from !== null && to !== null
    ? { label, from: Math.min(from, to), to: Math.max(from, to) }
    : null;
}

function classOf(part: string): unknown {
  const found = /^(.*?)[\s:：]*(\d+(?:\.\d+)?)\s*分?$/.exec(part.normalize('NFKC'));
  return found ? { label: found[1], points: parsePoints(found[2] ?? '') } : null;
}

const weightNamed = (text: string, isKey: boolean): Weight | undefined => {
  if (text.trim() === '') return isKey ? 'key' : 'general';
  const weights: readonly Weight[] = ['key', 'major', 'general'];
  return weights.find((one) => text.includes(WEIGHTS[one].slice(0, 2)));
};

function unchecked(way: ScoringWay, text: string, isKey: boolean): unknown {
  switch (way) {
    case 'band':
      return { way, bands: parts(text).map(bandOf) };
    case 'deduction':
      return { way, each: onlyNumber(text) };
    case 'yesNo':
      return { way };
    case 'threeConclusions':
      return { way, basic: onlyNumber(text) };
    case 'limits':
      return { way, weight: weightNamed(text, isKey) };
    case 'worstClass':
      return { way, classes: parts(text).map(classOf) };
    default:
      return assertNever(way);
  }
}

/** Way and options as typed → the rule, or what the options should look like. */
export function parseRule(way: ScoringWay, text: string, isKey = false): Parsed {
  const parsed = ScoreRule.safeParse(unchecked(way, text, isKey));
  return parsed.success ? { ok: true, rule: parsed.data } : { ok: false, expected: OPTIONS_HINT[way] };
}

const WAY_WORDS: readonly (readonly [RegExp, ScoringWay])[] = [
  [/三档|基本符合/, 'threeConclusions'],
  [/最差|就低|等级/, 'worstClass'],
  [/分档|分级|档/, 'band'],
  [/关键|一般项|重点/, 'limits'],
  [/扣/, 'deduction'],
  [/是否|是\/否|有无/, 'yesNo'],
];

/** `按次扣分`, `扣分制`, `是/否` … → the way; undefined for what names none. */
export function wayNamed(text: string): ScoringWay | undefined {
  const bare = text.normalize('NFKC').replace(/\s/g, '');
  const exact = keysOf(SCORING_WAYS).find((way) => SCORING_WAYS[way] === bare);
  return exact ?? WAY_WORDS.find(([words]) => words.test(bare))?.[1];
}
