import { invariant } from '../../db/model/problems.ts';
import type { FaceRole } from '../documents/layout.ts';
import type { Face } from '../fonts/face.ts';
import type { Faces } from '../fonts/faces.ts';

/**
 * Breaks text into lines by the rules of Chinese typesetting. pdfmake would do it too, but makes every character an
 * object of its own: a page costs three times as much, and lines cannot be spaced out to the full width.
 */
export interface Run {
  readonly text: string;
  readonly face: Face;
}

export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
  /** The last line of a paragraph is not spaced out. */
  readonly isLast: boolean;
  readonly characters: number;
}

export interface Typeset {
  readonly faces: Faces;
  readonly role: FaceRole;
  readonly size: number;
  readonly width: number;
  /** Of the first line. */
  readonly indent: number;
}

interface Character {
  readonly text: string;
  readonly codePoint: number;
  readonly face: Face;
  readonly width: number;
}

/** May not begin a line: closing punctuation and units. */
const NEVER_FIRST = new Set('，。、；：？！）》〉」』】〕”’…—～·％%‰℃㎡,.;:?!)]}>');
/** May not end a line: opening punctuation. */
const NEVER_LAST = new Set('（《〈「『【〔“‘([{<￥¥');

/** Leaves no mark on paper: control and zero-width characters, variation selectors. */
const INVISIBLE = /[^\P{C}\t\p{Co}\p{Cn}\p{Cs}]|\p{Variation_Selector}/gu;

const isWordPart = (character: Character): boolean =>
  character.codePoint < 0x250 && /[\p{L}\p{N}\-_/.@#&+*'"=,:]/u.test(character.text);

function charactersOf(text: string, { faces, role, size }: Typeset): readonly Character[] {
  return [...text.replace(INVISIBLE, '').replaceAll('\t', ' ')].map((one) => {
    const codePoint = one.codePointAt(0) ?? 0;
    const face = faces.faceFor(role, codePoint);
    invariant(face !== undefined, `No face for U+${codePoint.toString(16)}; checkCharacters was not asked`);
    return { text: one, codePoint, face, width: (face.advance(codePoint) * size) / 1000 };
  });
}

function mayBreakBetween(before: Character, after: Character): boolean {
  if (after.text === ' ' || NEVER_FIRST.has(after.text) || NEVER_LAST.has(before.text)) return false;
  return !(isWordPart(before) && isWordPart(after));
}

/** Where a word too long for a line is cut: behind its last hyphen that fits, as codes are; else where the line is full. */
function withinWord(characters: readonly Character[], start: number, full: number): number {
  const hyphen = characters.slice(start, full).findLastIndex((one) => one.text === '-');
  return hyphen > 0 ? start + hyphen + 1 : Math.max(full, start + 1);
}

/** End of the longest line that starts at `start`, at a place where a line may end; at least one character. */
function endOfLine(characters: readonly Character[], start: number, width: number): number {
  let used = 0;
  let lastBreak = start;
  for (let index = start; index < characters.length; index++) {
    const character = characters[index];
    invariant(character, 'index is in range');
    used += character.width;
    if (used > width + 0.01 && character.text !== ' ')
      return lastBreak > start ? lastBreak : withinWord(characters, start, index);
    const next = characters[index + 1];
    if (next === undefined || mayBreakBetween(character, next)) lastBreak = index + 1;
  }
  return characters.length;
}

function lineOf(characters: readonly Character[], isLast: boolean): Line {
  const end = characters.findLastIndex((one) => one.text !== ' ') + 1;
  const shown = characters.slice(0, end);
  const runs: { text: string; face: Face }[] = [];
  for (const { text, face } of shown) {
    const open = runs.at(-1);
    if (open?.face === face) open.text += text;
    else runs.push({ text, face });
  }
  return {
    runs,
    width: shown.reduce((sum, one) => sum + one.width, 0),
    isLast,
    characters: shown.length,
  };
}

/** The lines of a text; a line break in it starts a new line, an empty text gives one empty line. */
export function breakLines(text: string, typeset: Typeset): readonly Line[] {
  return text
    .split(/\r?\n/)
    .flatMap((part, index) => paragraphLines(part, index === 0 ? typeset : { ...typeset, indent: 0 }));
}

function paragraphLines(text: string, typeset: Typeset): readonly Line[] {
  const characters = charactersOf(text, typeset);
  if (characters.length === 0) return [lineOf([], true)];
  const lines: Line[] = [];
  for (let start = 0; start < characters.length; ) {
    const width = typeset.width - (start === 0 ? typeset.indent : 0);
    const end = endOfLine(characters, start, width);
    lines.push(lineOf(characters.slice(start, end), end === characters.length));
    start = end;
    while (characters[start]?.text === ' ') start += 1;
  }
  return lines;
}

/** Width of a text on one line. */
export const widthOf = (text: string, typeset: Omit<Typeset, 'width' | 'indent'>): number =>
  charactersOf(text, { ...typeset, width: 0, indent: 0 }).reduce((sum, one) => sum + one.width, 0);
