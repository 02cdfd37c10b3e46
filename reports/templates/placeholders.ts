import { type Problem, problem } from '../../db/model/problems.ts';

/** What stands between the braces: `{{小作坊名称}}`, `{{明细.小作坊名称}}`. */
export interface Placeholder {
  /** As it was typed, braces and all. */
  readonly typed: string;
  readonly name: string;
  /** One value for each line of the list: the row that holds it is repeated. */
  readonly repeats: boolean;
}

export const LIST = '明细';

/** Chinese keyboards type full-width braces and dots as easily as plain ones. */
const PATTERN = /[{｛]{2}([^{}｛｝]*)[}｝]{2}/g;

/** Names are compared without spaces, full width as half: 《开户银行(到网点)》 is 《开户银行（到网点）》. */
export const sameName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '');

function placeholderOf(typed: string, inner: string): Placeholder {
  const [list = '', ...rest] = inner.split(/[.．]/);
  const repeats = rest.length > 0 && sameName(list) === LIST;
  return { typed, name: sameName(repeats ? rest.join('.') : inner), repeats };
}

export const placeholdersIn = (text: string): readonly Placeholder[] =>
  [...text.matchAll(PATTERN)].map(([typed, inner = '']) => placeholderOf(typed, inner));

/** Braces that belong to no placeholder: one was left open, or torn apart. They would be printed as they are. */
export const strayBraces = (text: string): boolean => /[{｛]{2}|[}｝]{2}/.test(text.replace(PATTERN, ''));

export const hasPlaceholder = (text: string): boolean => placeholdersIn(text).length > 0;

export const repeatsIn = (text: string): boolean => placeholdersIn(text).some((one) => one.repeats);

/** The text with each placeholder's value in its place. */
export const fillText = (text: string, said: (placeholder: Placeholder) => string): string =>
  text.replace(PATTERN, (typed, inner: string) => said(placeholderOf(typed, inner)));

/** Where each placeholder stands in the text. */
export const placesIn = (
  text: string,
): readonly { readonly from: number; readonly to: number; readonly placeholder: Placeholder }[] =>
  [...text.matchAll(PATTERN)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    placeholder: placeholderOf(match[0], match[1] ?? ''),
  }));

/** The refusal of a text with `strayBraces`. */
export const openPlaceholder = (where: string): Problem =>
  problem('template.open', `${where}：有一个占位符的括号不成对，请从占位符清单中重新复制`, {
    found: where,
    expected: '{{…}}',
  });

/** A placeholder and where it stands, in the clerk's words. */
export interface Found {
  readonly placeholder: Placeholder;
  readonly where: string;
}
