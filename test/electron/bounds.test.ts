import { expect, test } from 'vitest';
import { placeWindow, smallestSize } from '../../electron/bounds.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const beside = { x: 1366, y: 0, width: 1920, height: 1040 };

test('a first window is centred and fits the screen', () => {
  expect(placeWindow(undefined, [laptop])).toEqual(laptop);
  expect(placeWindow(undefined, [{ x: 0, y: 0, width: 1920, height: 1040 }])).toEqual({
    x: 277,
    y: 136,
    width: 1366,
    height: 768,
  });
});

test('a remembered place is kept while its screen is there', () => {
  const remembered = { x: 1500, y: 100, width: 1200, height: 700 };
  expect(placeWindow(remembered, [laptop, beside])).toEqual(remembered);
});

test('a place on a screen that is gone becomes the middle of the first', () => {
  const remembered = { x: 1500, y: 100, width: 1200, height: 700 };
  expect(placeWindow(remembered, [laptop])).toEqual({ x: 83, y: 14, width: 1200, height: 700 });
});

test.each([
  ['above', { x: 100, y: -40, width: 1000, height: 600 }],
  ['below', { x: 100, y: 720, width: 1000, height: 600 }],
  ['left', { x: -950, y: 10, width: 1000, height: 600 }],
])('a title bar out of reach %s is brought back', (_where, remembered) => {
  expect(placeWindow(remembered, [laptop])).toEqual({ x: 183, y: 64, width: 1000, height: 600 });
});

test('a window larger than its screen is made smaller', () => {
  expect(placeWindow({ x: 0, y: 0, width: 3000, height: 2000 }, [laptop])).toEqual(laptop);
});

test('at 200 % scaling the window may be as small as the screen', () => {
  expect(smallestSize([laptop])).toEqual({ width: 1024, height: 640 });
  expect(smallestSize([laptop, { x: 0, y: 0, width: 683, height: 344 }])).toEqual({
    width: 683,
    height: 344,
  });
  expect(smallestSize([])).toEqual({ width: 1024, height: 640 });
});
