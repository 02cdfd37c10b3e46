import { expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import { publicityNote } from '../../../renderer/publicity/publicityText.ts';

const period = {
  firstDay: isoDate('2021-04-12'),
  lastDay: isoDate('2021-04-19'),
  objections: [],
  entries: [],
  cancelled: null,
};

it('says what the clerk has to know now', () => {
  expect(publicityNote({ ...period, state: 'scheduled', daysLeft: 9 })).toBe('将于2021年4月12日起公示。');
  expect(publicityNote({ ...period, state: 'running', daysLeft: 3 })).toBe('公示还剩3天（含今天）。');
  expect(publicityNote({ ...period, state: 'closed', daysLeft: 0 })).toBe('公示已期满，可以确定创建名单。');
});
