import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workCalendar } from '../../../db/model/calendar.ts';
import { addDays, isoDate } from '../../../db/model/dates.ts';
import { newId, WorkshopId } from '../../../db/model/ids.ts';
import { NOT_INSPECTED } from '../../../db/model/inspection.ts';
import { fromYuan } from '../../../db/model/money.ts';
import { lastDayOf, monthlyReport, reportMonths } from '../../../db/model/monthly.ts';
import {
  backwardSchedule,
  dueOfStage,
  membersOf,
  unvisitedDays,
  watchCounts,
} from '../../../db/model/overview.ts';
import { defaultPolicy } from '../../../db/model/policy.ts';
import { NOT_DECIDED, STAGES, type Stage } from '../../../db/model/stage.ts';
import { keysOf } from '../../../db/model/terms.ts';
import { timelineOf } from '../../../db/model/timeline.ts';
import { MILESTONES, reached, type WorkshopFacts } from '../../../db/model/yearFacts.ts';

const POLICY = defaultPolicy(2021, 5);
const rulesOn = (day: string) => ({ policy: POLICY, calendar: workCalendar(), today: isoDate(day) });

const facts = (given: Partial<WorkshopFacts> = {}): WorkshopFacts => ({
  workshopId: newId(WorkshopId),
  stage: 'inWorks',
  appliedOn: isoDate('2021-04-06'),
  withdrawnOn: null,
  reviews: [{ level: 'leader', opinion: 'agree', reviewedOn: isoDate('2021-04-10') }],
  decisions: [{ selected: true, decidedOn: isoDate('2021-04-12') }],
  removedOn: null,
  publishedOn: isoDate('2021-04-15'),
  rosterOn: isoDate('2021-04-26'),
  waitingSince: null,
  signedOn: isoDate('2021-05-10'),
  startedOn: isoDate('2021-05-12'),
  planned: { own: fromYuan(12_000), other: fromYuan(0) },
  tasks: [{ dueOn: isoDate('2021-06-30'), finishedOn: null, closedOn: null }],
  spent: [],
  helperSince: isoDate('2021-05-01'),
  scorings: [],
  visits: [],
  ...given,
});

const counts = (one: WorkshopFacts, day: string) =>
  Object.fromEntries(watchCounts([one], rulesOn(day)).map(({ figure, count }) => [figure, count]));

describe('盯办', () => {
  it('is overdue exactly when the timeline of the workshop shows a late step', () => {
    const dates = {
      appliedOn: null,
      reviewedOn: null,
      selectedOn: null,
      submittedOn: null,
      signedOn: null,
      finishedOn: null,
      inspectedOn: null,
    };
    const stageFacts = {
      withdrawnOn: null,
      review: null,
      selected: null,
      publicity: null,
      onRoster: false,
      revision: null,
      worksStartedOn: null,
      inspection: NOT_INSPECTED,
    };
    const anyDay = fc.integer({ min: 0, max: 364 }).map((days) => addDays(isoDate('2021-01-01'), days));
    fc.assert(
      fc.property(fc.constantFrom<Stage>(...keysOf(STAGES)), anyDay, (stage, today) => {
        const steps = timelineOf(
          stage,
          { ...stageFacts, openTasks: null, award: NOT_DECIDED },
          dates,
          POLICY,
          today,
        );
        const due = dueOfStage(stage, POLICY);
        expect(due !== null && today > due).toBe(steps.some((step) => step.state === 'late'));
      }),
    );
  });

  it('counts days since the last visit, or since the helper was named', () => {
    expect(unvisitedDays(facts(), isoDate('2021-06-01'))).toBe(31);
    expect(unvisitedDays(facts({ visits: [isoDate('2021-05-20')] }), isoDate('2021-06-01'))).toBe(12);
    expect(
      unvisitedDays(facts({ stage: 'withdrawn', withdrawnOn: isoDate('2021-05-30') }), isoDate('2021-06-01')),
    ).toBeNull();
    expect(counts(facts(), '2021-05-30').unvisited).toBe(0);
    expect(counts(facts(), '2021-05-31').unvisited).toBe(1);
  });

  it('a task is late on the day after its deadline, and no more once it is finished', () => {
    expect(counts(facts(), '2021-06-30').lateTasks).toBe(0);
    expect(counts(facts(), '2021-07-01').lateTasks).toBe(1);
    const finished = [{ dueOn: isoDate('2021-06-30'), finishedOn: isoDate('2021-07-02'), closedOn: null }];
    expect(counts(facts({ tasks: finished }), '2021-07-03').lateTasks).toBe(0);
  });

  it('the longest wait comes first and says how long', () => {
    const waiting = (day: string) =>
      facts({ stage: 'awaitingSignature', waitingSince: isoDate(day), signedOn: null, startedOn: null });
    const members = membersOf(
      'unsigned',
      [waiting('2021-05-20'), waiting('2021-05-08')],
      rulesOn('2021-05-20'),
    );
    expect(members.map((one) => one.note)).toEqual(['已等待12天', '今天提交']);
  });
});

describe('倒排工期', () => {
  it('moves 2021-11-20, a Saturday, to the Friday before and counts back from there', () => {
    const steps = Object.fromEntries(backwardSchedule(rulesOn('2021-06-10')).map((one) => [one.key, one]));
    expect(steps.summary).toMatchObject({ latestOn: '2021-11-19', note: '2021-11-20为休息日，提前报送' });
    // Posted on 11-11 the seven days end on 11-18, the day before the summary goes up.
    expect(steps.result?.latestOn).toBe('2021-11-11');
    expect(steps.inspection?.latestOn).toBe('2021-11-10');
    expect(steps.worksEnd).toMatchObject({ latestOn: '2021-09-30', state: 'next', daysLeft: 112 });
    expect(steps.start?.state).toBe('past');
  });
});

describe('里程碑', () => {
  it('each but the first needs the one before up to the end of the works, on every day', () => {
    const day = fc.integer({ min: 90, max: 330 }).map((days) => addDays(isoDate('2021-01-01'), days));
    const one = facts({
      tasks: [{ dueOn: null, finishedOn: isoDate('2021-07-01'), closedOn: isoDate('2021-07-02') }],
    });
    fc.assert(
      fc.property(day, fc.option(day), (today, withdrawnOn) => {
        const passed = keysOf(MILESTONES).map((milestone) =>
          reached({ ...one, withdrawnOn }, milestone, today),
        );
        const first = passed.indexOf(false);
        if (first >= 0) expect(passed.slice(first).every((flag) => !flag)).toBe(true);
      }),
    );
  });

  it('验收合格 goes by the latest scoring, the county’s and what was found above it', () => {
    const at = (day: string, county: boolean, passed: boolean) => ({ on: isoDate(day), county, passed });
    const one = facts({
      scorings: [
        at('2021-10-11', true, false),
        at('2021-10-20', true, true),
        at('2021-11-01', false, false),
        at('2021-11-10', true, true),
      ],
    });
    const days = ['2021-10-10', '2021-10-11', '2021-10-20', '2021-11-01', '2021-11-10'];
    expect(days.map((day) => reached(one, 'passed', isoDate(day)))).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  it('an opinion taken back later still counted in the month before', () => {
    const one = facts({
      reviews: [
        { level: 'leader', opinion: 'agree', reviewedOn: isoDate('2021-04-10') },
        { level: 'leader', opinion: 'retracted', reviewedOn: isoDate('2021-05-10') },
      ],
    });
    expect(reached(one, 'agreed', isoDate('2021-04-30'))).toBe(true);
    expect(reached(one, 'agreed', isoDate('2021-05-31'))).toBe(false);
  });
});

describe('进展月报', () => {
  it('knows the months that have begun and their last days', () => {
    expect(reportMonths(POLICY, isoDate('2021-06-10'))).toEqual([
      '2021-06',
      '2021-05',
      '2021-04',
      '2021-03',
      '2021-02',
    ]);
    expect(reportMonths(POLICY, isoDate('2022-03-01'))[0]).toBe('2021-11');
    expect(lastDayOf('2024-02')).toBe('2024-02-29');
    expect(lastDayOf('2021-12')).toBe('2021-12-31');
  });

  it('measures each item by its target and says so in a sentence', () => {
    const report = monthlyReport(
      [facts(), facts({ signedOn: null, startedOn: null, tasks: [] })],
      POLICY,
      '2021-06',
      isoDate('2021-07-05'),
    );
    expect(report.lines.find((line) => line.item === '方案签批')).toMatchObject({
      target: 2,
      done: 1,
      rate: 500,
    });
    expect(report.text).toMatch(/^截至2021年6月30日，受理申请2家，审核通过2家，/);
    expect(report.text).toContain('方案签批1家（目标2家，完成率50%）');
    expect(report.text).not.toMatch(/(?<!\d)0[家项次元]/);
  });

  it('counts scorings, and asks for no visit to those who had passed before the month', () => {
    const passed = facts({
      visits: [isoDate('2021-10-05')],
      scorings: [{ on: isoDate('2021-10-11'), county: true, passed: true }],
    });
    const failed = facts({ scorings: [{ on: isoDate('2021-10-12'), county: true, passed: false }] });
    const lineOf = (month: string, item: string) =>
      monthlyReport([passed, failed], POLICY, month, isoDate('2021-12-01')).lines.find(
        (line) => line.item === item,
      );
    expect(lineOf('2021-10', '县级考评')).toMatchObject({ target: 2, done: 2, rate: 1000 });
    expect(lineOf('2021-10', '考评达标')).toMatchObject({ target: 2, done: 1, rate: 500 });
    expect(lineOf('2021-10', '本月走访帮扶')).toMatchObject({ target: 2, done: 1, note: '共1次' });
    expect(lineOf('2021-11', '本月走访帮扶')).toMatchObject({ target: 1, done: 0, note: '' });
  });

  it('rounds a rate, yet what is not done is never 100%, nor what has begun 0%', () => {
    const spent = (own: number) =>
      monthlyReport(
        [
          facts({
            planned: { own: fromYuan(100_000), other: fromYuan(0) },
            spent: [{ own: fromYuan(own), other: fromYuan(0), finishedOn: isoDate('2021-06-05') }],
          }),
        ],
        POLICY,
        '2021-06',
        isoDate('2021-07-05'),
      );
    const rates = [10, 68_750, 99_999, 100_000, 120_000].map(
      (own) => spent(own).lines.find((line) => line.item === '业主自筹投入')?.rate,
    );
    expect(rates).toEqual([1, 688, 999, 1000, 1200]);
    expect(spent(68_750).text).toContain('业主自筹投入68,750元（计划100,000元，完成率68.8%）');
  });
});
