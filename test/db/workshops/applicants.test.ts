import { afterEach, expect, it } from 'vitest';
import { auditRows } from '../../../db/audit.ts';
import { workshop as workshopTable } from '../../../db/schema.ts';
import { saveApplicant } from '../../../db/workshops/applicants.ts';
import { maskedPrivate } from '../../../db/workshops/ownerPrivate.ts';
import { applicantNamed } from '../../fixtures/application.ts';
import { actOn, addApplicant, emptyOffice } from '../../fixtures/office.ts';
import { cleanUp, must } from '../open/fixtures.ts';

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

it('deletes a private number only when asked, keeps those left out, and logs the deletion by name', async () => {
  const office = await emptyOffice();
  const workshopId = must(
    addApplicant(office, '示例豆腐坊', { private: { idNumber: ID, homeAddress: '示例镇二号路' } }),
  );
  const { workshop, application } = applicantNamed('示例豆腐坊');
  const change = { workshopId, workshop, application, private: { homeAddress: null } };
  must(saveApplicant(office, change, actOn('2021-04-07')));
  const row = office.db.select().from(workshopTable).get();
  if (!row) throw new Error('No workshop');
  expect(maskedPrivate(office, row)).toMatchObject({ idNumber: '1101**********0015', homeAddress: null });
  const [told] = auditRows(office, { workshopId, limit: 1 });
  expect(told).toMatchObject({ sentence: '删除了业主的家庭住址' });
});
