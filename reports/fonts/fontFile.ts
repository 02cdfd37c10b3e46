import { basename } from 'node:path';
import { FACE_ROLES, type FaceRole, WHICH_FACE } from '../../db/model/faces.ts';
import { ok, problem, type Result, refuse } from '../../db/model/problems.ts';
import { allFontsInFile, hasTrueTypeOutlines, namesOf, type ParsedFont } from './face.ts';
import { OFFICE_NAMES } from './faceNames.ts';

/** The rows of GB 2312 that hold its 6,763 ideographs. */
const [FIRST_ROW, LAST_ROW, FIRST_CELL, LAST_CELL] = [0xb0, 0xf7, 0xa1, 0xfe];

/** The 6,763 characters every Chinese text face has; GB 2312 leaves five cells of its last row of level 1 empty. */
function commonCharacters(): readonly number[] {
  const decoder = new TextDecoder('gb18030');
  const found: number[] = [];
  for (let row = FIRST_ROW; row <= LAST_ROW; row++) {
    for (let cell = FIRST_CELL; cell <= LAST_CELL; cell++) {
      if (row === 0xd7 && cell > 0xf9) continue;
      found.push(decoder.decode(Uint8Array.of(row, cell)).codePointAt(0) ?? 0);
    }
  }
  return found;
}

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');

/** A file that is a font of no kind, cut off, or closed to us. */
function opened(path: string): Result<readonly ParsedFont[]> {
  try {
    return ok(allFontsInFile(path));
  } catch {
    const name = basename(path);
    return refuse(
      problem(
        'face.unreadable',
        `“${name}”不是可读取的字体文件，或文件已损坏。请选择 .ttf 或 .ttc 字体文件`,
        {
          field: 'file',
          found: name,
          expected: 'TrueType 字体（.ttf、.ttc）',
        },
      ),
    );
  }
}

/** What a clerk knows each font by: its Chinese name where it tells them apart, as 宋体 and 新宋体 of one file. */
function namesToChoose(fonts: readonly ParsedFont[]): readonly string[] {
  const first = fonts.map((font) => namesOf(font)[0]);
  const apart = new Set(first).size === fonts.length;
  return fonts.map(({ font }, index) => (apart ? first[index] : undefined) ?? font.postscriptName);
}

/** Which font of the file: the one named, the only one, or the one whose name fits the role. */
function pick(fonts: readonly ParsedFont[], role: FaceRole, wanted: string | undefined): Result<ParsedFont> {
  const names = namesToChoose(fonts);
  const byName = (name: string) => fonts.find((font) => namesOf(font).includes(name));
  const [only, second] = fonts;
  const found =
    wanted === undefined
      ? second
        ? OFFICE_NAMES[role].map(byName).find((one) => one)
        : only
      : byName(wanted);
  if (found) return ok(found);
  const sentence =
    wanted === undefined ? '文件中有多个字体，请写明用哪一个' : `文件中没有名为“${wanted}”的字体`;
  return refuse(
    problem(WHICH_FACE, `${sentence}：${quoted(names)}`, {
      field: 'face',
      ...(wanted === undefined ? {} : { found: wanted }),
      expected: names.join('、'),
    }),
  );
}

/**
 * Whether a font file can set a role: readable, TrueType outlines (no PDF of ours can carry the others), and all the
 * common characters. Rarer ones are filled in, character by character. Answers the name of the font to use.
 */
export function checkFontFile(
  path: string,
  role: FaceRole,
  wanted?: string,
): Result<{ readonly face: string }> {
  const fonts = opened(path);
  if (!fonts.ok) return fonts;
  const usable = fonts.value.filter(({ font }) => hasTrueTypeOutlines(font));
  if (usable.length === 0) {
    return refuse(
      problem(
        'face.outlines',
        `“${basename(path)}”是 OpenType（CFF）轮廓的字体，不能嵌入 PDF。请选择 TrueType 轮廓的 .ttf 或 .ttc 文件`,
        { field: 'file', found: 'OpenType（CFF）', expected: 'TrueType' },
      ),
    );
  }
  const chosen = pick(usable, role, wanted);
  if (!chosen.ok) return chosen;
  const { font } = chosen.value;
  const missing = commonCharacters().filter((codePoint) => !font.hasGlyphForCodePoint(codePoint));
  if (missing.length > 0) {
    const some = missing.slice(0, 5).map((codePoint) => String.fromCodePoint(codePoint));
    return refuse(
      problem(
        'face.incomplete',
        `“${basename(path)}”缺少${missing.length}个常用汉字（如“${some.join('')}”），不能作${FACE_ROLES[role]}。请选择字数完整的字体`,
        { field: 'file', found: `缺${missing.length}字`, expected: 'GB 2312 的 6763 个汉字' },
      ),
    );
  }
  return ok({ face: font.postscriptName });
}
