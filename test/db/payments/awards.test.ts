import { afterEach, describe, expect, it } from 'vitest';
import { auditRows } from '../../../db/audit.ts';
import { currentCampaign } from '../../../db/bureau/bureau.ts';
import { isoDate } from '../../../db/model/dates.ts';
import type { WorkshopId } from '../../../db/model/ids.ts';
import { fromYuan } from '../../../db/model/money.ts';
import { OutsideEventInput } from '../../../db/model/results.ts';
import type { Office } from '../../../db/office.ts';
import { paperRecord, privateNumbers } from '../../../db/papers/paperRecords.ts';
import { confirmPayee, removePayee, revealPayee, savePayee } from '../../../db/payments/payees.ts';
import { settlePayments, undoSettlement } from '../../../db/payments/paymentResults.ts';
import { awardsView, cancelBatch, makeBatch } from '../../../db/payments/payments.ts';
import { restoreFromBin } from '../../../db/recycle/recycleBin.ts';
import { markOutsideEvent, outsideEvents, saveOutsideEvent } from '../../../db/results/outsideEvents.ts';
import { decideResults, takeBackDecisions } from '../../../db/results/results.ts';
import { application, workshop } from '../../../db/schema.ts';
import { startWorks } from '../../../db/works/startWorks.ts';
import { worksOf } from '../../../db/works/worksRecords.ts';
import { withdrawApplication } from '../../../db/workshops/withdrawals.ts';
import { actOn, newOffice, onRoster, signedPlan, task, viewOf } from '../../fixtures/plannedOffice.ts';
import { scored } from '../../fixtures/scoredOffice.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

const ACT = actOn('2021-11-25');
const CARD = '4111111111111111';
const OTHER_CARD = '5500005555555559';
const payee = (card = CARD) => ({
  idName: '示例业主',
  accountName: '示例业主',
  bank: '示例银行示例县支行',
  card,
});

/** Scored, recommended and announced. */
function announced(office: Office, ...ids: readonly WorkshopId[]): void {
  for (const id of ids) scored(office, id, '2021-10-11', 930);
  const decision = { decision: 'recommend' as const, reason: '', decidedOn: isoDate('2021-10-20') };
  must(decideResults(office, { workshopIds: [...ids], ...decision }, actOn('2021-10-20')));
  const event = OutsideEventInput.parse({
    kind: 'announcement',
    happenedOn: '2021-11-24',
    lastDay: null,
    documentNo: '示例文〔2021〕1号',
    place: '',
    note: '',
    workshops: ids.map((workshopId) => ({ workshopId, score: null, veto: '' })),
  });
  must(saveOutsideEvent(office, null, event, '', ACT));
}

const rowOf = (office: Office, id: WorkshopId) =>
  awardsView(office, ACT.today).rows.find((row) => row.workshopId === id);

const batch = (office: Office, ...workshopIds: WorkshopId[]) =>
  makeBatch(office, { title: '第一批', madeOn: ACT.today, workshopIds }, ACT);

describe('收款信息', () => {
  it('is sealed, masked, revealed with a line in the log, and confirmed anew after a change', async () => {
    const office = await newOffice();
    const id = onRoster(office, '示例豆腐坊');
    announced(office, id);
    expect(codesOf(savePayee(office, id, { idName: '示例业主' }, ACT))).toEqual([
      'payee.accountName',
      'payee.bank',
      'payee.card',
    ]);
    expect(must(savePayee(office, id, payee('4111111111111112'), ACT)).map((one) => one.code)).toEqual([
      'payee.luhn',
    ]);
    expect(must(savePayee(office, id, { card: CARD }, ACT))).toEqual([]);
    expect(rowOf(office, id)?.payee?.card).toBe('4111********1111');
    const stored = JSON.stringify(office.sqlite.prepare('SELECT * FROM payee').all());
    for (const value of [CARD, '示例业主', '示例银行']) expect(stored).not.toContain(value);
    expect(must(revealPayee(office, id, 'card', ACT))).toBe(CARD);
    const log = auditRows(office, { limit: 100 });
    expect(log[0]?.sentence).toBe('查看了收款信息的银行卡号');
    expect(JSON.stringify(log)).not.toContain(CARD);
    expect(rowOf(office, id)?.state).toBe('unconfirmed');
    must(confirmPayee(office, id, ACT.today, ACT));
    expect(rowOf(office, id)?.state).toBe('payable');
    must(savePayee(office, id, { bank: '示例银行另一支行' }, ACT));
    expect(rowOf(office, id)?.state).toBe('unconfirmed');
    const binId = must(removePayee(office, id, '业主更换账户', ACT));
    expect(rowOf(office, id)?.state).toBe('noPayee');
    must(restoreFromBin(office, 'payee', binId, ACT));
    expect(rowOf(office, id)?.payee?.card).toBe('4111********1111');
  });

  it('refuses the same card for two workshops, however it is typed', async () => {
    const office = await newOffice();
    const one = onRoster(office, '示例豆腐坊');
    const two = onRoster(office, '示例酱菜坊');
    announced(office, one, two);
    must(savePayee(office, one, payee(), ACT));
    const refused = savePayee(office, two, payee(), ACT);
    expect(codesOf(refused)).toEqual(['payee.sameCard']);
    expect(JSON.stringify(refused)).not.toContain(CARD);
    must(savePayee(office, two, payee(OTHER_CARD), ACT));
  });
});

it('考评验收合格公示 prints what the 创建名单 froze, not what the workshop’s record says now', async () => {
  const office = await newOffice();
  const id = onRoster(office, '示例豆腐坊');
  announced(office, id);
  const event = OutsideEventInput.parse({
    kind: 'resultPublicity',
    happenedOn: '2021-11-01',
    lastDay: '2021-11-08',
    documentNo: '',
    place: '示例网站',
    note: '',
    workshops: [{ workshopId: id, score: null, veto: '' }],
  });
  const eventId = must(saveOutsideEvent(office, null, event, '', ACT));
  office.db.update(workshop).set({ address: '搬迁后的地址', products: '改做的产品' }).run();
  const paper = must(paperRecord(office, { paper: 'resultNotice', eventId }, ACT.today));
  expect(paper).toMatchObject({ entries: [{ position: 1, name: '示例豆腐坊', products: '豆腐' }] });
  expect(JSON.stringify(paper)).not.toContain('搬迁后');
});

describe('发放', () => {
  it('goes only to announced and recommended workshops with a confirmed payee', async () => {
    const office = await newOffice();
    const one = onRoster(office, '示例豆腐坊');
    const two = onRoster(office, '示例酱菜坊');
    scored(office, two, '2021-10-11', 930);
    announced(office, one);
    expect(codesOf(batch(office, two))).toEqual(['payment.notRecommended']);
    expect(codesOf(batch(office, one))).toEqual(['payment.noPayee']);
    must(savePayee(office, one, payee(), ACT));
    expect(codesOf(batch(office, one))).toEqual(['payment.unconfirmed']);
    must(confirmPayee(office, one, ACT.today, ACT));
    const [event] = outsideEvents(office, ACT.today);
    if (!event) throw new Error('No event');
    must(markOutsideEvent(office, event.id, 'remove', '登记错了', ACT));
    expect(codesOf(batch(office, one))).toEqual(['payment.notAnnounced']);
    must(markOutsideEvent(office, event.id, 'restore', '没有错', ACT));
    must(batch(office, one));
    expect(codesOf(markOutsideEvent(office, event.id, 'remove', '登记错了', ACT))).toEqual(['outside.paid']);
    expect(codesOf(takeBackDecisions(office, [one], '撤回', ACT))).toEqual(['result.paid']);
  });

  it('is settled, failed, repeated and taken back; every list keeps the payee it printed', async () => {
    const office = await newOffice();
    const one = onRoster(office, '示例豆腐坊');
    const two = onRoster(office, '示例酱菜坊');
    announced(office, one, two);
    must(savePayee(office, one, payee(), ACT));
    must(savePayee(office, two, payee(OTHER_CARD), ACT));
    for (const id of [one, two]) must(confirmPayee(office, id, ACT.today, ACT));
    const first = must(batch(office, one, two));
    expect(codesOf(batch(office, one))).toEqual(['payment.planned']);
    const view = () => awardsView(office, ACT.today);
    expect(view().batches[0]?.totalInWords).toBe('贰万元整');
    const paymentOf = (id: WorkshopId) =>
      view()
        .batches.filter((each) => !each.cancelled)
        .flatMap((each) => each.payments)
        .find((each) => each.workshopId === id && each.state !== 'failed')?.id;
    const idOf = (id: WorkshopId) => {
      const found = paymentOf(id);
      if (!found) throw new Error('No payment');
      return found;
    };
    const settle = (id: WorkshopId, state: 'paid' | 'failed', failure = '') =>
      settlePayments(office, { paymentIds: [idOf(id)], state, settledOn: ACT.today, failure }, ACT);
    must(settle(one, 'paid'));
    const failed = idOf(two);
    must(settle(two, 'failed', '户名与卡号不符'));
    expect(rowOf(office, two)?.state).toBe('failed');
    expect(view().totals).toMatchObject({ paidCount: 1, failedCount: 1, paid: fromYuan(10_000) });
    expect(codesOf(cancelBatch(office, first, '作废', ACT))).toEqual(['payment.settled']);
    must(savePayee(office, two, { card: '6011000990139424' }, ACT));
    expect(codesOf(batch(office, two))).toEqual(['payment.unconfirmed']);
    must(confirmPayee(office, two, ACT.today, ACT));
    const second = must(batch(office, two));
    expect(codesOf(undoSettlement(office, failed, '误登', ACT))).toEqual(['payment.repeated']);
    const paper = must(paperRecord(office, { paper: 'paymentList', batchId: first }, ACT.today));
    expect(JSON.stringify(paper)).toContain(OTHER_CARD);
    for (const card of [CARD, OTHER_CARD, '6011000990139424']) {
      expect(privateNumbers(office).has(card)).toBe(true);
    }
    must(cancelBatch(office, second, '重新制表', ACT));
    expect(rowOf(office, two)?.state).toBe('failed');
    must(batch(office, two));
    must(settle(two, 'paid'));
    expect(view().totals).toMatchObject({ paidCount: 2, failedCount: 0, paid: fromYuan(20_000) });
    must(undoSettlement(office, idOf(one), '银行退回', ACT));
    expect(rowOf(office, one)?.state).toBe('planned');
  });

  it('stands in the way of 退出 while it is planned or paid, not once it failed or was taken back', async () => {
    const office = await newOffice();
    const id = onRoster(office, '示例豆腐坊');
    announced(office, id);
    must(savePayee(office, id, payee(), ACT));
    must(confirmPayee(office, id, ACT.today, ACT));
    const applied = office.db.select().from(application).get();
    if (!applied) throw new Error('An application');
    const leave = () => withdrawApplication(office, applied.id, ACT.today, '停业', ACT);
    const first = must(batch(office, id));
    expect(leave()).toMatchObject({ ok: false, problems: [{ code: 'withdraw.payment', found: '第一批' }] });
    const pay = (state: 'paid' | 'failed') => {
      const paymentIds = awardsView(office, ACT.today)
        .batches.filter((one) => !one.cancelled)
        .flatMap((one) => one.payments.map((each) => each.id));
      const failure = state === 'failed' ? '户名不符' : '';
      must(settlePayments(office, { paymentIds, state, settledOn: ACT.today, failure }, ACT));
      return paymentIds;
    };
    const [paid] = pay('paid');
    expect(codesOf(leave())).toEqual(['withdraw.payment']);
    if (paid) must(undoSettlement(office, paid, '银行退回', ACT));
    must(cancelBatch(office, first, '重新制表', ACT));
    must(batch(office, id));
    pay('failed');
    must(leave());
  });

  it('never counts the award as own investment', async () => {
    const office = await newOffice();
    const id = signedPlan(office, '示例豆腐坊', task('铺地面砖', isoDate('2021-06-30'), 12_000));
    const works = actOn('2021-05-12');
    const plan = viewOf(office, id, '2021-05-12');
    must(startWorks(office, plan.planId, works.today, works));
    const line = worksOf(office, id, works.today)?.tasks[0];
    if (!line) throw new Error('No task');
    const totals = () => worksOf(office, id, ACT.today)?.totals;
    const before = totals();
    announced(office, id);
    must(savePayee(office, id, payee(), ACT));
    must(confirmPayee(office, id, ACT.today, ACT));
    must(batch(office, id));
    const paid = awardsView(office, ACT.today).batches[0]?.payments.map((one) => one.id) ?? [];
    must(settlePayments(office, { paymentIds: paid, state: 'paid', settledOn: ACT.today, failure: '' }, ACT));
    expect(awardsView(office, ACT.today).totals.paid).toBe(currentCampaign(office).policy.award);
    expect(totals()).toEqual(before);
    expect(totals()?.spentOwn).toBe(0);
  });
});
