import { afterEach, expect, test } from 'vitest';
import { cachedRead } from '../../db/cachedRead.ts';
import { isoDate } from '../../db/model/dates.ts';
import { ok, problem, refuse } from '../../db/model/problems.ts';
import { transact } from '../../db/office.ts';
import { workshop } from '../../db/schema.ts';
import { workshopRows } from '../../db/workshops/workshops.ts';
import { addApplicant, emptyOffice } from '../fixtures/office.ts';
import { cleanUp, must } from './open/fixtures.ts';

afterEach(cleanUp);

const names = cachedRead(({ db }, _day: string) =>
  db
    .select({ name: workshop.name })
    .from(workshop)
    .all()
    .map((row) => row.name)
    .sort(),
);

test('the same is read once, and again after a write or for another part', async () => {
  const office = await emptyOffice();
  must(addApplicant(office, '示例甲'));
  const first = names(office, 'one');
  expect(names(office, 'one')).toBe(first);
  expect(names(office, 'two')).not.toBe(first);
  must(addApplicant(office, '示例乙'));
  expect(names(office, 'two')).toEqual(['示例乙', '示例甲']);
});

test('what was seen inside a transaction that is taken back is not kept', async () => {
  const office = await emptyOffice();
  must(addApplicant(office, '示例甲'));
  expect(names(office, '')).toEqual(['示例甲']);
  const refused = transact(office, () => {
    must(addApplicant(office, '示例乙'));
    expect(names(office, '')).toEqual(['示例乙', '示例甲']);
    return refuse(problem('test.refused', '退回'));
  });
  expect(refused.ok).toBe(false);
  expect(names(office, '')).toEqual(['示例甲']);
  must(
    transact(office, () => {
      must(addApplicant(office, '示例丙'));
      return ok(undefined);
    }),
  );
  expect(names(office, '')).toEqual(['示例丙', '示例甲']);
});

test('two offices do not see each other, and the day counts', async () => {
  const [one, other] = [await emptyOffice(), await emptyOffice()];
  must(addApplicant(one, '示例甲'));
  const today = isoDate('2021-04-20');
  expect(workshopRows(one, today)).toHaveLength(1);
  expect(workshopRows(other, today)).toHaveLength(0);
  expect(workshopRows(one, isoDate('2021-04-21'))).not.toBe(workshopRows(one, today));
});
