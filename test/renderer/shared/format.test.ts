import { expect, test } from 'vitest';
import { fromSquareMetres } from '../../../db/model/area.ts';
import { fromYuan } from '../../../db/model/money.ts';
import {
  areaText,
  durationText,
  momentText,
  orBlank,
  sizeText,
  yuanText,
} from '../../../renderer/shared/format.ts';

test('figures carry their unit, and what is missing a dash', () => {
  expect(yuanText(fromYuan(12_345.5))).toBe('12,345.50元');
  expect(areaText(fromSquareMetres(30.5))).toBe('30.5㎡');
  expect([yuanText(null), areaText(null), orBlank(''), orBlank(null)]).toEqual(['—', '—', '—', '—']);
});

test('a moment is shown by the office clock, whatever the zone of the PC', () => {
  expect(momentText('2021-04-05T01:30:00.000Z')).toBe('2021-04-05 09:30');
  expect(momentText('2021-12-31T16:00:00Z')).toBe('2022-01-01 00:00');
});

test('sizes and times read as people say them', () => {
  expect([sizeText(12), sizeText(1536), sizeText(5 * 1024 ** 2), sizeText(3 * 1024 ** 3)]).toEqual([
    '12 B',
    '1.5 KB',
    '5.0 MB',
    '3.00 GB',
  ]);
  expect([durationText(200), durationText(42_000), durationText(60_000), durationText(75_000)]).toEqual([
    '约1秒',
    '约42秒',
    '约1分钟',
    '约1分15秒',
  ]);
});
