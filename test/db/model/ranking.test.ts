import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromSquareMetres } from '../../../db/model/area.ts';
import { fromYuan } from '../../../db/model/money.ts';
import { defaultPolicy } from '../../../db/model/policy.ts';
import {
  CRITERIA,
  decisionProblems,
  freeRanks,
  meritsOf,
  moved,
  movedPlaces,
  pointsOf,
  type RankingFigures,
  suggestedRanks,
} from '../../../db/model/ranking.ts';

const policy = defaultPolicy(2021, 5);
const FIGURES: RankingFigures = {
  plannedInvestment: fromYuan(20_000),
  operationArea: fromSquareMetres(45),
  staffCount: 4,
  healthCertificateCount: 3,
  speciality: '卤水点制',
  honours: '市级非遗；示例县老字号',
  penalties: '无',
};
const pointsBy = (figures: Partial<RankingFigures>) =>
  Object.fromEntries(meritsOf({ ...FIGURES, ...figures }, policy).map((one) => [one.criterion, one.points]));

describe('meritsOf', () => {
  it('gives points a clerk can work out on paper', () => {
    expect(pointsBy({})).toEqual({
      investment: 20,
      area: 15,
      health: 11,
      penalties: 15,
      speciality: 10,
      honours: 10,
    });
  });

  it('gives nothing for what is missing, none, or against the applicant', () => {
    expect(pointsBy({ plannedInvestment: null, staffCount: 0, honours: '无', speciality: '' })).toMatchObject(
      {
        investment: 0,
        health: 0,
        honours: 0,
        speciality: 0,
      },
    );
    expect(pointsBy({ penalties: '2020年抽检不合格，罚款2000元' }).penalties).toBe(0);
    expect(pointsBy({ penalties: '近两年抽检均合格，无处罚' }).penalties).toBe(15);
    expect(pointsBy({ penalties: '' }).penalties).toBe(0);
  });

  it('never leaves 0 to 100, and more money or area never costs points', () => {
    expect(Object.values(CRITERIA).reduce((sum, one) => sum + one.max, 0)).toBe(100);
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(100_000), fc.nat(5000), (money, area, more) => {
        const of = (plannedInvestment: number, operationArea: number) =>
          pointsOf(
            meritsOf(
              {
                ...FIGURES,
                plannedInvestment: fromYuan(plannedInvestment),
                operationArea: fromSquareMetres(operationArea),
              },
              policy,
            ),
          );
        const points = of(money, area);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(100);
        expect(of(money + more, area + more)).toBeGreaterThanOrEqual(points);
      }),
    );
  });
});

describe('suggestedRanks', () => {
  const candidate = (key: string, points: number, eligible = true, money = 20_000) => ({
    key,
    points,
    eligible,
    figures: { ...FIGURES, plannedInvestment: fromYuan(money) },
  });
  it('puts who fails a condition last, and parts equals by their own money', () => {
    const ranks = suggestedRanks([
      candidate('a', 90, false),
      candidate('b', 70, true, 15_000),
      candidate('c', 70, true, 30_000),
    ]);
    expect([...ranks.keys()]).toEqual(['c', 'b', 'a']);
  });
  it('gives every place once', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(100), fc.boolean()), { maxLength: 30 }), (all) => {
        const ranks = suggestedRanks(all.map(([points, fit], index) => candidate(`${index}`, points, fit)));
        expect([...ranks.values()].sort((one, other) => one - other)).toEqual(
          all.map((_, index) => index + 1),
        );
      }),
    );
  });
});

describe('ranks by hand', () => {
  it('keep clear of those already fixed', () => {
    expect(freeRanks(new Set([1, 3]), 3)).toEqual([2, 4, 5]);
  });
  it('move as a dragged row does', () => {
    expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c']);
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(['a'], 5, 0)).toEqual(['a']);
  });
  it('know who was moved by hand: the fewest that explain the order', () => {
    expect([...movedPlaces([1, 5, 2, 3, 4])]).toEqual([1]);
    expect([...movedPlaces([2, 3, 4, 1])]).toEqual([3]);
    expect([...movedPlaces([])]).toEqual([]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 20 }), (ranks) => {
        const byHand = movedPlaces(ranks);
        const rest = ranks.filter((_, index) => !byHand.has(index));
        expect(rest).toEqual([...rest].sort((one, other) => one - other));
      }),
    );
  });
  it('must say why of everybody, once each, the better first', () => {
    const decision = (name: string, rank: number, selected: boolean, reason = '理由') => ({
      name,
      rank,
      selected,
      reason,
      eligible: true,
    });
    const codes = (...all: Parameters<typeof decisionProblems>[0]) =>
      decisionProblems(all, new Set([9])).map((one) => one.code);
    expect(codes(decision('甲', 1, true), decision('乙', 2, false))).toEqual([]);
    expect(codes(decision('甲', 1, true, ''), decision('乙', 2, false, ''))).toEqual([
      'selection.reason',
      'selection.reason',
    ]);
    expect(codes(decision('甲', 1, false), decision('乙', 2, true))).toEqual(['selection.order']);
    expect(codes(decision('甲', 1, true), decision('乙', 1, true), decision('丙', 9, false))).toEqual([
      'selection.rank',
      'selection.rank',
    ]);
    expect(codes({ ...decision('甲', 1, false), eligible: false }, decision('乙', 2, true))).toEqual([]);
  });
});
