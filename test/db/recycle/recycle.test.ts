import { afterEach, expect, test } from 'vitest';
import { auditRows } from '../../../db/audit.ts';
import { allStaff, currentCampaign, saveStaff } from '../../../db/bureau/bureau.ts';
import { removeView, savedViews, saveView } from '../../../db/bureau/views.ts';
import { PrivatePatch } from '../../../db/model/application.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { MeetingId, newId } from '../../../db/model/ids.ts';
import { listOf } from '../../../db/overview/lists.ts';
import { removeRow } from '../../../db/recycle/recycle.ts';
import { recycleBin, restoreFromBin } from '../../../db/recycle/recycleBin.ts';
import { meeting } from '../../../db/schema.ts';
import { saveApplicant } from '../../../db/workshops/applicants.ts';
import { removeWorkshop, workshopRows } from '../../../db/workshops/workshops.ts';
import { makeListWorkbook } from '../../../reports/office/lists.ts';
import { ACT, applicantInput, aprilOffice } from '../aprilOffice.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

const phoneOnly = (phone: string) => PrivatePatch.parse({ phone });

test('a row goes into the bin sealed, and comes back as it was', async () => {
  const office = await aprilOffice();
  const id = newId(MeetingId);
  const row = {
    id,
    campaignId: currentCampaign(office).id,
    heldOn: isoDate('2021-03-10'),
    place: '示例会议室',
    host: '示例局长',
    topic: '宣传动员会',
    participants: '各所',
    headcount: 30,
    content: '部署',
  };
  office.db.insert(meeting).values(row).run();
  const binId = must(removeRow(office, { kind: 'meeting', id, name: '宣传动员会', reason: '重复登记' }, ACT));
  expect(office.db.select().from(meeting).all()).toEqual([]);
  expect(recycleBin(office)).toMatchObject([
    { kind: 'meeting', id: binId, name: '宣传动员会', reason: '重复登记' },
  ]);
  expect(office.sqlite.prepare('SELECT sealed FROM recycled').pluck().get()).not.toContain('示例');
  must(restoreFromBin(office, 'meeting', binId, ACT));
  expect(office.db.select().from(meeting).all()).toEqual([row]);
  expect(recycleBin(office)).toEqual([]);
  expect(codesOf(restoreFromBin(office, 'meeting', binId, ACT))).toEqual(['recycle.unknown']);
});

test('a workshop in the bin leaves the lists and comes back', async () => {
  const office = await aprilOffice();
  const workshopId = must(saveApplicant(office, applicantInput('示例豆腐坊'), ACT));
  must(removeWorkshop(office, workshopId, '录错', ACT));
  expect(workshopRows(office, ACT.today)).toEqual([]);
  expect(recycleBin(office)).toMatchObject([{ kind: 'workshop', id: workshopId, reason: '录错' }]);
  must(restoreFromBin(office, 'workshop', workshopId, ACT));
  expect(workshopRows(office, ACT.today)).toHaveLength(1);
});

test('the log keeps from and to, private values masked and sealed, and is filtered by person, day and kind', async () => {
  const office = await aprilOffice();
  const input = applicantInput('示例豆腐坊');
  const workshopId = must(saveApplicant(office, { ...input, private: phoneOnly('13900000001') }, ACT));
  const changed = {
    ...input,
    workshopId,
    workshop: { ...input.workshop, products: '干豆腐' },
    private: phoneOnly('13900000002'),
  };
  must(saveApplicant(office, changed, ACT));
  const [latest] = auditRows(office, { workshopId, limit: 10 });
  expect(latest?.sentence).toBe('修改了申请：主要产品、联系电话');
  expect(latest?.changes[0]).toEqual({ label: '主要产品', from: '豆腐', to: '干豆腐' });
  expect(JSON.stringify(latest)).not.toMatch(/13900000/);
  const [clerk] = allStaff(office);
  if (!clerk) throw new Error('No staff');
  must(saveStaff(office, clerk.id, { ...clerk, position: '主任科员' }, { ...ACT, staffId: clerk.id }));
  const byClerk = auditRows(office, { staffId: clerk.id, group: 'office', limit: 10 });
  expect(byClerk[0]?.changes).toMatchObject([{ label: '职务', to: '主任科员' }]);
  expect(auditRows(office, { group: 'application', limit: 10 })).toHaveLength(2);
  expect(
    auditRows(office, { from: isoDate('2021-04-10'), to: isoDate('2021-04-10'), limit: 50 }).length,
  ).toBeGreaterThan(3);
  expect(auditRows(office, { from: isoDate('2021-04-11'), limit: 50 })).toEqual([]);
});

test('a view is kept with the data, replaced by name, removed and saved again', async () => {
  const office = await aprilOffice();
  const view = { name: '示例镇', search: '示例镇', chip: null, columns: ['name'] };
  must(saveView(office, 'workshops', view, ACT));
  must(saveView(office, 'workshops', { ...view, search: '豆腐' }, ACT));
  expect(savedViews(office, 'workshops')).toEqual([{ ...view, search: '豆腐' }]);
  expect(savedViews(office, 'plans')).toEqual([]);
  const removed = must(removeView(office, 'workshops', '示例镇', ACT));
  expect(savedViews(office, 'workshops')).toEqual([]);
  must(saveView(office, 'workshops', removed, ACT));
  expect(codesOf(removeView(office, 'workshops', '没有', ACT))).toEqual(['view.unknown']);
});

test('a list with a stored private number in it is not exported', async () => {
  const office = await aprilOffice();
  const input = applicantInput('示例豆腐坊');
  must(
    saveApplicant(
      office,
      {
        ...input,
        workshop: { ...input.workshop, products: '豆腐 139 0000 0001' },
        private: phoneOnly('13900000001'),
      },
      ACT,
    ),
  );
  const tools = { today: ACT.today, make: () => Promise.reject(new Error('must not be made')) };
  const made = await makeListWorkbook(office, listOf(office, 'workshops', ACT.today), tools);
  expect(codesOf(made)).toEqual(['privacy.storedNumber']);
  expect(JSON.stringify(made)).not.toContain('0000');
});
