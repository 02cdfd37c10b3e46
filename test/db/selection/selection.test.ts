import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoDate } from '../../../db/model/dates.ts';
import type { Office } from '../../../db/office.ts';
import { decideSelection, rankingView } from '../../../db/selection/ranking.ts';
import { replaceWorkshop, vacancies } from '../../../db/selection/replacement.ts';
import { selectedCount } from '../../../db/selection/selectedPlaces.ts';
import { deselectApplications, retractReview, selectApplications } from '../../../db/selection/selection.ts';
import { saveMaterials } from '../../../db/workshops/materials.ts';
import { undoWithdrawal, withdrawApplication } from '../../../db/workshops/withdrawals.ts';
import { workshopPage } from '../../../db/workshops/workshops.ts';
import { actOn, campaignOffice, idOf, reviewed, rowOf, stageOn } from '../../fixtures/campaign.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

const ACT = actOn('2021-04-14');
const NAMES = ['甲坊', '乙坊', '丙坊', '丁坊'];

describe('selection within the quota', () => {
  let office: Office;
  beforeEach(async () => {
    office = await campaignOffice(2);
    reviewed(office, NAMES);
  });

  const decide = (...marks: readonly (readonly [string, number, boolean, string?])[]) =>
    decideSelection(
      office,
      marks.map(([name, rank, selected, reason = '比选结果']) => ({
        applicationId: idOf(office, name),
        rank,
        selected,
        reason,
      })),
      ACT,
    );
  const decideAll = () =>
    must(decide(['甲坊', 1, true], ['乙坊', 2, true], ['丙坊', 3, false], ['丁坊', 4, false]));
  const withdraw = (name: string) =>
    must(withdrawApplication(office, idOf(office, name), isoDate('2021-04-14'), '业主不再参加', ACT));
  const page = (name: string) => must(workshopPage(office, rowOf(office, name).workshopId, ACT.today));

  it('suggests an order by figures anybody can check', () => {
    const { candidates, quota } = rankingView(office, ACT.today);
    expect(quota).toBe(2);
    expect(candidates.map((one) => [one.name, one.suggestedRank])).toEqual([
      ['甲坊', 1],
      ['乙坊', 2],
      ['丙坊', 3],
      ['丁坊', 4],
    ]);
  });

  it('keeps rank and reason of everybody, chosen or not', () => {
    decideAll();
    expect(NAMES.map((name) => stageOn(office, name, '2021-04-14'))).toEqual([
      'awaitingPublicity',
      'awaitingPublicity',
      'notSelected',
      'notSelected',
    ]);
    expect(page('丙坊').selection).toMatchObject({ selected: false, rank: 3, reason: '比选结果' });
  });

  it('refuses more than the quota, equal ranks and missing reasons, and changes nothing', () => {
    expect(codesOf(decide(['甲坊', 1, true], ['乙坊', 2, true], ['丙坊', 3, true]))).toEqual([
      'selection.quota',
    ]);
    expect(codesOf(decide(['甲坊', 1, true], ['乙坊', 1, false]))).toEqual(['selection.rank']);
    expect(codesOf(decide(['甲坊', 1, true, '']))).toEqual(['selection.reason']);
    expect(stageOn(office, '甲坊', '2021-04-14')).toBe('awaitingSelection');
  });

  it('can be decided anew before anything is published; earlier decisions stay readable', () => {
    decideAll();
    must(decide(['丙坊', 1, true], ['甲坊', 2, true], ['乙坊', 3, false], ['丁坊', 4, false]));
    expect(selectedCount(office)).toBe(2);
    expect(page('乙坊').decisions.map((one) => one.selected)).toEqual([false, true]);
    expect(page('丁坊').decisions).toHaveLength(1);
  });

  it('gives the place of one who leaves to the next in rank, who can be taken back again', () => {
    decideAll();
    withdraw('甲坊');
    const [vacancy] = vacancies(office, ACT.today);
    expect(vacancy).toMatchObject({ name: '甲坊', rank: 1, because: 'withdrawn', reason: '业主不再参加' });
    expect(vacancy?.successors.map((one) => one.name)).toEqual(['丙坊', '丁坊']);
    const replace = (name: string, reason = '') =>
      replaceWorkshop(
        office,
        { leaverId: idOf(office, '甲坊'), newcomerId: idOf(office, name), reason },
        ACT,
      );
    expect(codesOf(replace('丁坊'))).toEqual(['replace.reason']);
    must(replace('丙坊'));
    expect(page('丙坊').selection).toMatchObject({ selected: true, rank: 3, replaces: '甲坊' });
    expect(vacancies(office, ACT.today)).toEqual([]);
    expect(codesOf(replace('丁坊', '另选'))).toEqual(['replace.noVacancy']);
    expect(codesOf(undoWithdrawal(office, idOf(office, '甲坊'), ACT))).toEqual(['withdraw.replaced']);
    must(deselectApplications(office, [idOf(office, '丙坊')], '现场核查不符', ACT));
    must(undoWithdrawal(office, idOf(office, '甲坊'), ACT));
    expect(stageOn(office, '甲坊', '2021-04-14')).toBe('awaitingPublicity');
  });

  it('follows a chain: the newcomer leaves too', () => {
    decideAll();
    withdraw('甲坊');
    must(
      replaceWorkshop(
        office,
        { leaverId: idOf(office, '甲坊'), newcomerId: idOf(office, '丙坊'), reason: '' },
        ACT,
      ),
    );
    withdraw('丙坊');
    expect(vacancies(office, ACT.today).map((one) => one.name)).toEqual(['丙坊']);
  });

  it('does not give a place twice when the quota is used up otherwise', () => {
    decideAll();
    withdraw('甲坊');
    must(selectApplications(office, [idOf(office, '丁坊')], '补选', ACT));
    expect(codesOf(undoWithdrawal(office, idOf(office, '甲坊'), ACT))).toEqual(['withdraw.quota']);
    expect(vacancies(office, ACT.today)[0]?.successors).toEqual([]);
  });

  it('refuses a withdrawal in the future and one of somebody who left', () => {
    const id = idOf(office, '甲坊');
    expect(codesOf(withdrawApplication(office, id, isoDate('2021-05-01'), '不参加', ACT))).toEqual([
      'withdraw.date',
    ]);
    withdraw('甲坊');
    expect(codesOf(withdrawApplication(office, id, ACT.today, '不参加', ACT))).toEqual(['withdraw.already']);
  });

  it('takes an opinion back and still shows it', () => {
    must(retractReview(office, idOf(office, '甲坊'), 'leader', '登记错了', ACT));
    expect(stageOn(office, '甲坊', '2021-04-14')).toBe('awaitingReview');
    expect(page('甲坊').reviewHistory.map((one) => [one.opinion, one.counts])).toEqual([
      ['agree', false],
      ['retracted', false],
    ]);
    expect(codesOf(retractReview(office, idOf(office, '甲坊'), 'leader', '再撤', ACT))).toEqual([
      'review.none',
    ]);
  });

  it('keeps the checklist of materials, and tells the log what changed', () => {
    const received = { idCard: { form: 'paper', receivedOn: isoDate('2021-04-10') } } as const;
    must(saveMaterials(office, idOf(office, '甲坊'), received, ACT));
    expect(page('甲坊').materials).toEqual(received);
    expect(page('甲坊').audit[0]?.sentence).toBe('登记了附件材料：业主身份证明复印件');
    must(saveMaterials(office, idOf(office, '甲坊'), {}, ACT));
    expect(page('甲坊').materials).toEqual({});
  });
});
