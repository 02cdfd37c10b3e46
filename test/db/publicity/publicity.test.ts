import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditRows } from '../../../db/audit.ts';
import { isoDate } from '../../../db/model/dates.ts';
import type { PublicityId } from '../../../db/model/ids.ts';
import type { Office } from '../../../db/office.ts';
import { addObjection } from '../../../db/publicity/objections.ts';
import {
  cancelPublicity,
  createPublicity,
  recordPosting,
  restorePublicity,
} from '../../../db/publicity/publicity.ts';
import { publicities } from '../../../db/publicity/publicityViews.ts';
import { confirmRoster, rosters, undoRoster } from '../../../db/publicity/rosters.ts';
import { discardObjection, reopenObjection, settleObjection } from '../../../db/publicity/settlements.ts';
import { replaceWorkshop, vacancies } from '../../../db/selection/replacement.ts';
import { deselectApplications, selectApplications } from '../../../db/selection/selection.ts';
import { publicityReportPaper } from '../../../db/selection/selectionPapers.ts';
import { saveApplicant } from '../../../db/workshops/applicants.ts';
import { undoWithdrawal, withdrawApplication } from '../../../db/workshops/withdrawals.ts';
import {
  actOn,
  applicantOf,
  campaignOffice,
  idOf,
  reviewed,
  rowOf,
  stageOn,
} from '../../fixtures/campaign.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

/** Posted on 04-15, seven days: over on 04-22. */
const POSTED = actOn('2021-04-15');
const OVER = actOn('2021-04-25');

describe('公示', () => {
  let office: Office;
  let notice: PublicityId;
  const post = (day: string) =>
    createPublicity(
      office,
      { firstDay: isoDate(day), countingRule: 'naturalExcludingFirst', days: 7, place: '示例县政府网站' },
      actOn(day),
    );
  beforeEach(async () => {
    office = await campaignOffice(2);
    reviewed(office, ['甲坊', '乙坊', '丙坊']);
    must(
      selectApplications(office, [idOf(office, '甲坊'), idOf(office, '乙坊')], '比选', actOn('2021-04-14')),
    );
    notice = must(post('2021-04-15'));
  });

  const shown = (day = '2021-04-25') => {
    const found = publicities(office, isoDate(day)).find((one) => one.id === notice);
    if (!found) throw new Error('No notice');
    return found;
  };
  const object = (name: string | null, objector = '', day = '2021-04-20') =>
    addObjection(
      office,
      {
        publicityId: notice,
        workshopId: name === null ? null : rowOf(office, name).workshopId,
        receivedOn: isoDate(day),
        objector,
        content: '场所与申请不符',
      },
      actOn('2021-04-21'),
    );
  const settle = (
    objectionId: Parameters<typeof settleObjection>[1]['objectionId'],
    outcome: 'upheld' | 'rejected',
    handling = '经现场核查',
  ) =>
    settleObjection(
      office,
      { objectionId, outcome, handling, settledOn: isoDate('2021-04-21') },
      actOn('2021-04-21'),
    );
  const withdraw = (name: string, day = '2021-04-21') =>
    withdrawApplication(office, idOf(office, name), isoDate(day), '业主不再参加', actOn(day));

  it('records who posted it and how; a correction is logged from → to', () => {
    must(
      recordPosting(office, { publicityId: notice, postedBy: '示例经办', postedNote: '网站通知栏' }, POSTED),
    );
    must(recordPosting(office, { publicityId: notice, postedBy: '示例经办', postedNote: '公告栏' }, POSTED));
    expect(shown()).toMatchObject({ postedBy: '示例经办', postedNote: '公告栏' });
    expect(auditRows(office, { limit: 1 })[0]?.changes).toEqual([
      { label: '发布方式', from: '网站通知栏', to: '公告栏' },
    ]);
  });

  it('shows who left the list, by objection or by himself, and keeps the line', () => {
    must(settle(must(object('甲坊')), 'upheld'));
    must(withdraw('乙坊'));
    expect(shown().entries.map((one) => [one.name, one.departure?.because])).toEqual([
      ['甲坊', 'objection'],
      ['乙坊', 'withdrawn'],
    ]);
    expect(vacancies(office, OVER.today).map((one) => one.because)).toEqual(['objection', 'withdrawn']);
    expect(codesOf(confirmRoster(office, notice, OVER.today, OVER))).toEqual(['roster.empty']);
  });

  it('takes a settlement back, unless the place is somebody else’s by now', () => {
    const id = must(object('甲坊'));
    must(settle(id, 'upheld'));
    expect(stageOn(office, '甲坊', '2021-04-25')).toBe('removed');
    must(reopenObjection(office, id, '核查有误', OVER));
    expect(stageOn(office, '甲坊', '2021-04-25')).toBe('publicityOver');
    must(settle(id, 'upheld'));
    must(
      replaceWorkshop(
        office,
        { leaverId: idOf(office, '甲坊'), newcomerId: idOf(office, '丙坊'), reason: '' },
        OVER,
      ),
    );
    expect(codesOf(reopenObjection(office, id, '核查有误', OVER))).toEqual(['objection.replaced']);
    expect(stageOn(office, '甲坊', '2021-04-25')).toBe('removed');
  });

  it('stays off the list while another objection is upheld', () => {
    const [first, second] = [must(object('甲坊')), must(object('甲坊'))];
    must(settle(first, 'upheld'));
    must(settle(second, 'upheld'));
    must(reopenObjection(office, first, '误登', OVER));
    expect(stageOn(office, '甲坊', '2021-04-25')).toBe('removed');
  });

  it('never lets the objector’s name into what the report prints', () => {
    const id = must(object('甲坊', '示例反映人'));
    expect(codesOf(settle(id, 'rejected', '已约谈示例反映人'))).toEqual(['objection.named']);
    must(settle(id, 'rejected', '已约谈反映人'));
  });

  it('refuses objections that are late, in the future, against others, or after the list is confirmed', () => {
    expect(codesOf(object('甲坊', '', '2021-04-23'))).toEqual(['objection.future']);
    expect(codesOf(object('丙坊'))).toEqual(['objection.workshop']);
    must(discardObjection(office, must(object('甲坊')), '重复登记', OVER));
    must(confirmRoster(office, notice, OVER.today, OVER));
    expect(codesOf(object('甲坊'))).toEqual(['objection.confirmed']);
  });

  it('ends its account where the list is confirmed, and gives none before the notice is over', () => {
    expect(codesOf(publicityReportPaper(office, notice, POSTED.today))).toEqual(['publicityReport.notYet']);
    must(settle(must(object('甲坊')), 'upheld'));
    must(confirmRoster(office, notice, OVER.today, OVER));
    const report = () => must(publicityReportPaper(office, notice, isoDate('2021-06-01')));
    expect(report()).toMatchObject({ asOf: '2021-04-25', remaining: ['乙坊'], posted: 2 });
    expect(report().left.map((one) => one.departure.because)).toEqual(['objection']);
    must(withdraw('乙坊', '2021-05-10'));
    expect(report()).toMatchObject({ asOf: '2021-04-25', remaining: ['乙坊'] });
  });

  it('does not confirm a list that was refuted as a whole', () => {
    must(settle(must(object(null)), 'upheld'));
    expect(codesOf(confirmRoster(office, notice, OVER.today, OVER))).toEqual(['roster.refuted']);
  });

  it('takes a notice back and brings it back, unless its workshops moved on', () => {
    must(cancelPublicity(office, notice, '日期有误', OVER));
    expect(stageOn(office, '甲坊', '2021-04-25')).toBe('awaitingPublicity');
    must(restorePublicity(office, notice, '误撤销', OVER));
    expect(stageOn(office, '甲坊', '2021-04-25')).toBe('publicityOver');
    must(cancelPublicity(office, notice, '日期有误', OVER));
    must(post('2021-04-26'));
    expect(codesOf(restorePublicity(office, notice, '误撤销', OVER))).toEqual(['publicity.moved']);
  });

  it('does not bring a notice back with somebody no longer selected', () => {
    must(cancelPublicity(office, notice, '日期有误', OVER));
    must(deselectApplications(office, [idOf(office, '乙坊')], '材料不实', OVER));
    expect(codesOf(restorePublicity(office, notice, '误撤销', OVER))).toEqual(['publicity.moved']);
  });

  it('publishes only the newcomer after a replacement, and its list supplements the first', () => {
    must(confirmRoster(office, notice, OVER.today, OVER));
    must(withdraw('甲坊', '2021-05-10'));
    const may = actOn('2021-05-11');
    expect(vacancies(office, may.today)[0]).toMatchObject({ name: '甲坊', wasOnRoster: true });
    must(
      replaceWorkshop(
        office,
        { leaverId: idOf(office, '甲坊'), newcomerId: idOf(office, '丙坊'), reason: '' },
        may,
      ),
    );
    const second = must(post('2021-05-12'));
    const [newest, oldest] = publicities(office, isoDate('2021-05-12'));
    expect(newest).toMatchObject({ id: second, supplementary: true });
    expect(newest?.entries.map((one) => one.name)).toEqual(['丙坊']);
    expect(oldest?.supplementary).toBe(false);
    must(confirmRoster(office, second, isoDate('2021-05-20'), actOn('2021-05-20')));
    expect(
      rosters(office).map((one) => [one.batch, one.entries.map((entry) => [entry.name, entry.withdrawnOn])]),
    ).toEqual([
      [2, [['丙坊', null]]],
      [
        1,
        [
          ['甲坊', '2021-05-10'],
          ['乙坊', null],
        ],
      ],
    ]);
    expect(codesOf(undoWithdrawal(office, idOf(office, '甲坊'), may))).toEqual(['withdraw.replaced']);
  });

  it('publishes nobody who does not meet the conditions any more', () => {
    must(cancelPublicity(office, notice, '日期有误', OVER));
    const input = { ...applicantOf('甲坊', 5_000), workshopId: rowOf(office, '甲坊').workshopId };
    must(saveApplicant(office, input, OVER));
    expect(codesOf(post('2021-04-26'))).toEqual(['publicity.conditions']);
    must(deselectApplications(office, [idOf(office, '甲坊')], '投入不足', OVER));
    must(post('2021-04-26'));
  });

  it('takes a confirmation back while nothing rests on it', () => {
    const roster = must(confirmRoster(office, notice, OVER.today, OVER));
    must(undoRoster(office, roster, '异议漏登', OVER));
    expect(stageOn(office, '甲坊', '2021-04-25')).toBe('publicityOver');
    expect(shown().rosterId).toBeNull();
    must(object('甲坊'));
    expect(codesOf(undoRoster(office, roster, '再撤', OVER))).toEqual(['roster.unknown']);
  });
});
