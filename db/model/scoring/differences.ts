import type { IsoDate } from '../dates.ts';
import { INSPECTION_LEVELS, type InspectionLevel, keysOf } from '../terms.ts';
import { answerText } from './answerText.ts';
import { isFailure, pointsOf } from './itemScore.ts';
import type { ItemAnswer, Score, ScoreConclusion } from './scoreOf.ts';
import type { ScoreItem, ScoreTable } from './table.ts';

/** The scoring of one level that counts. */
export interface LevelSheet {
  readonly level: InspectionLevel;
  readonly inspectedOn: IsoDate;
  readonly table: ScoreTable;
  readonly answers: readonly ItemAnswer[];
  /** The total is null where only a veto was told. */
  readonly score: Pick<Score, 'conclusion'> & { readonly total: number | null };
  /** Only the total is known. */
  readonly reported: boolean;
}

interface LevelTotal {
  readonly level: InspectionLevel;
  readonly inspectedOn: IsoDate;
  readonly total: number | null;
  readonly conclusion: ScoreConclusion;
  readonly reported: boolean;
  /** Tenths above (or below) the level before it; null where one of the two has no total. */
  readonly change: number | null;
}

export interface LineAtLevel {
  readonly level: InspectionLevel;
  /** Null of a veto line. */
  readonly points: number | null;
  readonly said: string;
  readonly reason: string;
}

/** One line that two levels saw differently. */
export interface LineDifference {
  readonly code: string;
  readonly content: string;
  readonly points: number;
  readonly veto: boolean;
  readonly levels: readonly LineAtLevel[];
}

export interface Comparison {
  readonly totals: readonly LevelTotal[];
  readonly lines: readonly LineDifference[];
}

interface Seen extends LineAtLevel {
  readonly item: ScoreItem;
  /** What is compared: the points lost and whether the line failed. */
  readonly verdict: string;
}

function seenAt({ level, table, answers }: LevelSheet, code: string): Seen | null {
  const item = table.items.find((one) => one.code === code);
  const given = item && answers.find((one) => one.itemId === item.id);
  if (!item || !given) return null;
  const points = pointsOf(item, given.answer, table.limits.absence);
  return {
    level,
    item,
    points: item.veto ? null : points,
    said: answerText(item.rule, given.answer),
    reason: given.reason,
    verdict: `${item.points} ${points ?? ''} ${isFailure(item, given.answer)}`,
  };
}

const order = (level: InspectionLevel): number => keysOf(INSPECTION_LEVELS).indexOf(level);

/**
 * Where the levels differ: totals side by side, and every line that was not seen alike. Lines are matched by their
 * code, since levels may have scored by different versions of the table. Indifferent to the order of the sheets.
 */
export function compareLevels(sheets: readonly LevelSheet[]): Comparison {
  const sorted = [...sheets].sort((left, right) => order(left.level) - order(right.level));
  const totals = sorted.map(({ level, inspectedOn, score, reported }, index) => {
    const previous = sorted[index - 1]?.score.total ?? null;
    return {
      level,
      inspectedOn,
      total: score.total,
      conclusion: score.conclusion,
      reported,
      change: previous === null || score.total === null ? null : score.total - previous,
    };
  });
  const codes = [...new Set(sorted.flatMap(({ table }) => table.items.map((item) => item.code)))];
  const lines = codes.flatMap((code): readonly LineDifference[] => {
    const seen = sorted.map((sheet) => seenAt(sheet, code)).filter((one) => one !== null);
    const [first] = seen;
    if (!first || seen.every((one) => one.verdict === first.verdict)) return [];
    const { content, points, veto } = first.item;
    return [
      {
        code,
        content,
        points,
        veto,
        levels: seen.map(({ level, points: got, said, reason }) => ({ level, points: got, said, reason })),
      },
    ];
  });
  return { totals, lines };
}
