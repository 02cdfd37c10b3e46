import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IsoDate, isoDate } from '../../../db/model/dates.ts';
import {
  decisionProblems,
  isEnough,
  OutsideEventInput,
  outsideProblems,
  RESULT_STATES,
  type ResultFacts,
  resultState,
  samplingWarnings,
} from '../../../db/model/results.ts';
import { keysOf, type OUTSIDE_EVENTS, RESULT_DECISIONS } from '../../../db/model/terms.ts';

const day: fc.Arbitrary<IsoDate> = fc
  .integer({ min: 1, max: 28 })
  .map((date) => isoDate(`2021-10-${String(date).padStart(2, '0')}`));
const scored = fc.option(
  fc.record({ total: fc.integer({ min: 0, max: 1000 }), passed: fc.boolean(), on: day }),
  {
    nil: null,
  },
);
const decision = fc.constantFrom(...keysOf(RESULT_DECISIONS));
const facts: fc.Arbitrary<ResultFacts> = fc.record({
  county: scored,
  above: scored,
  decision: fc.option(decision, { nil: null }),
  objection: fc.constantFrom('open' as const, 'upheld' as const, null),
  outdated: fc.boolean(),
  rectification: fc.option(fc.record({ dueOn: day, doneOn: fc.option(day, { nil: null }) }), { nil: null }),
});
const codes = (problems: readonly { readonly code: string }[]) => problems.map((one) => one.code);

describe('resultState', () => {
  it('is always one of the named states, and only a decision makes a decided one', () => {
    fc.assert(
      fc.property(facts, day, (all, today) => {
        const state = resultState(all, today);
        expect(RESULT_STATES[state]).toBeDefined();
        const decided = ['recommended', 'doubtful', 'withheld', 'criticised'].includes(state);
        expect(decided).toBe(all.decision !== null);
      }),
    );
  });

  it('never calls a workshop recommended whose latest county score does not pass', () => {
    fc.assert(
      fc.property(facts, day, (all, today) => {
        if (resultState(all, today) !== 'recommended') return;
        expect(all.county?.passed).toBe(true);
        expect(all.above?.passed ?? true).toBe(true);
        expect(all.outdated).toBe(false);
        expect(all.objection).toBeNull();
      }),
    );
  });

  it('walks from the failed scoring over the 整改 to the re-inspection', () => {
    const failed = { total: 870, passed: false, on: isoDate('2021-10-11') };
    const base: ResultFacts = {
      county: failed,
      above: null,
      decision: null,
      objection: null,
      outdated: false,
      rectification: null,
    };
    const at = (some: Partial<ResultFacts>, today = '2021-10-20') =>
      resultState({ ...base, ...some }, isoDate(today));
    const dueOn = isoDate('2021-10-25');
    expect(at({ county: null })).toBe('notScored');
    expect(at({})).toBe('failed');
    expect(at({ rectification: { dueOn, doneOn: null } })).toBe('rectifying');
    expect(at({ rectification: { dueOn, doneOn: null } }, '2021-10-25')).toBe('rectifying');
    expect(at({ rectification: { dueOn, doneOn: null } }, '2021-10-26')).toBe('overdue');
    expect(at({ rectification: { dueOn, doneOn: isoDate('2021-10-20') } })).toBe('rectified');
    const passed = { total: 930, passed: true, on: isoDate('2021-10-28') };
    expect(at({ county: passed })).toBe('passed');
    expect(at({ county: passed, decision: 'recommend' })).toBe('recommended');
    expect(at({ county: passed, above: failed, decision: 'recommend' })).toBe('doubtful');
  });
});

describe('decisionProblems', () => {
  it('lets nobody onto the 推荐名单 below the pass score, after a refuting re-check, or twice', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const found = codes(decisionProblems('示例坊', 'recommend', '', all));
        expect(found.includes('result.notPassed')).toBe(all.county?.passed !== true);
        expect(found.includes('result.refuted')).toBe(all.above?.passed === false);
        expect(found.includes('result.decided')).toBe(all.decision !== null);
      }),
    );
  });

  it('wants a reason for 不予发放 and 通报', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('withhold' as const, 'criticise' as const), (all, kind) => {
        expect(codes(decisionProblems('示例坊', kind, '  ', all))).toContain('result.reason');
        expect(codes(decisionProblems('示例坊', kind, '弄虚作假', all))).not.toContain('result.reason');
      }),
    );
  });
});

describe('outside events', () => {
  const event = OutsideEventInput.parse({
    kind: 'citySample',
    happenedOn: '2021-10-20',
    lastDay: null,
    documentNo: '',
    place: '',
    note: '',
    workshops: [{ workshopId: '0190a5a0-0000-7000-8000-000000000001', score: null, veto: '' }],
  });
  const today = isoDate('2021-10-21');

  it('ask for what their kind needs', () => {
    const of = (kind: keyof typeof OUTSIDE_EVENTS, some: Partial<OutsideEventInput> = {}) =>
      codes(outsideProblems({ ...event, kind, ...some }, today));
    expect(of('citySample')).toEqual([]);
    expect(of('citySample', { workshops: [] })).toEqual(['outside.workshops']);
    expect(of('cityScores')).toEqual(['outside.score']);
    expect(of('resultPublicity')).toEqual(['outside.place', 'outside.lastDay']);
    expect(of('announcement')).toEqual(['outside.documentNo']);
    expect(of('annex', { happenedOn: isoDate('2021-10-22') })).toEqual(['outside.future']);
    const twice = [...event.workshops, ...event.workshops];
    expect(of('annex', { workshops: twice })).toEqual(['outside.twice']);
    const ended = { place: '市政府网站', lastDay: isoDate('2021-10-19') };
    expect(of('resultPublicity', ended)).toEqual(['outside.lastDay']);
  });

  it('count a ratio without rounding', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.integer({ min: 0, max: 100 }), (sampled, of, percent) => {
        expect(isEnough({ sampled, of, percent })).toBe(sampled * 100 >= percent * of);
      }),
    );
    const city = (sampled: number) => samplingWarnings([{ level: 'city', sampled, of: 5, percent: 50 }]);
    expect(codes(city(2))).toEqual(['sampling.city']);
    expect(city(3)).toEqual([]);
    expect(city(0)).toEqual([]);
  });
});
