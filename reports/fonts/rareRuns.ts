import type { Faces } from './faces.ts';

/**
 * Word and Excel files name their faces (仿宋, 黑体 …) and leave the rest to the PC that opens them; where a face lacks a
 * character, WPS shows a box. So a character the office faces do not have is given a face that has it, by name.
 */
export type FontOfRare = (codePoint: number) => string | undefined;

export interface TextRun {
  readonly text: string;
  /** Undefined: the face of the text around it. */
  readonly font: string | undefined;
}

/** 仿宋, 黑体 and 楷体 of Windows have the ideographs of GBK, and no rarer ones. */
const IN_OFFICE_FACES: readonly (readonly [from: number, to: number])[] = [
  [0, 0x2e7f],
  [0x2fe0, 0x33ff],
  [0x4e00, 0x9fa5],
  [0xa000, 0x1ffff],
];

/** 宋体 of Windows: Extension A and what was added to the first block since. */
const SONG = '宋体';
/** Of Windows too; there is no name for the rest of Unicode that every PC knows. */
const BEYOND = 'SimSun-ExtB';
const FIRST_BEYOND = 0x20000;

/** Names a face of this PC that has the character, else the one Windows has it in. */
export const fontOfRare =
  ({ rareOnPc }: Pick<Faces, 'rareOnPc'>): FontOfRare =>
  (codePoint) => {
    if (IN_OFFICE_FACES.some(([from, to]) => codePoint >= from && codePoint <= to)) return undefined;
    if (codePoint < FIRST_BEYOND) return SONG;
    return rareOnPc.find((face) => face.has(codePoint))?.family ?? BEYOND;
  };

/** A text in runs of one face each. */
export function rareRuns(text: string, fontOf: FontOfRare): readonly TextRun[] {
  const runs: { text: string; font: string | undefined }[] = [];
  for (const character of text) {
    const font = fontOf(character.codePointAt(0) ?? 0);
    const open = runs.at(-1);
    if (open && open.font === font) open.text += character;
    else runs.push({ text: character, font });
  }
  return runs;
}

export const hasRare = (text: string, fontOf: FontOfRare): boolean =>
  [...text].some((character) => fontOf(character.codePointAt(0) ?? 0) !== undefined);
