import { z } from 'zod';
import type { CandidateRow, DecisionInput, RankingView } from '../../db/model/contract/selection.ts';
import { ApplicationId } from '../../db/model/ids.ts';
import { errorsOf, type Problem } from '../../db/model/problems.ts';
import {
  decisionProblems,
  freeRanks,
  moved,
  movedPlaces,
  reasonFromFigures,
} from '../../db/model/ranking.ts';

/** One candidate on the page, in the order of the ranks. `reason` null: what the figures say. */
export interface RankingLine {
  readonly candidate: CandidateRow;
  readonly selected: boolean;
  readonly reason: string | null;
}

/** A line as drafts keep it. */
export const KeptLines = z.array(
  z.object({ applicationId: ApplicationId, selected: z.boolean(), reason: z.string().nullable() }),
);
export type KeptLines = z.infer<typeof KeptLines>;

const isEligible = (candidate: CandidateRow): boolean => errorsOf(candidate.failedConditions).length === 0;

/** A reason the page wrote by itself is written anew when rank or decision change. */
const FROM_FIGURES = /^(比选得分\d+分，排第\d+名|不符合创建条件：)/;

const openCandidates = ({ candidates }: RankingView): readonly CandidateRow[] =>
  candidates.filter((one) => !one.fixed);

/** What stands on the page at first: what was decided, else the best of the suggestion within the free places. */
export function startLines(view: RankingView): readonly RankingLine[] {
  const open = openCandidates(view);
  const decided = open.filter((one) => one.decision?.selected).length;
  let free = view.quota - view.fixedPlaces - decided;
  return open.map((candidate) => {
    if (candidate.decision) {
      const { selected, reason } = candidate.decision;
      return { candidate, selected, reason: FROM_FIGURES.test(reason) ? null : reason };
    }
    const selected = free > 0 && isEligible(candidate);
    if (selected) free -= 1;
    return { candidate, selected, reason: null };
  });
}

/** As suggested, the places given from the top; what was typed as a reason stays. */
export function suggestedLines(view: RankingView, lines: readonly RankingLine[]): readonly RankingLine[] {
  let free = view.quota - view.fixedPlaces;
  return [...lines]
    .sort((left, right) => left.candidate.suggestedRank - right.candidate.suggestedRank)
    .map((line) => {
      const selected = free > 0 && isEligible(line.candidate);
      if (selected) free -= 1;
      return { ...line, selected };
    });
}

/** Back from a draft: lines of candidates that are there no more are left out, new ones come last. */
export function keptLines(view: RankingView, kept: KeptLines): readonly RankingLine[] {
  const fresh = startLines(view);
  const known = kept.flatMap(({ applicationId, selected, reason }) => {
    const line = fresh.find((one) => one.candidate.applicationId === applicationId);
    return line ? [{ ...line, selected, reason }] : [];
  });
  const missing = fresh.filter((line) => !known.some((one) => one.candidate === line.candidate));
  return [...known, ...missing];
}

export const asKept = (lines: readonly RankingLine[]): KeptLines =>
  lines.map(({ candidate, selected, reason }) => ({
    applicationId: candidate.applicationId,
    selected,
    reason,
  }));

const fixedRanks = ({ candidates }: RankingView): ReadonlySet<number> =>
  new Set(candidates.filter((one) => one.fixed).flatMap((one) => one.decision?.rank ?? []));

export interface RankedLine extends RankingLine {
  readonly rank: number;
  /** Not where the figures would put it: the reason must be typed. */
  readonly isMoved: boolean;
  readonly shownReason: string;
}

const figuresOf = ({ candidate, selected }: RankingLine) => ({
  points: candidate.points,
  unmet: errorsOf(candidate.failedConditions).map((one) => one.message),
  selected,
});

/** The lines with their ranks and reasons. A candidate moved by hand has no reason until one is typed. */
export function rankedLines(view: RankingView, lines: readonly RankingLine[]): readonly RankedLine[] {
  const ranks = freeRanks(fixedRanks(view), lines.length);
  const byHand = movedPlaces(lines.map((line) => line.candidate.suggestedRank));
  return lines.map((line, index) => {
    const rank = ranks[index] ?? index + 1;
    const isMoved = byHand.has(index);
    const fallback = isMoved && isEligible(line.candidate) ? '' : reasonFromFigures(figuresOf(line), rank);
    return { ...line, rank, isMoved, shownReason: line.reason ?? fallback };
  });
}

/** Takes a candidate to a typed rank, or as near as the fixed ones leave room. */
export function movedToRank(
  view: RankingView,
  lines: readonly RankingLine[],
  from: number,
  rank: number,
): readonly RankingLine[] {
  const ranks = freeRanks(fixedRanks(view), lines.length);
  const place = ranks.findIndex((one) => one >= rank);
  return moved(lines, from, place === -1 ? lines.length - 1 : place);
}

export const placesWanted = (view: RankingView, lines: readonly RankingLine[]): number =>
  view.fixedPlaces + lines.filter((one) => one.selected).length;

export const decisionsOf = (lines: readonly RankedLine[]): DecisionInput[] =>
  lines.map(({ candidate, rank, selected, shownReason }) => ({
    applicationId: candidate.applicationId,
    rank,
    selected,
    reason: shownReason.trim(),
  }));

/** What still keeps the result from being recorded; the same rules as in the office's data. */
export const lineProblems = (view: RankingView, lines: readonly RankedLine[]): readonly Problem[] =>
  decisionProblems(
    lines.map(({ candidate, rank, selected, shownReason }) => ({
      name: candidate.name,
      rank,
      selected,
      reason: shownReason.trim(),
      eligible: isEligible(candidate),
    })),
    fixedRanks(view),
  );

export const isChanged = (view: RankingView, lines: readonly RankedLine[]): boolean =>
  lines.some(({ candidate: { decision }, rank, selected, shownReason }) => {
    if (decision === null) return true;
    return decision.rank !== rank || decision.selected !== selected || decision.reason !== shownReason.trim();
  }) && view.candidates.length > 0;
