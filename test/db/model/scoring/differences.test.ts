import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../../db/model/dates.ts';
import { compareLevels, type LevelSheet } from '../../../../db/model/scoring/differences.ts';
import { SAMPLE_TABLE } from '../../../../db/model/scoring/sampleTable.ts';
import { type ItemAnswer, scoreOf } from '../../../../db/model/scoring/scoreOf.ts';
import type { ScoreTable } from '../../../../db/model/scoring/table.ts';
import type { InspectionLevel } from '../../../../db/model/terms.ts';
import { answered, bestAnswer } from './tables.ts';

const best = SAMPLE_TABLE.items.map((item) => answered(item, bestAnswer(item)));
const deductions = SAMPLE_TABLE.items.filter((item) => item.rule.way === 'deduction' && !item.veto);

const sheetOf = (
  level: InspectionLevel,
  answers: readonly ItemAnswer[],
  table: ScoreTable = SAMPLE_TABLE,
): LevelSheet => ({
  level,
  inspectedOn: isoDate('2021-10-20'),
  table,
  answers,
  score: scoreOf(table, answers, 900),
  reported: false,
});

/** The best sheet with one finding at each line named. */
const withFindings = (codes: readonly string[]): readonly ItemAnswer[] =>
  SAMPLE_TABLE.items.map((item) =>
    codes.includes(item.code)
      ? answered(item, { way: 'deduction', count: 1 }, '示例问题')
      : answered(item, bestAnswer(item)),
  );
const someCodes = fc.subarray(deductions.map((item) => item.code));

describe('the difference between levels', () => {
  it('is exactly the lines that were not seen alike, whatever the order of the sheets', () => {
    fc.assert(
      fc.property(someCodes, someCodes, (left, right) => {
        const self = sheetOf('self', withFindings(left));
        const county = sheetOf('county', withFindings(right));
        const found = compareLevels([self, county]);
        const differing = deductions
          .map((item) => item.code)
          .filter((code) => left.includes(code) !== right.includes(code));
        expect(found.lines.map((line) => line.code).sort()).toEqual([...differing].sort());
        expect(compareLevels([county, self])).toEqual(found);
        expect(found.totals.map((one) => one.level)).toEqual(['self', 'county']);
        expect(found.totals[1]?.change).toBe((county.score.total ?? 0) - (self.score.total ?? 0));
      }),
    );
  });

  it('is none of a sheet with itself', () => {
    fc.assert(
      fc.property(someCodes, (codes) => {
        const answers = withFindings(codes);
        expect(compareLevels([sheetOf('county', answers), sheetOf('city', answers)]).lines).toEqual([]);
      }),
    );
  });

  it('names a veto line by what was found, since it carries no points', () => {
    const veto = SAMPLE_TABLE.items.find((item) => item.veto);
    if (!veto) throw new Error('no veto line');
    const failed = best.map((one) =>
      one.itemId === veto.id ? answered(veto, { way: 'yesNo', yes: false }, '示例') : one,
    );
    const [line] = compareLevels([sheetOf('self', best), sheetOf('county', failed)]).lines;
    expect(line).toMatchObject({ code: veto.code, veto: true });
    expect(line?.levels.map((one) => one.points)).toEqual([null, null]);
    expect(new Set(line?.levels.map((one) => one.said)).size).toBe(2);
  });

  it('matches lines by their code where the levels used different versions of a table', () => {
    const other: ScoreTable = {
      ...SAMPLE_TABLE,
      items: SAMPLE_TABLE.items.filter((item) => item.code !== deductions[0]?.code),
    };
    const answers = best.filter((one) => other.items.some((item) => item.id === one.itemId));
    expect(compareLevels([sheetOf('self', best), sheetOf('county', answers, other)]).lines).toEqual([]);
  });
});
