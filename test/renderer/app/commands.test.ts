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

test('every page of the year is found by the name it has in the menu', () => {
  const pages = [
    '动员部署',
    '小作坊',
    '申请遴选',
    '公示',
    '改造方案',
    '帮扶',
    '考评验收',
    '名单与奖补',
    '报送',
    '总结',
  ];
  const labels = pages.map((name) => commandsFor(name).find((one) => one.label === name)?.label);
  expect(labels).toEqual(pages);
  expect(keysFor('推荐名单')).toEqual(['results']);
  expect(keysFor('发放表')).toEqual(['payments']);
});
