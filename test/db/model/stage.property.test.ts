import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IsoDate, isoDate } from '../../../db/model/dates.ts';
import { publicityState } from '../../../db/model/publicity.ts';
import {
  INSPECTION_STAGES,
  NEXT_STEPS,
  RESULT_STAGES,
  STAGES,
  type StageFacts,
  stageOf,
} from '../../../db/model/stage.ts';

const day: fc.Arbitrary<IsoDate> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => isoDate(`2021-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`));
const maybeDay = fc.option(day, { nil: null });
const publicity = fc.record({
  firstDay: fc.constant(isoDate('2021-04-15')),
  lastDay: fc.constant(isoDate('2021-04-22')),
  cancelledOn: maybeDay,
  openObjections: fc.nat(2),
  removedOn: maybeDay,
});

/** Any records at all, also such as no transition leads to. */
const facts: fc.Arbitrary<StageFacts> = fc.record({
  withdrawnOn: maybeDay,
  review: fc.constantFrom('agree' as const, 'refuse' as const, null),
  selected: fc.constantFrom(true, false, null),
  publicity: fc.option(publicity, { nil: null }),
  onRoster: fc.boolean(),
  revision: fc.constantFrom(
    'draft' as const,
    'submitted' as const,
    'returned' as const,
    'signed' as const,
    null,
  ),
  worksStartedOn: maybeDay,
  openTasks: fc.option(fc.nat(3), { nil: null }),
  inspection: fc.record({
    open: fc.boolean(),
    county: fc.constantFrom('pass' as const, 'fail' as const, null),
    rectified: fc.boolean(),
    above: fc.constantFrom('pass' as const, 'fail' as const, null),
  }),
  award: fc.record({
    decision: fc.constantFrom('recommend' as const, 'withhold' as const, 'criticise' as const, null),
    decidedOn: maybeDay,
    announcedOn: maybeDay,
    paidOn: maybeDay,
  }),
});

describe('stageOf', () => {
  const check = (rule: (given: StageFacts, today: IsoDate, stage: ReturnType<typeof stageOf>) => void) =>
    fc.assert(
      fc.property(facts, day, (given, today) => {
        rule(given, today, stageOf(given, today));
      }),
    );

  it('always names one of the stages, with a next step', () => {
    check((_given, _today, stage) => {
      expect(STAGES[stage]).toBeDefined();
      expect(NEXT_STEPS[stage]).not.toBe('');
    });
  });

  it('says withdrawn exactly when there is a withdrawal', () => {
    check(({ withdrawnOn }, _today, stage) => expect(stage === 'withdrawn').toBe(withdrawnOn !== null));
  });

  it('never goes past a review that is open or refused, nor past a selection that was not made', () => {
    check((given, _today, stage) => {
      if (given.withdrawnOn !== null) return;
      if (given.review !== 'agree') expect(['awaitingReview', 'refused']).toContain(stage);
      else if (given.selected !== true) expect(['awaitingSelection', 'notSelected']).toContain(stage);
      else expect(['awaitingReview', 'refused', 'awaitingSelection', 'notSelected']).not.toContain(stage);
    });
  });

  it('speaks of a publicity only as its own state does', () => {
    check((given, today, stage) => {
      if (stage !== 'publicity' && stage !== 'publicityOver') return;
      const state = given.publicity && publicityState(given.publicity, today);
      const expected = stage === 'publicity' ? ['scheduled', 'running'] : ['awaitingObjections', 'closed'];
      expect(expected).toContain(state);
      expect(given.publicity?.removedOn).toBeNull();
    });
  });

  it('lets nobody plan or build who is not on the 创建名单, nor build before the signature', () => {
    check((given, _today, stage) => {
      const building = ['planning', 'drafting', 'awaitingSignature', 'returned', 'signed', 'inWorks'];
      if (building.includes(stage)) expect(given.onRoster && given.selected).toBe(true);
      if (stage === 'signed') expect(given.revision).toBe('signed');
    });
  });

  it('says the outcome of the scorings, the latest word having it, and only of who stands on the 创建名单', () => {
    check(({ inspection, onRoster, selected }, _today, stage) => {
      if (!INSPECTION_STAGES.includes(stage)) return;
      expect(onRoster && selected).toBe(true);
      const { open, county, above, rectified } = inspection;
      expect(stage === 'inspecting').toBe(open);
      if (open) return;
      const failed = above === 'fail' || county === 'fail';
      if (stage === 'countyPassed' || stage === 'recheckPassed') expect(failed).toBe(false);
      else expect(failed).toBe(true);
      if (failed) expect(stage === 'awaitingReinspection').toBe(rectified);
      if (stage === 'recheckPassed') expect([county, above]).toEqual(['pass', 'pass']);
    });
  });

  it('speaks of the award only of who stands recommended, and of none where a decision refuses it', () => {
    check(({ inspection, award }, _today, stage) => {
      if (!RESULT_STAGES.includes(stage)) return;
      const refused = award.decision === 'withhold' || award.decision === 'criticise';
      expect(stage === 'notAwarded').toBe(refused);
      if (refused) return;
      expect(inspection.open).toBe(false);
      expect([award.decision, inspection.county]).toEqual(['recommend', 'pass']);
      expect(inspection.above).not.toBe('fail');
      if (stage === 'awarded') expect(award.paidOn).not.toBeNull();
      if (stage === 'announced') expect([award.announcedOn === null, award.paidOn]).toEqual([false, null]);
    });
  });
});
