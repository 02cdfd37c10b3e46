import { expect, it } from 'vitest';
import { filledWidths } from '../../../renderer/shared/filledWidths.ts';

it('grows all columns alike to the width there is, to the last pixel', () => {
  expect(filledWidths([48, 100, 200], 697)).toEqual([96, 200, 401]);
  expect(filledWidths([0, 100, 200], 1000)).toEqual([0, 333, 667]);
});

it('leaves columns that need more, or that nothing is known about yet', () => {
  expect(filledWidths([48, 100, 200], 300)).toEqual([48, 100, 200]);
  expect(filledWidths([48, 100, 200], 0)).toEqual([48, 100, 200]);
  expect(filledWidths([], 300)).toEqual([]);
});
