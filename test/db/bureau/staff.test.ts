import { afterEach, expect, test } from 'vitest';
import { allStaff, currentClerk, saveStaff, setStaffActive } from '../../../db/bureau/bureau.ts';
import { invariant } from '../../../db/model/problems.ts';
import { ACT, aprilOffice } from '../aprilOffice.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

test('the last clerk cannot leave: nobody could open the window any more', async () => {
  const office = await aprilOffice();
  const clerks = () => allStaff(office).filter((one) => one.active && one.roles.includes('clerk'));
  const [clerk] = clerks();
  invariant(clerk && clerks().length === 1, 'the fictional bureau has one clerk');
  const other = { ...clerk, roles: ['reviewer' as const] };
  expect(codesOf(setStaffActive(office, clerk.id, false, ACT))).toEqual(['staff.lastClerk']);
  expect(codesOf(saveStaff(office, clerk.id, other, ACT))).toEqual(['staff.lastClerk']);
  expect(currentClerk(office)?.id).toBe(clerk.id);
  must(saveStaff(office, null, { name: '示例接班', unit: '', position: '', roles: ['clerk'] }, ACT));
  must(setStaffActive(office, clerk.id, false, ACT));
  expect(clerks().map((one) => one.name)).toEqual(['示例接班']);
});
