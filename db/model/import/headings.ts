import { IMPORT_FIELDS, type ImportField } from '../importTypes.ts';
import { HEADINGS } from './synonyms.ts';
import { compact } from './text.ts';

/** `sure`: the heading is a known one; otherwise it merely ends with one. */
export interface HeadingMatch {
  readonly field: ImportField;
  readonly sure: boolean;
}

const FIELDS = Object.keys(IMPORT_FIELDS).filter((one): one is ImportField => one in IMPORT_FIELDS);

export const isImportField = (text: string): text is ImportField => Object.hasOwn(IMPORT_FIELDS, text);

const BRACKETS = /[([【{《][^)\]】}》]*[)\]】}》]/g;
const NUMBERING = /^(\d{1,2}|[一二三四五六七八九十]{1,2})[.、:]/;
const UNIT_AT_END = /(\/|,|、|:)?(万元|元|m2|平方米|平米|\/人|\/个|\/名)$/;

/** A heading reduced to what synonyms are written in: half width, no spaces, brackets, numbering, units. */
function bare(heading: string): string {
  const text = heading
    .replace(BRACKETS, '')
    .replace(/[*★:;。?]/g, '')
    .replace(NUMBERING, '');
  const stripped = text.replace(UNIT_AT_END, '');
  return stripped === '' ? text : stripped;
}

const EXACT = new Map<string, ImportField>();
const ENDINGS: { readonly text: string; readonly field: ImportField }[] = [];
for (const field of FIELDS) {
  const { exact, ending } = HEADINGS[field];
  for (const text of [bare(compact(IMPORT_FIELDS[field])), ...exact, ...ending]) EXACT.set(text, field);
  ENDINGS.push(...ending.map((text) => ({ text, field })));
}
ENDINGS.sort((a, b) => b.text.length - a.text.length);

/** Headings about people and papers of the office, not of the workshop. */
const OF_THE_OFFICE =
  /帮扶|包保|包联|审核|审查|填表|填报|联络员|责任人|主管|分管|科室|考评|验收|复评|抽查|意见|监管员|监管人|联系人/;

function exactMatch(text: string): HeadingMatch | null {
  const field = EXACT.get(text);
  return field ? { field, sure: true } : null;
}

function endingMatch(text: string): HeadingMatch | null {
  const known = ENDINGS.find((one) => text.endsWith(one.text));
  return known ? { field: known.field, sure: false } : null;
}

/** «面积(加工操作间)» is said for «加工操作间面积». */
function bracketFirst(heading: string): string {
  const inner = /[([]([^)\]]*)[)\]]/.exec(heading)?.[1] ?? '';
  return inner === '' ? '' : bare(inner + heading.replace(BRACKETS, ''));
}

/**
 * The field a heading means. `labels` are the cells above a column from top to bottom: «证照» over «编号» is
 * 证照编号, «面积» over «操作间» is 操作间面积.
 */
export function matchHeading(labels: readonly string[]): HeadingMatch | null {
  const whole = labels.map(compact);
  if (OF_THE_OFFICE.test(whole.join(''))) return null;
  const parts = whole.map(bare).filter((one) => one !== '');
  const last = parts.at(-1);
  if (last === undefined) return null;
  const joined = parts.join('');
  const reversed = parts.toReversed().join('');
  const candidates = [joined, reversed, bracketFirst(whole.at(-1) ?? '')];
  for (const one of candidates) {
    const match = exactMatch(one);
    if (match) return match;
  }
  return endingMatch(joined) ?? exactMatch(last) ?? endingMatch(last);
}
