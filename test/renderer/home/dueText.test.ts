import { expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import { dueDayText, timeLeftText } from '../../../renderer/home/dueText.ts';

it('says how long there is still time', () => {
  expect(timeLeftText({ late: true, daysLeft: -3 })).toBe('已逾期3天');
  expect(timeLeftText({ late: false, daysLeft: 0 })).toBe('今天截止');
  expect(timeLeftText({ late: false, daysLeft: 5 })).toBe('还有5天');
});

it('names the earlier working day only where the due day is a rest day', () => {
  const friday = isoDate('2021-04-30');
  expect(dueDayText({ dueOn: friday, workingDueOn: friday })).toBe('2021年4月30日（周五）');
  expect(dueDayText({ dueOn: isoDate('2021-11-20'), workingDueOn: isoDate('2021-11-19') })).toBe(
    '2021年11月20日（周六）为休息日，请提前至2021年11月19日办理',
  );
});
