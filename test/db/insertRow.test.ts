import { asc } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { insertRow } from '../../db/insertRow.ts';
import { isoDate } from '../../db/model/dates.ts';
import { calendarDay } from '../../db/schema.ts';
import { emptyOffice } from '../fixtures/office.ts';
import { cleanUp } from './open/fixtures.ts';

afterEach(cleanUp);

test('rows of different columns each get their own values, and two offices their own rows', async () => {
  const [one, other] = [await emptyOffice(), await emptyOffice()];
  const [first, second] = [isoDate('2031-10-01'), isoDate('2031-10-02')];
  insertRow(one, calendarDay, { date: first, kind: 'rest', name: '示例甲' });
  insertRow(one, calendarDay, { name: '示例乙', date: second, kind: 'work' });
  insertRow(other, calendarDay, { date: second, kind: 'rest', name: '示例丙' });
  const read = ({ db }: typeof one) => db.select().from(calendarDay).orderBy(asc(calendarDay.date)).all();
  expect(read(one)).toMatchObject([
    { date: first, kind: 'rest', name: '示例甲' },
    { date: second, kind: 'work', name: '示例乙' },
  ]);
  expect(read(other)).toMatchObject([{ date: second, kind: 'rest', name: '示例丙' }]);
});
