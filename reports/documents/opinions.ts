import type { QualificationPaper } from '../../db/model/papers/selection.ts';
import { OPINIONS, type ReviewLevel } from '../../db/model/terms.ts';
import { cell, signatureFoot } from './build.ts';
import type { Cell } from './official.ts';
import { day, sentence } from './values.ts';

interface Box {
  readonly columns: number;
  /** Lines left to write in where nothing is recorded. */
  readonly room: number;
  /** Signature and date on one line, where a form must fit its page. */
  readonly compact?: boolean;
}

/** About as many stand on a line of the box: what is written takes of the room. */
const CHARACTERS_A_LINE = 30;

/** The box of one level: what is recorded is printed, to be signed beside the name; else there is room to write. */
export function opinionBox(
  opinions: QualificationPaper['opinions'],
  level: ReviewLevel,
  { columns, room, compact = false }: Box,
): Cell {
  const given = opinions.find((one) => one.level === level);
  const foot = (lines: readonly string[]) => (compact ? [lines.join('　')] : lines);
  if (!given) return cell('', { columns, room, foot: foot(signatureFoot('签字（盖章）')) });
  const said = [OPINIONS[given.opinion], given.comment]
    .filter((one) => one !== '')
    .map(sentence)
    .join('');
  const signature = `签字（盖章）：　　　　　　（${given.reviewerName}）`;
  const written = Math.ceil(said.length / CHARACTERS_A_LINE);
  return cell(said, {
    columns,
    room: Math.max(1, room - written),
    foot: foot([signature, day(given.reviewedOn)]),
  });
}
