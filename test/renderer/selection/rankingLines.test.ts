import { describe, expect, it } from 'vitest';
import type { CandidateRow, RankingView } from '../../../db/model/contract/selection.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { ApplicationId, newId, WorkshopId } from '../../../db/model/ids.ts';
import { problem } from '../../../db/model/problems.ts';
import { moved } from '../../../db/model/ranking.ts';
import {
  asKept,
  isChanged,
  keptLines,
  lineProblems,
  movedToRank,
  rankedLines,
  startLines,
} from '../../../renderer/selection/rankingLines.ts';

const candidate = (name: string, suggestedRank: number, more: Partial<CandidateRow> = {}): CandidateRow => ({
  applicationId: newId(ApplicationId),
  workshopId: newId(WorkshopId),
  name,
  ownerName: '示例',
  stage: 'awaitingSelection',
  fixed: false,
  failedConditions: [],
  merits: [],
  points: 100 - suggestedRank * 10,
  suggestedRank,
  decision: null,
  plannedInvestment: null,
  operationArea: null,
  staffCount: null,
  healthCertificateCount: null,
  speciality: '',
  honours: '',
  penalties: '',
  ...more,
});
const unfit = { failedConditions: [problem('condition.area', '面积不足')] };
const viewOf = (...candidates: CandidateRow[]): RankingView => ({ quota: 2, fixedPlaces: 0, candidates });

describe('the lines of the ranking page', () => {
  it('begin with the best within the quota, each with a reason from the figures', () => {
    const view = viewOf(
      candidate('甲', 1),
      candidate('乙', 2),
      candidate('丙', 3),
      candidate('丁', 4, unfit),
    );
    const ranked = rankedLines(view, startLines(view));
    expect(ranked.map((one) => [one.rank, one.selected, one.shownReason])).toEqual([
      [1, true, '比选得分90分，排第1名'],
      [2, true, '比选得分80分，排第2名'],
      [3, false, '比选得分70分，排第3名，名额已满'],
      [4, false, '不符合创建条件：面积不足'],
    ]);
    expect(lineProblems(view, ranked)).toEqual([]);
    expect(isChanged(view, ranked)).toBe(true);
  });

  it('ask for a reason once somebody was moved', () => {
    const view = viewOf(candidate('甲', 1), candidate('乙', 2), candidate('丙', 3));
    const ranked = rankedLines(view, moved(startLines(view), 1, 0));
    expect(ranked.filter((one) => one.isMoved)).toHaveLength(1);
    expect(lineProblems(view, ranked).map((one) => one.code)).toEqual(['selection.reason']);
  });

  it('keep clear of the ranks of those published', () => {
    const decision = {
      selected: true,
      rank: 1,
      reason: '',
      decidedOn: isoDate('2021-04-14'),
      replaces: null,
    };
    const view = viewOf(
      candidate('甲', 1, { fixed: true, stage: 'planning', decision }),
      candidate('乙', 2),
      candidate('丙', 3),
    );
    const lines = startLines(view);
    expect(rankedLines(view, lines).map((one) => one.rank)).toEqual([2, 3]);
    expect(movedToRank(view, lines, 1, 1).map((one) => one.candidate.name)).toEqual(['丙', '乙']);
    expect(movedToRank(view, lines, 0, 99).map((one) => one.candidate.name)).toEqual(['丙', '乙']);
  });

  it('are what was decided, unchanged, when opened again', () => {
    const decision = (rank: number, selected: boolean, reason: string) => ({
      selected,
      rank,
      reason,
      decidedOn: isoDate('2021-04-14'),
      replaces: null,
    });
    const view = viewOf(
      candidate('甲', 1, { decision: decision(1, true, '比选得分90分，排第1名') }),
      candidate('乙', 2, { decision: decision(2, false, '业主临时有事') }),
    );
    const ranked = rankedLines(view, startLines(view));
    expect(isChanged(view, ranked)).toBe(false);
  });

  it('come back from a draft, new candidates last', () => {
    const view = viewOf(candidate('甲', 1), candidate('乙', 2));
    const kept = asKept(moved(startLines(view), 1, 0));
    const later = { ...view, candidates: [...view.candidates, candidate('丙', 3)] };
    expect(keptLines(later, kept).map((one) => one.candidate.name)).toEqual(['乙', '甲', '丙']);
  });
});
