/** Which characters can be relied on: what a name may hold so that every PC and every paper shows it. */

/** Ideographs of GB 18030-2022 level 3, which the carried faces have in full. */
const LEVEL_THREE: readonly (readonly [from: number, to: number])[] = [
  [0x2e80, 0x2fd5],
  [0x3005, 0x303b],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x2a6d6],
  [0x2a700, 0x2b734],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
];

/** `U+20BB7` */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const isBeyond = (codePoint: number): boolean =>
  !LEVEL_THREE.some(([from, to]) => codePoint >= from && codePoint <= to);

/** Letters that change with their neighbours, or run from the right: set one by one they would be wrong on paper. */
const JOINED_SCRIPTS: readonly (readonly [script: RegExp, name: string])[] = [
  [/\p{Script=Arabic}/u, '阿拉伯字母（维吾尔文、哈萨克文等）'],
  [/\p{Script=Mongolian}/u, '蒙古文'],
  [/\p{Script=Tibetan}/u, '藏文'],
  [/[\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u, '从右向左书写的文字'],
  [/[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}]/u, '印度文字'],
  [/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tai_Tham}]/u, '东南亚文字'],
];

/** What the script of a character is called where the program cannot set it; undefined for all others. */
export const joinedScriptOf = (character: string): string | undefined =>
  JOINED_SCRIPTS.find(([script]) => script.test(character))?.[1];

/** Nothing can ever print it: made up on one PC, half a character, an emoji. */
export const isHopeless = (character: string): boolean =>
  /[\p{Co}\p{Cs}\ufffd\u{1f300}-\u{1faff}]/u.test(character) || joinedScriptOf(character) !== undefined;

function faultOf(character: string): string | undefined {
  const named = `“${character}”（${codePointName(character)}）`;
  if (/\p{Co}/u.test(character))
    return `含有自造字（${codePointName(character)}），换一台电脑就会显示成别的字或空白，请改用标准字`;
  if (character === '\ufffd' || /[\p{Cs}\p{Cn}]/u.test(character))
    return `含有无效字符（${codePointName(character)}），请核对原字后重新录入`;
  if (/\p{Script=Han}/u.test(character) && isBeyond(character.codePointAt(0) ?? 0))
    return `含有${named}，不在 GB 18030-2022 之内，多数电脑不能显示、打印，请核对是否录错`;
  const script = joinedScriptOf(character);
  if (script !== undefined) return `含有${script}，程序不能正确排印，请改录汉字`;
  if (/\p{Variation_Selector}/u.test(character))
    return `含有看不见的字形选择符（${codePointName(character)}），打印时按通行字形印出，请核对`;
  if (/\p{Emoji_Presentation}/u.test(character)) return `含有表情符号${named}，不能打印，请删除`;
  return undefined;
}

/** Nothing here that could be doubtful; most texts are such, and imports are long. */
const PLAIN = /^[\x20-\x7e\u00a0-\u00ff\u2010-\u2027\u3000-\u303f\u4e00-\u9fa5\uff00-\uffef\s]*$/;

/** What is doubtful about the characters of a text, of the first such; undefined when nothing is. */
export function characterFault(text: string): string | undefined {
  if (PLAIN.test(text)) return undefined;
  for (const character of text) {
    const fault = faultOf(character);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
