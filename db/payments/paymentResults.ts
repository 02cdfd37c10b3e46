import { eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import type { SettlementInput } from '../model/awards.ts';
import type { IsoDate } from '../model/dates.ts';
import type { PaymentId } from '../model/ids.ts';
import { formatYuan } from '../model/money.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { payment } from '../schema.ts';
import { isCancelled, type JoinedPayment, paymentRows, repeatsAmong } from './payments.ts';

function settleProblems(rows: readonly JoinedPayment[], { settledOn }: SettlementInput, today: IsoDate) {
  return rows.flatMap(({ payment: one, batch, workshop: who }) => {
    const expected = `${batch.madeOn}（制表日）至${today}（今天）之间`;
    return [
      (one.state !== 'planned' || batch.cancelledOn !== null) &&
        problem('payment.settled', `“${who.name}”的发放结果已登记或发放表已撤销，请刷新后再看`, {
          found: who.name,
        }),
      (settledOn < batch.madeOn || settledOn > today) &&
        problem('payment.day', `“${who.name}”的发放日期${settledOn}应在${expected}`, {
          field: 'settledOn',
          found: settledOn,
          expected,
        }),
    ].filter((problem_) => problem_ !== false);
  });
}

/** 发放结果: paid, or failed with the bank's reason. */
export function settlePayments(office: Office, input: SettlementInput, act: Act): Result<void> {
  const ids = new Set(input.paymentIds);
  const rows = paymentRows(office).filter((row) => ids.has(row.payment.id));
  if (rows.length < ids.size) {
    return refuse(problem('payment.unknown', '所选发放记录中有的不存在，请刷新后再试'));
  }
  const problems = settleProblems(rows, input, act.today);
  if (problems.length > 0) return refuse(...problems);
  const { state, settledOn, failure } = input;
  return transact(office, () => {
    for (const { payment: row, workshop: who } of rows) {
      office.db
        .update(payment)
        .set({ state, settledOn, failure: state === 'failed' ? failure : '' })
        .where(eq(payment.id, row.id))
        .run();
      const what = `${formatYuan(row.amount)}元`;
      const sentence =
        state === 'paid'
          ? `“${who.name}”奖补资金${what}已于${settledOn}发放`
          : `“${who.name}”奖补资金${what}发放失败（${settledOn}），原因：${failure}`;
      audit(office, act, `payment.${state}`, sentence, row.workshopId);
    }
    return ok(undefined);
  });
}

/** Takes a result back, unless the failed payment was made good since. */
export function undoSettlement(office: Office, id: PaymentId, reason: string, act: Act): Result<void> {
  const rows = paymentRows(office);
  const found = rows.find((row) => row.payment.id === id);
  if (!found || found.payment.state === 'planned' || isCancelled(found)) {
    return refuse(problem('payment.unknown', '该笔发放没有可撤回的结果，请刷新后再看'));
  }
  const { workshop: who, payment: row } = found;
  if (repeatsAmong(rows).has(id)) {
    return refuse(
      problem('payment.repeated', `“${who.name}”的这笔失败发放已另行补发，请先撤销补发所在的发放表`),
    );
  }
  return transact(office, () => {
    office.db
      .update(payment)
      .set({ state: 'planned', settledOn: null, failure: '' })
      .where(eq(payment.id, id))
      .run();
    audit(office, act, 'payment.undo', `撤回了“${who.name}”的发放结果，原因：${reason}`, row.workshopId);
    return ok(undefined);
  });
}
