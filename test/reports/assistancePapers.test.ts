import { eq } from 'drizzle-orm';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { assignHelper, handOver } from '../../db/assistance/helperAssignments.ts';
import { addVisit } from '../../db/assistance/visits.ts';
import { allStaff, saveStaff } from '../../db/bureau/bureau.ts';
import { OwnerPhone } from '../../db/model/application.ts';
import { isoDate } from '../../db/model/dates.ts';
import type { VisitId, WorkshopId } from '../../db/model/ids.ts';
import type { OpenOffice } from '../../db/open/unlock.ts';
import { workshop } from '../../db/schema.ts';
import { sealPrivate } from '../../db/workshops/ownerPrivate.ts';
import { makePaper } from '../../reports/makePaper.ts';
import { makeOfficePaper, type PaperTools } from '../../reports/office/papers.ts';
import { cleanUp, codesOf, must } from '../db/open/fixtures.ts';
import { actOn, DAY, fictionalOffice } from '../fixtures/demoOffice.ts';
import { onRoster } from '../fixtures/plannedOffice.ts';
import { environment, pageCount, pdfText } from './read.ts';

afterEach(cleanUp);

const act = actOn(DAY);
const tools: PaperTools = { today: DAY, make: (paper, format) => makePaper(paper, format, environment) };

let office: OpenOffice;
let workshopId: WorkshopId;
let visitId: VisitId;

const visit = (day: string, findings: string) => {
  const helper = allStaff(office).find((one) => one.roles.includes('helper'));
  if (!helper) throw new Error('a helper');
  const said = { findings, advice: '补齐防蝇设施', ownerResponse: '同意', progressPercent: 60 };
  const input = { staffId: helper.id, visitedOn: isoDate(day), substitute: true, ...said };
  return must(addVisit(office, workshopId, input, act));
};

beforeEach(async () => {
  ({ office } = await fictionalOffice());
  workshopId = onRoster(office, '示例甲作坊');
  onRoster(office, '示例乙作坊');
  const [first] = allStaff(office).filter((one) => one.roles.includes('helper'));
  const person = { name: '示例接手', unit: '示例镇监管所', position: '', roles: ['helper' as const] };
  const next = must(saveStaff(office, null, person, act));
  if (!first) throw new Error('a helper');
  const ids = { workshopIds: [workshopId] };
  must(assignHelper(office, { ...ids, staffId: first.id, fromDay: isoDate('2021-05-01') }, act));
  const over = { staffId: next.id, onDay: isoDate('2021-05-20'), reason: '工作调动' };
  must(handOver(office, { ...ids, ...over }, act));
  visitId = visit('2021-05-10', '地面已重铺');
  visit('2021-06-01', '原料库已完工');
});

it('prints the helpers and every visit of the year in order', async () => {
  const ref = { paper: 'assistanceRecord', workshopId, visitId: null } as const;
  const made = must(await makeOfficePaper(office, ref, 'pdf', tools));
  expect(made.fileName).toBe('帮扶记录表_示例甲作坊_2021年.pdf');
  const text = pdfText(made.bytes, '-raw').replace(/\s+/g, '');
  expect(text.indexOf('地面已重铺')).toBeLessThan(text.indexOf('原料库已完工'));
  for (const one of ['工作调动', '示例接手', '（代为走访）', '走访记录（共2次）'])
    expect(text).toContain(one);
  expect(must(await makeOfficePaper(office, ref, 'docx', tools)).bytes.length).toBeGreaterThan(5000);
});

it('prints one visit on one page with room to sign', async () => {
  const ref = { paper: 'assistanceRecord', workshopId, visitId } as const;
  const made = must(await makeOfficePaper(office, ref, 'pdf', tools));
  expect(pageCount(made.bytes)).toBe(1);
  const text = pdfText(made.bytes).replace(/\s+/g, '');
  expect(text).toContain('业主签字：');
  expect(text).not.toContain('原料库已完工');
});

it('lists who helps whom as a workbook, and says who has nobody', async () => {
  const made = must(await makeOfficePaper(office, { paper: 'helperList' }, 'xlsx', tools));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(made.bytes).buffer);
  const text = JSON.stringify(book.worksheets[0]?.getSheetValues());
  for (const one of ['示例甲作坊', '示例接手', '2021-05-20', '还有1家没有安排']) expect(text).toContain(one);
});

it("stops a record that would print the owner's phone", async () => {
  const phone = OwnerPhone.parse('13900000000');
  office.db.update(workshop).set(sealPrivate(office, { phone })).where(eq(workshop.id, workshopId)).run();
  visit('2021-06-02', '业主电话 139 0000 0000，约下周再来');
  const ref = { paper: 'assistanceRecord', workshopId, visitId: null } as const;
  const refused = await makeOfficePaper(office, ref, 'pdf', tools);
  expect(codesOf(refused)).toEqual(['privacy.storedNumber']);
});
