import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assistanceList, assistanceOf } from '../../../db/assistance/assistance.ts';
import { assignHelper, handOver, undoAssignment } from '../../../db/assistance/helperAssignments.ts';
import { addVisit, changeVisit, removeVisit } from '../../../db/assistance/visits.ts';
import { addAttachment, attachments } from '../../../db/attachments/attachmentRecords.ts';
import { auditRows } from '../../../db/audit.ts';
import { allStaff, saveStaff, setStaffActive } from '../../../db/bureau/bureau.ts';
import type { VisitInput } from '../../../db/model/assistance.ts';
import { attachmentSubject } from '../../../db/model/attachments.ts';
import { type IsoDate, isoDate } from '../../../db/model/dates.ts';
import type { StaffId, WorkshopId } from '../../../db/model/ids.ts';
import type { OpenOffice } from '../../../db/open/unlock.ts';
import { shrinkHere } from '../../../db/pictures/shrink.ts';
import { createPlan, planOf } from '../../../db/plans/plans.ts';
import { restoreFromBin } from '../../../db/recycle/recycleBin.ts';
import { workshopRows } from '../../../db/workshops/workshops.ts';
import { actOn, addWorkshops, DAY, fictionalOffice } from '../../fixtures/demoOffice.ts';
import { phonePhoto } from '../../fixtures/photos.ts';
import { onRoster } from '../../fixtures/plannedOffice.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

let office: OpenOffice;
let first: WorkshopId;
let second: WorkshopId;
let helper: StaffId;
let other: StaffId;

const act = actOn(DAY);
const day = (text: string): IsoDate => isoDate(`2021-${text}`);

const visit = (changed: Partial<VisitInput> = {}): VisitInput => ({
  staffId: helper,
  visitedOn: day('05-20'),
  findings: '地面已重铺，原料库未完工',
  advice: '6月底前完成原料库',
  ownerResponse: '同意',
  progressPercent: 40,
  substitute: false,
  ...changed,
});

const rowOf = (id: WorkshopId, days: number | null = null) =>
  assistanceList(office, days, DAY).rows.find((row) => row.workshopId === id);

beforeEach(async () => {
  ({ office } = await fictionalOffice());
  addWorkshops(office, 1);
  [first, second] = [onRoster(office, '示例甲作坊'), onRoster(office, '示例乙作坊')];
  const named = allStaff(office).find((staff) => staff.roles.includes('helper'));
  if (!named) throw new Error('a helper');
  helper = named.id;
  other = must(
    saveStaff(office, null, { name: '示例接手', unit: '', position: '', roles: ['helper'] }, act),
  ).id;
});

const assign = (ids: readonly WorkshopId[] = [first, second], from = day('05-01')) =>
  assignHelper(office, { workshopIds: [...ids], staffId: helper, fromDay: from }, act);

describe('a helper', () => {
  it('is named for many at once, proposed to the plan, and counted', () => {
    expect(rowOf(first)?.states).toContain('unassigned');
    expect(must(assign())).toBe(2);
    expect(rowOf(first)).toMatchObject({ helper: { name: '示例帮扶' }, since: '2021-05-01' });
    must(createPlan(office, first, act));
    expect(planOf(office, first, DAY)?.current.content.helperName).toBe('示例帮扶');
    const load = assistanceList(office, null, DAY).loads.find((one) => one.staffId === helper);
    expect(load).toMatchObject({ workshops: 2, visits: 0, lastVisitOn: null });
  });

  it('is refused a second time, without the role, when gone, or for a workshop off the list', () => {
    must(assign([first]));
    expect(codesOf(assign())).toEqual(['assistance.assigned']);
    expect(rowOf(second)?.helper).toBeNull();
    const clerk = allStaff(office).find((one) => !one.roles.includes('helper'));
    const input = { workshopIds: [second], fromDay: DAY };
    expect(clerk && codesOf(assignHelper(office, { ...input, staffId: clerk.id }, act))).toEqual([
      'assistance.role',
    ]);
    must(setStaffActive(office, other, false, act));
    expect(codesOf(assignHelper(office, { ...input, staffId: other }, act))).toEqual(['staff.unknown']);
  });

  it('hands over with a reason; history stays, and can be taken back', () => {
    must(assign());
    const over = { workshopIds: [first], staffId: other, onDay: day('06-01'), reason: '工作调动' };
    must(handOver(office, over, act));
    expect(must(assistanceOf(office, first, DAY)).assignments).toMatchObject([
      { name: '示例帮扶', fromDay: '2021-05-01', untilDay: '2021-06-01' },
      { name: '示例接手', fromDay: '2021-06-01', untilDay: null, reason: '工作调动' },
    ]);
    must(undoAssignment(office, first, act));
    expect(must(assistanceOf(office, first, DAY)).assignments).toMatchObject([
      { name: '示例帮扶', untilDay: null },
    ]);
    must(undoAssignment(office, first, act));
    expect(rowOf(first)?.helper).toBeNull();
    expect(codesOf(undoAssignment(office, first, act))).toEqual(['assistance.unassigned']);
  });

  it('who has visited is not taken back', () => {
    must(assign());
    must(addVisit(office, first, visit(), act));
    expect(codesOf(undoAssignment(office, first, act))).toEqual(['assistance.visited']);
  });
});

describe('a visit', () => {
  beforeEach(() => void must(assign()));

  it('counts for the workshop and its helper, and puts off what is due', () => {
    expect(rowOf(first, 20)?.states).toEqual(['overdue']);
    must(addVisit(office, first, visit({ visitedOn: day('06-01') }), act));
    expect(rowOf(first, 20)).toMatchObject({
      states: ['normal'],
      daysSince: 9,
      visits: 1,
      progressPercent: 40,
    });
    expect(rowOf(first, 9)?.states).toEqual(['overdue']);
    const load = assistanceList(office, 9, DAY).loads.find((one) => one.staffId === helper);
    expect(load).toMatchObject({ workshops: 2, overdue: 2, visits: 1, lastVisitOn: '2021-06-01' });
  });

  it('by another is said to be a substitute', () => {
    expect(codesOf(addVisit(office, first, visit({ staffId: other }), act))).toEqual(['visit.notHelper']);
    must(addVisit(office, first, visit({ staffId: other, substitute: true }), act));
    expect(must(assistanceOf(office, first, DAY)).visits).toMatchObject([
      { staffName: '示例接手', substitute: true },
    ]);
  });

  it('is corrected with a reason; from and to stay in the log', () => {
    const id = must(addVisit(office, first, visit(), act));
    must(changeVisit(office, id, visit({ progressPercent: 50 }), '录入有误', act));
    const [event] = auditRows(office, { workshopId: first, limit: 1 });
    expect(event?.sentence).toBe('更正了2021-05-20的帮扶走访（改造进度），原因：录入有误');
    expect(event?.changes).toEqual([{ label: '改造进度', from: '40%', to: '50%' }]);
    expect(codesOf(changeVisit(office, id, visit({ visitedOn: day('04-30') }), '改期', act))).toEqual([
      'visit.beforeAssignment',
    ]);
  });

  it('goes to the recycle bin with its photos and comes back with them', async () => {
    const id = must(addVisit(office, first, visit(), act));
    const subject = attachmentSubject('visit', id);
    const photo = { subject, role: 'site', fileName: '走访.jpg', bytes: phonePhoto() } as const;
    must(await addAttachment(office, photo, act, shrinkHere));
    expect(must(assistanceOf(office, first, DAY)).visits[0]?.photos).toBe(1);
    const binId = must(removeVisit(office, id, '重复登记', act));
    expect(must(assistanceOf(office, first, DAY)).visits).toEqual([]);
    expect(attachments(office, { workshopId: first })).toEqual([]);
    must(restoreFromBin(office, 'visit', binId, act));
    expect(must(assistanceOf(office, first, DAY)).visits[0]).toMatchObject({ id, photos: 1 });
    expect(attachments(office, { workshopId: first })).toHaveLength(1);
  });
});

it('only workshops of the 创建名单 are helped', () => {
  expect(assistanceList(office, null, DAY).rows.map((row) => row.workshopId)).toEqual([first, second]);
  const applicant = workshopRows(office, DAY).find((row) => row.stage === 'awaitingReview');
  expect(codesOf(assign(applicant ? [applicant.workshopId] : []))).toEqual(['assistance.notListed']);
});
