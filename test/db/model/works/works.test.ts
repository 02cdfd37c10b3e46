import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../../../db/model/dates.ts';
import { fen, fromYuan } from '../../../../db/model/money.ts';
import { keepLines, PlanTask, type RevisionState, withLines } from '../../../../db/model/plan.ts';
import { PLAN_STATES, planState } from '../../../../db/model/planState.ts';
import {
  closeProblems,
  isFinished,
  isOverdue,
  NO_WORK,
  ownMoneyWarning,
  taskState,
  type WorkedTask,
  type WorkRecord,
  workProblems,
  worksTotals,
} from '../../../../db/model/works.ts';

const START = isoDate('2021-05-12');
const TODAY = isoDate('2021-09-01');

const day = fc.integer({ min: 0, max: 112 }).map((days) => addDays(START, days));
const amount = fc.option(fc.integer({ min: 0, max: 10_000_000 }).map(fen));

/** What can lie in the database: finished means 100 %, closed means finished. */
const record: fc.Arbitrary<WorkRecord> = fc
  .record({
    stage: fc.constantFrom('open', 'finished', 'closed'),
    progressPercent: fc.integer({ min: 0, max: 99 }),
    costOwn: amount,
    costOther: amount,
    finishedOn: day,
  })
  .map(({ stage, progressPercent, finishedOn, ...costs }) => ({
    ...NO_WORK,
    ...costs,
    progressPercent: stage === 'open' ? progressPercent : 100,
    finishedOn: stage === 'open' ? null : finishedOn,
    closedOn: stage === 'closed' ? TODAY : null,
    closedBy: stage === 'closed' ? '示例帮扶' : '',
  }));

const worked: fc.Arbitrary<WorkedTask> = fc.record({
  budgetOwn: amount,
  budgetOther: amount,
  dueOn: fc.option(day),
  work: record,
});
const tasks = fc.array(worked, { maxLength: 12 });

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, one) => total + (one ?? 0), 0);

describe('worksTotals', () => {
  it('adds up to the fen, dropped tasks in the money and not in the progress', () => {
    fc.assert(
      fc.property(tasks, tasks, (kept, dropped) => {
        const totals = worksTotals(kept, dropped, TODAY);
        expect(totals.spentOwn).toBe(sum([...kept, ...dropped].map((one) => one.work.costOwn)));
        expect(totals.spentOther).toBe(sum([...kept, ...dropped].map((one) => one.work.costOther)));
        expect(totals.budgetOwn).toBe(sum(kept.map((one) => one.budgetOwn)));
        expect(totals.tasks).toBe(kept.length);
        expect(totals.closed).toBeLessThanOrEqual(totals.finished);
        expect(totals.finished + totals.overdue).toBeLessThanOrEqual(totals.tasks);
      }),
    );
  });

  it('says 100 % only when every task is at 100, and finished only when every one is closed', () => {
    fc.assert(
      fc.property(tasks, (kept) => {
        const totals = worksTotals(kept, [], TODAY);
        const all = kept.length > 0 && kept.every((one) => one.work.progressPercent === 100);
        expect(totals.progressPercent === 100).toBe(all);
        expect(isFinished(totals)).toBe(kept.length > 0 && kept.every((one) => one.work.closedOn !== null));
        if (isFinished(totals)) expect(totals.progressPercent).toBe(100);
      }),
    );
  });
});

describe('taskState', () => {
  it('never contradicts the record', () => {
    fc.assert(
      fc.property(record, fc.option(day), (work, dueOn) => {
        const state = taskState(work);
        expect(state === 'closed').toBe(work.closedOn !== null);
        expect(state === 'finished' || state === 'closed').toBe(work.finishedOn !== null);
        if (state === 'notStarted') expect(work.progressPercent).toBe(0);
        if (isOverdue(dueOn, work, TODAY)) expect(state === 'notStarted' || state === 'doing').toBe(true);
      }),
    );
  });
});

describe('workProblems', () => {
  const codes = (work: Partial<WorkRecord>) =>
    workProblems({ ...NO_WORK, ...work }, { startedOn: START, today: TODAY, name: '第1项任务' }).map(
      (one) => one.code,
    );

  it('keeps completion between the start of works and today', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), (days) => {
        const finishedOn = addDays(START, days);
        const inside = finishedOn >= START && finishedOn <= TODAY;
        expect(codes({ progressPercent: 100, finishedOn })).toEqual(inside ? [] : ['works.finishedOn']);
      }),
    );
  });

  it('wants 100 % with a day of completion, and no negative costs', () => {
    expect(codes({ progressPercent: 90, finishedOn: START })).toEqual(['works.progressPercent']);
    expect(codes({ costOwn: fen(-1), costOther: fen(-1) })).toEqual(['works.costOwn', 'works.costOther']);
    expect(codes({ progressPercent: 100 })).toEqual([]);
  });
});

describe('closeProblems', () => {
  const finished = { ...NO_WORK, progressPercent: 100, finishedOn: isoDate('2021-08-01') };
  const close = (work: WorkRecord, closedOn: string, photosAfter: number, noPhotoReason = '') =>
    closeProblems(
      work,
      { closedOn: isoDate(closedOn), closedBy: '示例帮扶', noPhotoReason },
      { photosAfter, today: TODAY, name: '第1项任务' },
    ).map((one) => one.code);

  it('asks for a finished task, a day after completion, and a photo or a reason', () => {
    expect(close(NO_WORK, '2021-08-01', 1)).toEqual(['works.unfinished']);
    expect(close(finished, '2021-07-31', 1)).toEqual(['works.closedOn']);
    expect(close(finished, '2021-09-02', 1)).toEqual(['works.closedOn']);
    expect(close(finished, '2021-08-01', 0)).toEqual(['works.photo']);
    expect(close(finished, '2021-08-01', 0, '设备在库房，无法拍摄')).toEqual([]);
    expect(close(finished, '2021-08-01', 1)).toEqual([]);
    expect(close({ ...finished, closedOn: TODAY }, '2021-08-01', 1)).toEqual(['works.closed']);
  });
});

describe('ownMoneyWarning', () => {
  it('warns below the minimum and never refuses', () => {
    expect(ownMoneyWarning(fromYuan(10_000), fromYuan(10_000))).toBeNull();
    expect(ownMoneyWarning(fromYuan(9_999.99), fromYuan(10_000))).toMatchObject({
      severity: 'warning',
      message: '业主自筹实际投入9,999.99元，应不低于10,000元，还差0.01元',
    });
  });
});

describe('planState', () => {
  const revision = fc.constantFrom<RevisionState>('draft', 'submitted', 'returned', 'signed');
  it('is the revision’s before the works, and finished only with nothing open and nothing changing', () => {
    fc.assert(
      fc.property(revision, fc.boolean(), fc.integer({ min: 0, max: 3 }), (state, begun, open) => {
        const worksStartedOn = begun ? START : null;
        const derived = planState({ revision: state, worksStartedOn, openTasks: begun ? open : null });
        expect(derived in PLAN_STATES).toBe(true);
        if (!begun) expect(derived).toBe(state);
        else expect(derived === 'finished').toBe(state === 'signed' && open === 0);
        expect(derived === 'changing').toBe(begun && state !== 'signed');
      }),
    );
  });
});

describe('lines', () => {
  const uuid = (n: number): string => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const taskWith = (id: number, line: string, measure: string) =>
    PlanTask.parse({
      id: uuid(id),
      line,
      category: null,
      problem: '',
      measure,
      standard: '',
      budgetOwn: null,
      budgetOther: null,
      dueOn: null,
      responsible: '',
    });

  it('are kept, given to new tasks, and never shared', () => {
    const given = withLines([taskWith(1, uuid(9), '甲'), taskWith(2, '', '乙'), taskWith(3, uuid(9), '丙')]);
    expect(given.map((one) => one.line)).toEqual([uuid(9), uuid(2), uuid(3)]);
  });

  it('are found again by the words of the task', () => {
    const earlier = [taskWith(1, uuid(9), '甲')];
    const kept = keepLines([taskWith(2, '', '甲'), taskWith(3, '', '乙')], earlier);
    expect(kept.map((one) => one.line)).toEqual([uuid(9), '']);
  });
});
