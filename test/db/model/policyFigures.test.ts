import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Area } from '../../../db/model/area.ts';
import { yearOf } from '../../../db/model/dates.ts';
import { defaultPolicy, movedPolicy, Policy } from '../../../db/model/policy.ts';
import {
  defaultOf,
  POLICY_FIGURES,
  type PolicyUse,
  policyChanges,
  reasonsNeeded,
} from '../../../db/model/policyFigures.ts';

const UNUSED: PolicyUse = {
  applications: 0,
  reviewed: 0,
  selected: 0,
  publicities: 0,
  rosters: 0,
  plansSubmitted: 0,
  rostersHandedUp: 0,
  plansHandedUp: 0,
  mobilised: 0,
  visits: 0,
  inspections: 0,
  cityInspections: 0,
  provinceInspections: 0,
};
const BEFORE = defaultPolicy(2021, 8);

describe('POLICY_FIGURES', () => {
  it('tells of every stored figure: none can be changed unseen', () => {
    const stored = Object.keys(Policy.shape).flatMap((key) =>
      key === 'phases' || key === 'deadlines'
        ? Object.keys(BEFORE[key]).map((part) => `${key}.${part}`)
        : [key],
    );
    expect(POLICY_FIGURES.map((one) => one.key).sort()).toEqual([...stored].sort());
  });

  it("shows the notice's value beside the field", () => {
    const notice = (key: string) => POLICY_FIGURES.find((one) => one.key === key)?.notice(BEFORE);
    expect(notice('minArea')).toBe('通知规定：30㎡');
    expect(notice('minOwnInvestment')).toBe('通知规定：10,000元');
    expect(notice('passScore')).toBe('通知规定：90分');
    expect(notice('deadlines.summary')).toBe('通知规定：2021-11-20');
    expect(notice('visitIntervalDays')).toBe('通知未规定，建议：30天');
  });

  it('knows the value to go back to', () => {
    expect(defaultOf('publicityDays', 2021)).toBe(7);
    expect(defaultOf('phases.apply', 2022)).toEqual({ from: '2022-04-01', to: '2022-04-30' });
  });
});

describe('reasonsNeeded', () => {
  const smaller: Policy = { ...BEFORE, minArea: Area.parse(2500), visitIntervalDays: 20 };

  it('asks for no reason while nothing rests on a figure', () => {
    expect(reasonsNeeded(BEFORE, smaller, UNUSED)).toEqual([]);
  });

  it('asks once applications were judged by it, and only for that figure', () => {
    const needed = reasonsNeeded(BEFORE, smaller, { ...UNUSED, reviewed: 12 });
    expect(needed.map((one) => one.message)).toEqual([
      '“操作间使用面积不少于”已有12家申请按此审核，由30㎡改为25㎡须写明原因',
    ]);
    expect(needed[0]).toMatchObject({ found: '25㎡', expected: '30㎡' });
  });

  it('needs no reason for figures that stay, whatever rests on them', () => {
    const counts = fc.record(Object.fromEntries(Object.keys(UNUSED).map((key) => [key, fc.nat(5)] as const)));
    fc.assert(
      fc.property(counts, (use) => {
        expect(reasonsNeeded(BEFORE, { ...BEFORE }, { ...UNUSED, ...use })).toEqual([]);
      }),
    );
  });
});

describe('policyChanges', () => {
  it('tells from and to of each figure', () => {
    expect(policyChanges(BEFORE, { ...BEFORE, quota: 10, publicityDays: 5 })).toEqual([
      { label: '创建名额', from: '8家', to: '10家' },
      { label: '公示天数', from: '7天', to: '5天' },
    ]);
  });
});

describe('movedPolicy', () => {
  it('keeps the figures, asks the quota anew and moves every date by whole years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 20 }), fc.nat(50), (years, quota) => {
        const moved = movedPolicy(BEFORE, years, quota);
        expect(Policy.parse(moved)).toEqual(moved);
        expect(moved).toMatchObject({ quota, minArea: BEFORE.minArea, award: BEFORE.award });
        const dates = [
          ...Object.values(moved.phases).flatMap(({ from, to }) => [from, to]),
          ...Object.values(moved.deadlines).filter((day) => day !== undefined),
        ];
        expect(new Set(dates.map(yearOf))).toEqual(new Set([2021 + years]));
      }),
    );
  });

  it('reads the policy of an older program: the new figures get the suggested values', () => {
    const { reportDay: _, visitIntervalDays: __, ...older } = BEFORE;
    expect(Policy.parse(older)).toEqual(BEFORE);
  });
});
