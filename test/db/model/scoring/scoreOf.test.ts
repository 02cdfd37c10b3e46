import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFailure, pointsOf } from '../../../../db/model/scoring/itemScore.ts';
import type { Answer, ScoreRule } from '../../../../db/model/scoring/rules.ts';
import { answerProblems, scoreOf } from '../../../../db/model/scoring/scoreOf.ts';
import { answered, bestAnswer, filledSheets, itemWith, tableWith } from './tables.ts';

const BANDS: ScoreRule = {
  way: 'band',
  bands: [
    { label: '好', from: 35, to: 40 },
    { label: '一般', from: 20, to: 34 },
    { label: '差', from: 0, to: 19 },
  ],
};
const CLASSES: ScoreRule = {
  way: 'worstClass',
  classes: [
    { label: '低', points: 40 },
    { label: '中', points: 20 },
    { label: '高', points: 5 },
  ],
};

describe('each way of scoring, at a line of 4 points', () => {
  const cases: readonly (readonly [ScoreRule, Answer, number])[] = [
    [BANDS, { way: 'band', points: 37 }, 37],
    [BANDS, { way: 'band', points: 90 }, 40],
    [{ way: 'deduction', each: 5 }, { way: 'deduction', count: 0 }, 40],
    [{ way: 'deduction', each: 5 }, { way: 'deduction', count: 3 }, 25],
    [{ way: 'deduction', each: 5 }, { way: 'deduction', count: 9 }, 0],
    [{ way: 'yesNo' }, { way: 'yesNo', yes: true }, 40],
    [{ way: 'yesNo' }, { way: 'yesNo', yes: false }, 0],
    [{ way: 'threeConclusions', basic: 25 }, { way: 'threeConclusions', conclusion: 'meets' }, 40],
    [{ way: 'threeConclusions', basic: 25 }, { way: 'threeConclusions', conclusion: 'basic' }, 25],
    [{ way: 'threeConclusions', basic: 25 }, { way: 'threeConclusions', conclusion: 'fails' }, 0],
    [{ way: 'limits', weight: 'key' }, { way: 'limits', meets: true }, 40],
    [{ way: 'limits', weight: 'key' }, { way: 'limits', meets: false }, 0],
    [CLASSES, { way: 'worstClass', classes: [0] }, 40],
    [CLASSES, { way: 'worstClass', classes: [0, 2, 1] }, 5],
    [BANDS, { way: 'absent' }, 40],
  ];
  it.each(cases)('%o with %o gives %i tenths', (rule, answer, expected) => {
    expect(pointsOf(itemWith(rule), answer)).toBe(expected);
  });

  it('takes no answer of another way, and no class that is not there', () => {
    expect(pointsOf(itemWith(BANDS), { way: 'yesNo', yes: true })).toBeNull();
    expect(pointsOf(itemWith(CLASSES), { way: 'worstClass', classes: [3] })).toBeNull();
  });

  it('fails a starred line that is only 基本符合', () => {
    const basic: Answer = { way: 'threeConclusions', conclusion: 'basic' };
    const rule: ScoreRule = { way: 'threeConclusions', basic: 20 };
    expect(isFailure(itemWith(rule, { key: true }), basic)).toBe(true);
    expect(isFailure(itemWith(rule), basic)).toBe(false);
  });
});

describe('a sheet', () => {
  const yes: Answer = { way: 'yesNo', yes: true };
  const no: Answer = { way: 'yesNo', yes: false };
  const veto = itemWith({ way: 'yesNo' }, { code: 'V1', veto: true, points: 0, section: '否决项' });
  const first = itemWith({ way: 'yesNo' }, { code: '1.1', points: 500, section: '一' });
  const second = itemWith({ way: 'yesNo' }, { code: '2.1', points: 500, section: '二' });
  const table = tableWith([veto, first, second]);

  it('is vetoed whatever its points', () => {
    const score = scoreOf(table, [answered(veto, no), answered(first, yes), answered(second, yes)], 900);
    expect(score).toMatchObject({ total: 1000, vetoed: ['V1'], conclusion: 'vetoed' });
  });

  it('names what is missing, then passes or not', () => {
    const part = [answered(veto, yes), answered(first, yes)];
    expect(scoreOf(table, part, 900)).toMatchObject({ missing: ['2.1'], conclusion: 'incomplete' });
    expect(scoreOf(table, [...part, answered(second, no)], 900)).toMatchObject({
      total: 500,
      conclusion: 'below',
    });
    expect(scoreOf(table, [...part, answered(second, yes)], 900).conclusion).toBe('pass');
  });

  it('passes at the pass score itself', () => {
    const all = [answered(veto, yes), answered(first, yes), answered(second, no)];
    expect(scoreOf(table, all, 500).conclusion).toBe('pass');
    expect(scoreOf(table, all, 501).conclusion).toBe('below');
  });

  it('breaks limits of key, major and all other failures', () => {
    const key = itemWith({ way: 'limits', weight: 'key' }, { code: 'A', key: true });
    const major = itemWith({ way: 'limits', weight: 'major' }, { code: 'B' });
    const general = itemWith({ way: 'limits', weight: 'general' }, { code: 'C' });
    const limited = tableWith([key, major, general], { key: 0, major: 1, others: 1 });
    const fails: Answer = { way: 'limits', meets: false };
    const meets: Answer = { way: 'limits', meets: true };
    const of = (a: Answer, b: Answer, c: Answer) =>
      scoreOf(limited, [answered(key, a), answered(major, b), answered(general, c)], 0);
    expect(of(meets, fails, meets).conclusion).toBe('pass');
    expect(of(fails, meets, meets)).toMatchObject({
      conclusion: 'limitsBroken',
      limitsBroken: ['关键项不符合1项，最多允许0项'],
    });
    expect(of(meets, fails, fails).limitsBroken).toEqual(['重点项和一般项合计不符合2项，最多允许1项']);
  });

  it('counts 合理缺项 as its table says', () => {
    const absent: Answer = { way: 'absent' };
    const totalWith = (absence: 'full' | 'zero' | 'scaled', other: Answer) =>
      scoreOf(tableWith([first, second], { absence }), [answered(first, absent), answered(second, other)], 0)
        .total;
    expect([totalWith('full', no), totalWith('zero', yes), totalWith('scaled', yes)]).toEqual([
      500, 500, 1000,
    ]);
    expect(scoreOf(tableWith([first], { absence: 'scaled' }), [answered(first, absent)], 0).total).toBe(0);
  });

  it('asks for a reason of each deduction and each absence, and for points inside a band', () => {
    const banded = itemWith({ way: 'band', bands: [{ label: '好', from: 30, to: 40 }] }, { code: '3.1' });
    const codes = (answers: Parameters<typeof answerProblems>[1]) =>
      answerProblems(tableWith([veto, first, banded]), answers).map((one) => one.code);
    expect(codes([answered(first, no)])).toEqual(['score.answer.reason']);
    expect(codes([answered(first, no, '示例原因')])).toEqual([]);
    expect(codes([answered(first, { way: 'absent' })])).toEqual(['score.answer.reason']);
    expect(codes([answered(veto, { way: 'absent' }, '示例')])).toEqual(['score.answer.veto']);
    expect(codes([answered(banded, { way: 'band', points: 20 }, '示例')])).toEqual(['score.answer.band']);
    expect(codes([answered(second, yes)])).toEqual(['score.answer.unknown']);
  });
});

describe('any sheet', () => {
  it('sums up its sections, stays between nothing and full marks, and does not mind the order', () => {
    fc.assert(
      fc.property(filledSheets, ([table, answers]) => {
        const score = scoreOf(table, answers, 900);
        const sum = score.sections.reduce((total, one) => total + one.points, 0);
        if (table.limits.absence === 'scaled') expect(score.total).toBeGreaterThanOrEqual(sum);
        else expect(score.total).toBe(sum);
        for (const section of score.sections) {
          expect(section.points).toBeGreaterThanOrEqual(0);
          expect(section.points).toBeLessThanOrEqual(section.full);
        }
        expect(score.total).toBeLessThanOrEqual(score.full);
        expect(Number.isInteger(score.total)).toBe(true);
        expect(scoreOf(table, [...answers].reverse(), 900)).toEqual(score);
      }),
    );
  });

  it('loses nothing when one line is answered better', () => {
    fc.assert(
      fc.property(filledSheets, fc.nat(), ([table, answers], pick) => {
        const item = table.items[pick % table.items.length];
        if (!item) return;
        const given = answers.find((one) => one.itemId === item.id);
        // Where the rest is scaled up, a line that does not apply may be worth more than a good answer.
        if (given?.answer.way === 'absent' && table.limits.absence === 'scaled') return;
        const better = [...answers.filter((one) => one !== given), answered(item, bestAnswer(item))];
        const before = scoreOf(table, answers, 900);
        const after = scoreOf(table, better, 900);
        expect(after.total).toBeGreaterThanOrEqual(before.total);
        expect(after.missing.length).toBeLessThanOrEqual(before.missing.length);
        expect(after.limitsBroken.length).toBeLessThanOrEqual(before.limitsBroken.length);
      }),
    );
  });
});
