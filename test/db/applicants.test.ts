import { afterEach, expect, it } from 'vitest';
import { saveApplicant } from '../../db/applicants.ts';
import { applicantNamed } from '../fixtures/application.ts';
import { actOn, addApplicant, emptyOffice } from '../fixtures/office.ts';
import { cleanUp, must } from './open/fixtures.ts';

afterEach(cleanUp);

const ID = '110101199001010015';

it.each([
  ['idNumber', { private: { idNumber: ID } }],
  ['certificateNo', { workshop: { certificateNo: '示例登记001' } }],
  ['creditCode', { workshop: { creditCode: '91350100M000100Y43' } }],
  ['name', { workshop: { name: '示例豆腐坊', ownerName: '示例业主' } }],
])('a duplicate points at the field that is the same: %s', async (field, same) => {
  const office = await emptyOffice();
  must(addApplicant(office, '示例豆腐坊', same));
  const twice = addApplicant(office, field === 'name' ? '示例豆腐坊' : '示例挂面坊', same);
  expect(twice).toMatchObject({ ok: false, problems: [{ code: 'workshop.duplicate', field }] });
  expect(JSON.stringify(twice)).not.toContain(ID);
});

it('points at the ID number when an existing workshop is given one that is taken', async () => {
  const office = await emptyOffice();
  must(addApplicant(office, '示例豆腐坊', { private: { idNumber: ID } }));
  const workshopId = must(addApplicant(office, '示例挂面坊'));
  const changed = applicantNamed('示例挂面坊', { private: { idNumber: ID } });
  expect(saveApplicant(office, { workshopId, ...changed }, actOn('2021-04-07'))).toMatchObject({
    problems: [{ code: 'workshop.duplicate', field: 'idNumber' }],
  });
});
