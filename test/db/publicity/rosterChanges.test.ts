import { afterEach, expect, it } from 'vitest';
import { yearRows } from '../../../db/bureau/years.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { SubmissionRecord } from '../../../db/model/package.ts';
import { createPublicity } from '../../../db/publicity/publicity.ts';
import { currentRoster, rosterChanges } from '../../../db/publicity/rosterChanges.ts';
import { confirmRoster, rosters, undoRoster } from '../../../db/publicity/rosters.ts';
import { replaceWorkshop } from '../../../db/selection/replacement.ts';
import { selectApplications } from '../../../db/selection/selection.ts';
import { recordSubmission } from '../../../db/submissions/submissions.ts';
import { withdrawApplication } from '../../../db/workshops/withdrawals.ts';
import { precheckPackage } from '../../../reports/office/packages.ts';
import { actOn, campaignOffice, idOf, reviewed } from '../../fixtures/campaign.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

it('hands up the whole list first, then what changed since', async () => {
  const office = await campaignOffice(2);
  reviewed(office, ['甲坊', '乙坊', '丙坊']);
  must(selectApplications(office, [idOf(office, '甲坊'), idOf(office, '乙坊')], '比选', actOn('2021-04-14')));
  const publish = (day: string, confirmed: string) => {
    const choice = { countingRule: 'naturalIncludingFirst', days: 3, place: '公示栏' } as const;
    const notice = must(createPublicity(office, { firstDay: isoDate(day), ...choice }, actOn(day)));
    must(confirmRoster(office, notice, isoDate(confirmed), actOn(confirmed)));
  };
  const handUp = (day: string) => {
    const record = SubmissionRecord.parse({
      format: 'workshop-desk/submission',
      formatVersion: 1,
      programVersion: '0',
      kind: 'roster',
      kindLabel: '创建名单',
      sequence: rosters(office).length,
      madeOn: day,
      bureau: { name: '', district: '', cityBureau: '' },
      campaign: { id: '', year: 2021, programmeName: '' },
      counts: {},
      records: currentRoster(office).map((one) => ({ id: one.workshopId, kind: '', name: '', digest: '' })),
    });
    const made = { record, folderName: '报送包', manifestSha256: '0'.repeat(64), correction: null };
    must(recordSubmission(office, made, actOn(day)));
  };
  const paths = (day: string) =>
    precheckPackage(office, { kind: 'roster', month: null }, isoDate(day)).files.map((one) => one.path);
  publish('2021-04-15', '2021-04-20');
  expect(paths('2021-04-20')).toEqual(['01_创建名单.xlsx', '01_创建名单.pdf', '02_创建名单公示.pdf']);
  handUp('2021-04-21');
  const [first] = rosters(office);
  expect(first && codesOf(undoRoster(office, first.id, '有误', actOn('2021-04-22')))).toEqual([
    'roster.used',
  ]);
  expect(paths('2021-04-22')).toHaveLength(3);

  must(
    withdrawApplication(office, idOf(office, '甲坊'), isoDate('2021-05-10'), '不参加', actOn('2021-05-10')),
  );
  const ids = { leaverId: idOf(office, '甲坊'), newcomerId: idOf(office, '丙坊') };
  must(replaceWorkshop(office, { ...ids, reason: '' }, actOn('2021-05-10')));
  publish('2021-05-11', '2021-05-17');
  expect(rosterChanges(office, isoDate('2021-05-18'))).toMatchObject({
    since: '2021-04-21',
    left: [{ name: '甲坊', on: '2021-05-10', reason: '不参加' }],
    joined: [{ name: '丙坊', on: '2021-05-17' }],
    current: [{ name: '乙坊' }, { name: '丙坊' }],
  });
  expect(yearRows(office).map((one) => one.onRoster)).toEqual([2]);
  expect(paths('2021-05-18')).toEqual([
    '00_创建名单变动情况.xlsx',
    '00_创建名单变动情况.pdf',
    '01_创建名单_第2批.xlsx',
    '01_创建名单_第2批.pdf',
    '02_创建名单公示_第2批.pdf',
  ]);
  expect(precheckPackage(office, { kind: 'roster', month: null }, isoDate('2021-05-18')).counts).toEqual({
    家数: 2,
    新增: 1,
    退出: 1,
  });
  handUp('2021-05-19');
  const { left, joined } = rosterChanges(office, isoDate('2021-05-20'));
  expect([left, joined]).toEqual([[], []]);
});
