import { describe, expect, it } from 'vitest';
import { isDeducted, pointsOf } from '../../../db/model/scoring/itemScore.ts';
import type { ScoreRule } from '../../../db/model/scoring/rules.ts';
import { SAMPLE_TABLE } from '../../../db/model/scoring/sampleTable.ts';
import {
  choicesOf,
  choose,
  chosenIn,
  fullAnswer,
  pressDigit,
  stepInBand,
} from '../../../renderer/scoring/answering.ts';
import { formOf, itemFrom } from '../../../renderer/scoring/itemForm.ts';

const lineOf = (code: string) => {
  const item = SAMPLE_TABLE.items.find((one) => one.code === code);
  if (!item) throw new Error(code);
  return item;
};

describe('number keys', () => {
  it('make up a count where occurrences are counted; the first digit replaces what was there', () => {
    const line = lineOf('1.2');
    const first = pressDigit(line, { way: 'deduction', count: 7 }, 1, true);
    expect(first).toEqual({ way: 'deduction', count: 1 });
    expect(pressDigit(line, first, 2, false)).toEqual({ way: 'deduction', count: 12 });
    expect(pressDigit(line, { way: 'deduction', count: 999 }, 4, false)).toEqual({
      way: 'deduction',
      count: 4,
    });
  });

  it('choose by place elsewhere; a key without a choice changes nothing', () => {
    expect(pressDigit(lineOf('1.1'), undefined, 2, true)).toEqual({
      way: 'threeConclusions',
      conclusion: 'basic',
    });
    expect(pressDigit(lineOf('2.5'), { way: 'yesNo', yes: true }, 9, true)).toEqual({
      way: 'yesNo',
      yes: true,
    });
    expect(pressDigit(lineOf('2.5'), undefined, 0, true)).toBeUndefined();
  });

  it('add classes that were found together, and take them out again, never the last', () => {
    const line = lineOf('3.4');
    const two = choose(line, choose(line, undefined, 1), 2);
    expect(two).toEqual({ way: 'worstClass', classes: [1, 2] });
    const one = choose(line, two, 1);
    expect(choose(line, one, 2)).toEqual({ way: 'worstClass', classes: [2] });
  });

  it('take a band at its best; arrows stay inside it', () => {
    const line = lineOf('2.2');
    const second = pressDigit(line, undefined, 2, true);
    expect(second).toEqual({ way: 'band', points: 50 });
    const lower = stepInBand(line, stepInBand(line, stepInBand(line, second, -1), -1), -1);
    expect(lower).toEqual({ way: 'band', points: 40 });
    expect(stepInBand(line, second, 1)).toEqual(second);
    expect(chosenIn(line, lower)).toEqual([1]);
  });
});

describe('every line of the sample', () => {
  it.each(SAMPLE_TABLE.items.map((item) => [item.code, item] as const))(
    '%s: space gives all of it',
    (_, item) => {
      const full = fullAnswer(item);
      expect(full && pointsOf(item, full)).toBe(item.points);
      expect(full && isDeducted(item, full)).toBe(false);
    },
  );

  it.each(SAMPLE_TABLE.items.map((item) => [item.code, item] as const))(
    '%s: each choice shows as chosen',
    (_, item) => {
      for (const [index, { answer }] of choicesOf(item).entries())
        expect(chosenIn(item, answer)).toEqual([index]);
    },
  );

  it('comes back from its form as it was', () => {
    for (const item of SAMPLE_TABLE.items)
      expect(itemFrom(formOf(item), item.id)).toEqual({ ok: true, value: item });
  });
});

describe('a typed line', () => {
  it('names the field that does not fit', () => {
    const form = formOf(lineOf('2.2'));
    const fields = (change: Partial<typeof form>) => {
      const made = itemFrom({ ...form, ...change });
      return made.ok ? [] : made.problems.map((one) => one.field);
    };
    expect(fields({ points: '四' })).toEqual(['points']);
    expect(fields({ options: '随便' })).toEqual(['options']);
    expect(fields({ content: ' ' })).toEqual(['content']);
  });

  it('of limits is starred when its weight is 关键项', () => {
    const rule: ScoreRule = { way: 'limits', weight: 'key' };
    const made = itemFrom({ ...formOf({ ...lineOf('1.1'), rule }), key: false });
    expect(made).toMatchObject({ ok: true, value: { key: true } });
  });
});
