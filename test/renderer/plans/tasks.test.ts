import { expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import { fromYuan } from '../../../db/model/money.ts';
import {
  insertTask,
  layOver,
  moveTask,
  newTask,
  removeTask,
  restoreTask,
} from '../../../renderer/plans/tasks.ts';

const named = (measure: string) => ({ ...newTask(), measure });
const measures = (tasks: readonly { readonly measure: string }[]) => tasks.map((task) => task.measure);
const three = [named('甲'), named('乙'), named('丙')];

it('gives a new row the deadline and person of the row above', () => {
  const first = { ...named('甲'), dueOn: isoDate('2021-08-31'), responsible: '张示例' };
  const [, second] = insertTask([first], 1);
  expect(second).toMatchObject({ measure: '', dueOn: '2021-08-31', responsible: '张示例', budgetOwn: null });
});

it('moves rows only within the table', () => {
  expect(measures(moveTask(three, 0, 1))).toEqual(['乙', '甲', '丙']);
  expect(measures(moveTask(three, 0, -1))).toEqual(['甲', '乙', '丙']);
  expect(measures(moveTask(three, 2, 1))).toEqual(['甲', '乙', '丙']);
});

it('puts a removed row back where it was', () => {
  const [, second] = three;
  const without = removeTask(three, 1);
  expect(measures(without)).toEqual(['甲', '丙']);
  expect(second && measures(restoreTask(without, second, 1))).toEqual(['甲', '乙', '丙']);
});

it('lays pasted rows over existing ones and adds what is missing', () => {
  const amounts = [{ budgetOwn: fromYuan(1) }, { budgetOwn: fromYuan(2) }];
  const laid = layOver(three, 2, amounts);
  expect(measures(laid)).toEqual(['甲', '乙', '丙', '']);
  expect(laid.map((task) => task.budgetOwn)).toEqual([null, null, 100, 200]);
  expect(laid[2]?.id).toBe(three[2]?.id);
});
