import { codePointName, isHopeless, joinedScriptOf } from '../../db/model/characters.ts';
import type { Paper } from '../../db/model/papers.ts';
import { type Problem, problem } from '../../db/model/problems.ts';
import { fieldInWords, type PaperField, paperFields } from '../documents/paperFields.ts';
import type { Faces } from './faces.ts';

/** Leaves no mark on paper, so needs no face (the same as lines.ts drops). */
const LEAVES_NO_MARK = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u;

const isPrintable = (character: string, faces: Faces): boolean =>
  LEAVES_NO_MARK.test(character) || faces.faceFor('body', character.codePointAt(0) ?? 0) !== undefined;

function problemOf(
  character: string,
  where: string,
  at: { readonly field?: string; readonly row?: number },
): Problem {
  const code = codePointName(character);
  const place = { ...at, found: code };
  if (/\p{Co}/u.test(character)) {
    return problem(
      'characters.privateUse',
      `${where}中有自造字（${code}），换一台电脑就会显示成别的字或空白，请改用标准字`,
      place,
    );
  }
  const script = joinedScriptOf(character);
  if (script !== undefined) {
    return problem('characters.script', `${where}中有${script}，程序不能正确排印，请改录汉字`, place);
  }
  if (/[\p{Cs}\p{Cn}\ufffd]/u.test(character)) {
    return problem('characters.invalid', `${where}中有无效字符（${code}），请删除后重新录入`, place);
  }
  if (/\p{Extended_Pictographic}/u.test(character)) {
    return problem('characters.emoji', `${where}中有表情符号（${code}），不能打印，请删除`, place);
  }
  return problem(
    'characters.noFace',
    `${where}中的“${character}”（${code}）没有可用字体，打印会成空框。请安装含该字的字体（如 SimSun-ExtB）后重试，或核对是否录错`,
    place,
  );
}

/** The characters of a text that are no good; of a script that is not set, the first stands for all. */
function charactersIn(text: string, isBad: (character: string) => boolean): readonly string[] {
  const scripts = new Set<string>();
  return [...new Set(text)].filter((character) => {
    const script = joinedScriptOf(character);
    if (script === undefined) return isBad(character);
    return scripts.size < scripts.add(script).size;
  });
}

const unprintableIn = (text: string, faces: Faces): readonly string[] =>
  charactersIn(text, (character) => isHopeless(character) || !isPrintable(character, faces));

const placeOf = ({ key, row }: PaperField) => ({ field: key, ...(row === undefined ? {} : { row }) });

/**
 * Names every character of a paper that no face prints, with its field, before anything is made. The chains of all
 * roles hold the same faces, so asking for one role answers for all.
 */
export function checkCharacters(paper: Paper, faces: Faces): readonly Problem[] {
  return paperFields(paper).flatMap((field) =>
    unprintableIn(field.text, faces).map((character) =>
      problemOf(character, fieldInWords(paper, field), placeOf(field)),
    ),
  );
}

/** What no PC will ever print, whatever fonts it has: for whoever freezes a paper before it is made. */
export const hopelessCharacters = (paper: Paper): readonly Problem[] =>
  paperFields(paper).flatMap((field) =>
    charactersIn(field.text, isHopeless).map((character) =>
      problemOf(character, fieldInWords(paper, field), placeOf(field)),
    ),
  );

/** The same of texts that come from no record: what an office's own template says. */
export const checkTexts = (
  texts: readonly { readonly where: string; readonly text: string }[],
  faces: Faces,
): readonly Problem[] =>
  texts.flatMap(({ where, text }) =>
    unprintableIn(text, faces).map((character) => problemOf(character, where, {})),
  );
