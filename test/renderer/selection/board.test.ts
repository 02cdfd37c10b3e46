import { expect, it } from 'vitest';
import { boardGroupOf, groupOfLink, namesOf } from '../../../renderer/selection/board.ts';

it('counts everything past the selection as 已入选', () => {
  expect(boardGroupOf('awaitingReview')).toBe('awaitingReview');
  expect(boardGroupOf('publicity')).toBe('selected');
  expect(boardGroupOf('inWorks')).toBe('selected');
  expect(boardGroupOf('removed')).toBe('removed');
});

it('follows a link only to a stage there is', () => {
  expect(groupOfLink('drafting')).toBe('selected');
  expect(groupOfLink('toString')).toBeUndefined();
  expect(groupOfLink(null)).toBeUndefined();
});

it('names a few and counts the rest', () => {
  const rows = ['甲坊', '乙坊', '丙坊', '丁坊'].map((name) => ({ name }));
  expect(namesOf(rows.slice(0, 2))).toBe('甲坊、乙坊');
  expect(namesOf(rows)).toBe('甲坊、乙坊、丙坊等4家');
});
