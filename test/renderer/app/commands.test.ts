import { expect, test } from 'vitest';
import { COMMANDS, commandsFor } from '../../../renderer/app/commands.ts';

const keysFor = (query: string) => commandsFor(query).map((one) => one.key);

test('a page is found by its name, its initials or another word', () => {
  expect(keysFor('月报')).toEqual(['monthly']);
  expect(keysFor('jzyb')).toEqual(['monthly']);
  expect(keysFor('ＪＺＹＢ')).toEqual(['monthly']);
  expect(keysFor('设置 人员')).toEqual(['staff']);
  expect(keysFor('没有这一页')).toEqual([]);
});

test('without a query all pages are there, each key once', () => {
  expect(commandsFor('  ')).toHaveLength(COMMANDS.length);
  expect(new Set(COMMANDS.map((one) => one.key)).size).toBe(COMMANDS.length);
});
