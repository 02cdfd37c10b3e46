import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../reports/templates/xlsx/evaluate.ts';
import {
  moveInside,
  moveOutside,
  moveRanges,
  moveRows,
  offsetFormula,
} from '../../../reports/templates/xlsx/refs.ts';

const repeat = { row: 4, copies: 3 };
const outside = (formula: string): string =>
  moveOutside(formula, (sheet) => (sheet === undefined || sheet === '名 单' ? repeat : undefined));

describe('a formula outside the repeated row', () => {
  it.each([
    ['SUM(I4:I4)', 'SUM(I4:I6)'],
    ['SUM(I4)', 'SUM(I4:I6)'],
    ['SUM($I$4:$I$4)*2', 'SUM($I$4:$I$6)*2'],
    ['I4', 'I4'],
    ['ROUND(I4,2)', 'ROUND(I4,2)'],
    ['B5+B3', 'B7+B3'],
    ['SUM(A1:B9)', 'SUM(A1:B11)'],
    ["'名 单'!I5", "'名 单'!I7"],
    ['其他!I5', '其他!I5'],
    ['"见I5"&I5', '"见I5"&I7'],
    ['LOG10(I5)', 'LOG10(I7)'],
    ['合计_A5+A5', '合计_A5+A7'],
  ])('%s → %s', (before, after) => {
    expect(outside(before)).toBe(after);
  });

  it('stays as it is where the row stands once', () => {
    expect(moveOutside('SUM(I4:I4)+I5', () => ({ row: 4, copies: 1 }))).toBe('SUM(I4:I4)+I5');
  });
});

describe('a formula inside it', () => {
  it.each([
    ['H4*I4', 'H5*I5'],
    ['SUM($I$4:I4)', 'SUM($I$4:I5)'],
    ['A2', 'A2'],
    ['I5', 'I7'],
    ['RANK(C4,C$4:C$4)', 'RANK(C5,C$4:C$6)'],
    ['SUM(I4:I$4)', 'SUM(I5:I$6)'],
    ['I4/I$4', 'I5/I$4'],
  ])('%s → %s in the second copy', (before, after) => {
    expect(moveInside(before, repeat, 1)).toBe(after);
  });
});

it('moves ranges, rows and shared formulas', () => {
  expect(moveRanges('A4:C4 B7', repeat)).toBe('A4:C6 B9');
  expect(moveRows("'名 单'!$1:$3", repeat)).toBe("'名 单'!$1:$3");
  expect(moveRows("'名 单'!$5:$6", repeat)).toBe("'名 单'!$7:$8");
  expect(offsetFormula('A1*$B$1', 2, 1)).toBe('B3*$B$1');
});

describe('evaluating', () => {
  const cells: Readonly<Record<string, number | string | null>> = { A1: 1.1, A2: 2.2, A3: '文字', A4: null };
  const valueAt = (address: string) => cells[address];
  it.each([
    ['SUM(A1:A4)', 3.3],
    ['COUNTA(A1:A4)', 3],
    ['COUNT(A1:A4)', 2],
    ['(A1+A2)*2-1', 5.6],
    ['-A1/2', -0.55],
    ['SUM(A1,A2,3)', 6.3],
    ['SUM(A1:A2)/COUNT(A1:A2)', 1.65],
  ])('%s = %s', (formula, value) => {
    expect(evaluate(formula, valueAt)).toBe(value);
  });

  it.each(['VLOOKUP(A1,A1:A4,1)', 'A1/A4', 'A1+A3', 'B9+1', '1+', 'SUM(A1'])(
    'leaves %s to the office program',
    (formula) => {
      expect(evaluate(formula, valueAt)).toBeUndefined();
    },
  );
});
