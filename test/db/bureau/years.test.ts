import { afterEach, describe, expect, it } from 'vitest';
import { auditRows } from '../../../db/audit.ts';
import { currentCampaign } from '../../../db/bureau/bureau.ts';
import { savePolicy } from '../../../db/bureau/policy.ts';
import { chooseYear, createYear, removeYear, yearRows } from '../../../db/bureau/years.ts';
import { OwnerPhone } from '../../../db/model/application.ts';
import { recycleBin, restoreFromBin } from '../../../db/recycle/recycleBin.ts';
import { reviewApplications } from '../../../db/selection/selection.ts';
import { freshFromRecords } from '../../../db/summary/writingFacts.ts';
import { createWriting, removeWriting } from '../../../db/summary/writingSteps.ts';
import { saveApplicant } from '../../../db/workshops/applicants.ts';
import { formerApplicants, otherYears, reapply } from '../../../db/workshops/reapply.ts';
import { removeWorkshop, workshopPage, workshopRows } from '../../../db/workshops/workshops.ts';
import { ACT, applicantInput, aprilOffice } from '../aprilOffice.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

const NEXT = { year: 2022, quota: 9, programmeName: '名特优', basis: '' };

describe('years', () => {
  it("copies last year's policy with its dates moved, and shows the new year from then on", async () => {
    const office = await aprilOffice();
    must(savePolicy(office, { ...currentCampaign(office).policy, publicityDays: 5 }, '', ACT));
    must(createYear(office, NEXT, ACT));
    const { year, policy } = currentCampaign(office);
    expect(year).toBe(2022);
    expect(policy).toMatchObject({ quota: 9, publicityDays: 5, programmeName: '名特优' });
    expect(policy.deadlines.summary).toBe('2022-11-20');
    expect(codesOf(createYear(office, NEXT, ACT))).toEqual(['year.exists']);
  });

  it('shows the chosen year, whose records stay as they were', async () => {
    const office = await aprilOffice();
    const workshopId = must(saveApplicant(office, applicantInput('示例一坊'), ACT));
    const first = currentCampaign(office).id;
    must(createYear(office, NEXT, ACT));
    expect(workshopRows(office, ACT.today)).toEqual([]);
    expect(codesOf(workshopPage(office, workshopId, ACT.today))).toEqual(['workshop.otherYear']);
    must(chooseYear(office, first));
    expect(workshopRows(office, ACT.today).map((row) => row.name)).toEqual(['示例一坊']);
    expect(yearRows(office).map(({ year, applications, chosen }) => [year, applications, chosen])).toEqual([
      [2022, 0, false],
      [2021, 1, true],
    ]);
  });

  it('takes a year back only while nothing rests on it', async () => {
    const office = await aprilOffice();
    const first = currentCampaign(office).id;
    expect(codesOf(removeYear(office, first, ACT))).toEqual(['year.inUse']);
    const second = must(createYear(office, NEXT, ACT));
    must(saveApplicant(office, applicantInput('示例一坊'), ACT));
    expect(codesOf(removeYear(office, second, ACT))).toEqual(['year.inUse']);
    must(removeYear(office, first, ACT));
    expect(yearRows(office).map((row) => row.year)).toEqual([2022]);
  });

  it('keeps a year for which something was written', async () => {
    const office = await aprilOffice();
    const second = must(createYear(office, NEXT, ACT));
    const fresh = must(freshFromRecords(office, { kind: 'summary' }, ACT.today));
    const id = must(createWriting(office, { kind: 'summary' }, fresh, ACT));
    expect(codesOf(removeYear(office, second, ACT))).toEqual(['year.inUse']);
    must(removeWriting(office, id, '误建', ACT));
    must(removeYear(office, second, ACT));
  });
});

describe('reapply', () => {
  it('takes part again: what the place is stays, what belongs to one year is asked anew', async () => {
    const office = await aprilOffice();
    const workshopId = must(saveApplicant(office, applicantInput('示例一坊'), ACT));
    const applied = currentCampaign(office).id;
    must(createYear(office, NEXT, ACT));
    expect(formerApplicants(office)).toMatchObject([
      { name: '示例一坊', years: [2021], campaignId: applied },
    ]);
    expect(must(reapply(office, [workshopId], ACT))).toBe(1);
    expect(formerApplicants(office)).toEqual([]);
    const page = must(workshopPage(office, workshopId, ACT.today));
    expect(page.application).toMatchObject({
      appliedOn: '2021-04-10',
      operationArea: 4500,
      equipment: '磨浆机',
      plannedInvestment: null,
      promisedOn: null,
      annualSales: null,
    });
    expect(page.stage).toBe('awaitingReview');
    expect(codesOf(reapply(office, [workshopId], ACT))).toEqual(['application.exists']);
  });
});

describe('savePolicy', () => {
  it('asks why once applications were judged by the figure, and logs from → to', async () => {
    const office = await aprilOffice();
    must(saveApplicant(office, applicantInput('示例一坊'), ACT));
    const applicationIds = workshopRows(office, ACT.today).map((row) => row.applicationId);
    const opinion = { level: 'leader', opinion: 'agree', comment: '', reviewerName: '示例局长' } as const;
    must(reviewApplications(office, { ...opinion, applicationIds, reviewedOn: ACT.today }, ACT));
    const { policy } = currentCampaign(office);
    const larger = {
      ...policy,
      minOwnInvestment: policy.award,
      visitIntervalDays: 15,
      minArea: policy.minArea,
    };
    must(savePolicy(office, larger, '', ACT));
    const smaller = { ...larger, publicityDays: 5, passScore: 850 };
    must(savePolicy(office, smaller, '', ACT));
    const judged = { ...smaller, phases: { ...smaller.phases, apply: smaller.phases.mobilise } };
    expect(codesOf(savePolicy(office, judged, '', ACT))).toEqual(['policy.reason']);
    must(savePolicy(office, judged, '市局来文延期', ACT));
    const [last] = auditRows(office, { limit: 1 });
    expect(last?.sentence).toBe('修改了2021年度政策：申请遴选阶段，原因：市局来文延期');
    expect(last?.changes).toEqual([
      { label: '申请遴选阶段', from: '2021-04-01至2021-04-30', to: '2021-02-01至2021-03-31' },
    ]);
  });
});

describe('removing a workshop of several years', () => {
  it("takes this year's application with its opinions into the bin and back; last year's stays", async () => {
    const office = await aprilOffice();
    const workshopId = must(saveApplicant(office, applicantInput('示例一坊'), ACT));
    const first = currentCampaign(office).id;
    must(createYear(office, NEXT, ACT));
    must(reapply(office, [workshopId], ACT));
    expect(otherYears(office, workshopId)).toEqual([{ campaignId: first, year: 2021 }]);
    const applicationIds = workshopRows(office, ACT.today).map((row) => row.applicationId);
    const opinion = {
      level: 'station',
      opinion: 'refuse',
      comment: '材料不全',
      reviewerName: '示例',
    } as const;
    must(reviewApplications(office, { ...opinion, applicationIds, reviewedOn: ACT.today }, ACT));
    const before = must(workshopPage(office, workshopId, ACT.today)).reviews;
    const { kind, id } = must(removeWorkshop(office, workshopId, '重复申请', ACT));
    expect(recycleBin(office)).toMatchObject([
      { kind, id, name: '示例一坊（2022年度）', reason: '重复申请' },
    ]);
    expect(workshopRows(office, ACT.today)).toEqual([]);
    expect(formerApplicants(office)).toHaveLength(1);
    must(restoreFromBin(office, kind, id, ACT));
    expect(must(workshopPage(office, workshopId, ACT.today)).reviews).toEqual(before);
    must(chooseYear(office, first));
    expect(workshopRows(office, ACT.today)).toHaveLength(1);
  });

  it('does not come back beside a newer application of the same year', async () => {
    const office = await aprilOffice();
    const workshopId = must(saveApplicant(office, applicantInput('示例一坊'), ACT));
    must(createYear(office, NEXT, ACT));
    must(reapply(office, [workshopId], ACT));
    const { kind, id } = must(removeWorkshop(office, workshopId, '重来', ACT));
    must(reapply(office, [workshopId], ACT));
    expect(codesOf(restoreFromBin(office, kind, id, ACT))).toEqual(['recycle.orphan']);
  });
});

describe('an applicant known from another year', () => {
  it('keeps what the new form leaves empty, private numbers too', async () => {
    const office = await aprilOffice();
    const first = applicantInput('示例一坊');
    const phone = OwnerPhone.parse('13900000000');
    const workshopId = must(
      saveApplicant(
        office,
        { ...first, private: { phone }, workshop: { ...first.workshop, station: '甲所' } },
        ACT,
      ),
    );
    must(createYear(office, NEXT, ACT));
    const again = { ...first, workshop: { ...first.workshop, station: '', products: '干豆腐' } };
    expect(must(saveApplicant(office, again, ACT))).toBe(workshopId);
    const page = must(workshopPage(office, workshopId, ACT.today));
    expect(page.workshop).toMatchObject({ station: '甲所', products: '干豆腐' });
    expect(page.private.phone).not.toBeNull();
  });
});
