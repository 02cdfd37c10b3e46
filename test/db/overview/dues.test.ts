import { afterEach, expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import { dues } from '../../../db/overview/overview.ts';
import { newOffice } from '../../fixtures/plannedOffice.ts';
import { cleanUp } from '../open/fixtures.ts';

afterEach(cleanUp);

it('keeps reports that were never handed up among what is late, one line for all their months', async () => {
  const office = await newOffice();
  const reports = (day: string) =>
    dues(office, isoDate(day))
      .filter((one) => one.label.includes('进展月报'))
      .map(({ label, late, dueOn }) => [label, late, dueOn]);
  expect(reports('2021-04-28')).toEqual([['报送进展月报（2021年4月）', true, '2021-04-25']]);
  expect(reports('2021-05-10')).toEqual([
    ['补报进展月报（2021年4月）', true, '2021-04-25'],
    ['报送进展月报（2021年5月）', false, '2021-05-25'],
  ]);
  expect(reports('2021-06-28')).toEqual([
    ['补报进展月报（2个月）', true, '2021-04-25'],
    ['报送进展月报（2021年6月）', true, '2021-06-25'],
  ]);
});
