import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersFrom } from '../../../../db/model/import/answers.ts';
import { answerText, parseAnswer } from '../../../../db/model/scoring/answerText.ts';
import { optionsText, parseRule, wayNamed } from '../../../../db/model/scoring/optionsText.ts';
import { formatPoints, parsePoints } from '../../../../db/model/scoring/points.ts';
import { SAMPLE_TABLE } from '../../../../db/model/scoring/sampleTable.ts';
import { keysOf, SCORING_WAYS } from '../../../../db/model/terms.ts';
import { filledSheets } from './tables.ts';

describe('what people write', () => {
  it('says points as they are read', () => {
    fc.assert(fc.property(fc.nat(10_000), (points) => parsePoints(formatPoints(points)) === points));
    expect([parsePoints('4.25'), parsePoints('四'), parsePoints('-1'), parsePoints('０.５分')]).toEqual([
      null,
      null,
      null,
      5,
    ]);
  });

  it('says every rule and every answer so that it is read back as it was', () => {
    fc.assert(
      fc.property(filledSheets, ([table, answers]) => {
        for (const { rule } of table.items) {
          expect(parseRule(rule.way, optionsText(rule))).toEqual({ ok: true, rule });
        }
        for (const { itemId, answer } of answers) {
          const rule = table.items.find((item) => item.id === itemId)?.rule;
          expect(rule && parseAnswer(rule, answerText(rule, answer))).toEqual(answer);
        }
      }),
    );
  });

  it('knows the ways by their own names and by common ones', () => {
    for (const way of keysOf(SCORING_WAYS)) expect(wayNamed(SCORING_WAYS[way])).toBe(way);
    expect([
      wayNamed('扣分制'),
      wayNamed('是/否'),
      wayNamed('符合、基本符合、不符合'),
      wayNamed('随意'),
    ]).toEqual(['deduction', 'yesNo', 'threeConclusions', undefined]);
  });
});

describe('a typed sheet', () => {
  it('names the lines and results it cannot take', () => {
    const typed = (code: string, result: string) => ({ code, result, reason: '', place: `第${code}项` });
    const { answers, problems } = answersFrom(SAMPLE_TABLE, [
      typed('1.2', '2处'),
      typed('2.5', '是'),
      typed('1.1', '3'),
      typed('9.9', '是'),
    ]);
    expect(answers.map((one) => one.answer)).toEqual([
      { way: 'deduction', count: 2 },
      { way: 'yesNo', yes: true },
    ]);
    expect(problems.map((one) => one.message)).toEqual([
      '第1.1项：“3”不能作为第1.1项的结果，应填符合、基本符合或不符合',
      '第9.9项：评分表中没有编号“9.9”',
    ]);
  });
});
