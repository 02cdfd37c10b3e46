import { asc, desc, eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { groupBy } from '../groupBy.ts';
import {
  type BatchInput,
  currentPayment,
  Payee,
  type PayFacts,
  payProblems,
  payState,
  repeatedBy,
} from '../model/awards.ts';
import type { AwardRow, AwardsView, BatchView, PaymentView } from '../model/contract/awards.ts';
import type { ResultRow } from '../model/contract/results.ts';
import type { IsoDate } from '../model/dates.ts';
import { newId, PaymentBatchId, PaymentId } from '../model/ids.ts';
import { formatYuan, inChineseCapitals, sumFen } from '../model/money.ts';
import { maskNumber } from '../model/privateNumbers.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { resultRows } from '../results/results.ts';
import { payment, paymentBatch, workshop } from '../schema.ts';
import { maskedPayee, payeeInClear, payeeRows } from './payees.ts';

const PAYEE = 'payment.payee';

/** The payee as a 发放表 printed it. */
export const frozenPayee = (
  office: Office,
  { payeeSealed }: Pick<typeof payment.$inferSelect, 'payeeSealed'>,
): Payee => Payee.parse(JSON.parse(office.vault.unseal(payeeSealed, PAYEE)));

/** All payments of the year at work with their 发放表, in the order they were made. */
export const paymentRows = (office: Office) =>
  office.db
    .select({ payment, batch: paymentBatch, workshop })
    .from(payment)
    .innerJoin(paymentBatch, eq(paymentBatch.id, payment.batchId))
    .innerJoin(workshop, eq(workshop.id, payment.workshopId))
    .where(eq(paymentBatch.campaignId, currentCampaign(office).id))
    .orderBy(asc(payment.id))
    .all();

export type JoinedPayment = ReturnType<typeof paymentRows>[number];

export const isCancelled = ({ batch }: JoinedPayment): boolean => batch.cancelledOn !== null;

const asFacts = (joined: JoinedPayment) => ({
  id: joined.payment.id,
  state: joined.payment.state,
  repeatsId: joined.payment.repeatsId,
  cancelled: isCancelled(joined),
  settledOn: joined.payment.settledOn,
  failure: joined.payment.failure,
});

interface Gathered {
  readonly result: ResultRow;
  readonly facts: PayFacts & { readonly payments: readonly ReturnType<typeof asFacts>[] };
}

/** Recommended workshops, and any that money was sent to. */
function gather(office: Office, today: IsoDate): readonly Gathered[] {
  const payees = payeeRows(office);
  const payments = groupBy(paymentRows(office), (row) => row.payment.workshopId);
  return resultRows(office, today)
    .filter((row) => row.decision?.kind === 'recommend' || payments.has(row.workshopId))
    .map((result) => {
      const known = payees.get(result.workshopId);
      return {
        result,
        facts: {
          announced: result.announced,
          payee: known ? { confirmed: known.confirmedOn !== null } : null,
          payments: (payments.get(result.workshopId) ?? []).map(asFacts),
        },
      };
    });
}

/** What stands against paying: the recommendation must stand without a doubt. */
function problemsOf({ result, facts }: Gathered): readonly Problem[] {
  const { name, state, doubts } = result;
  const why = doubts.length === 0 ? '' : `（${doubts.join('；')}）`;
  const unsound =
    state === 'recommended'
      ? []
      : [
          problem('payment.notRecommended', `“${name}”不在推荐名单上或推荐需要复核${why}，请先办理`, {
            found: name,
          }),
        ];
  return [...unsound, ...payProblems(name, facts)];
}

function viewOf(joined: JoinedPayment, repeats: ReadonlySet<PaymentId>, office: Office): PaymentView {
  const { payment: row, workshop: who } = joined;
  return {
    id: row.id,
    batchId: row.batchId,
    workshopId: row.workshopId,
    workshopName: who.name,
    ownerName: who.ownerName,
    amount: row.amount,
    card: maskNumber(frozenPayee(office, row).card),
    state: row.state,
    settledOn: row.settledOn,
    failure: row.failure,
    repeatsId: row.repeatsId,
    repeated: repeats.has(row.id),
  };
}

/** The failed payments that a payment which counts makes good. */
export const repeatsAmong = (rows: readonly JoinedPayment[]): ReadonlySet<PaymentId> =>
  new Set(rows.filter((row) => !isCancelled(row)).flatMap((row) => row.payment.repeatsId ?? []));

/** 发放表 of the year, the newest first. */
export function paymentBatches(office: Office): readonly BatchView[] {
  const rows = paymentRows(office);
  const repeats = repeatsAmong(rows);
  const byBatch = groupBy(rows, (row) => row.batch.id);
  return office.db
    .select()
    .from(paymentBatch)
    .where(eq(paymentBatch.campaignId, currentCampaign(office).id))
    .orderBy(desc(paymentBatch.id))
    .all()
    .map(({ id, title, madeOn, cancelledOn, cancelledReason }) => {
      const payments = (byBatch.get(id) ?? []).map((row) => viewOf(row, repeats, office));
      const total = sumFen(payments.map((one) => one.amount));
      return {
        id,
        title,
        madeOn,
        total,
        totalInWords: inChineseCapitals(total),
        cancelled: cancelledOn === null ? null : { on: cancelledOn, reason: cancelledReason },
        payments,
      };
    });
}

/** 名单与奖补: who may be paid or why not, the 发放表 and their sums. */
export function awardsView(office: Office, today: IsoDate): AwardsView {
  const payees = payeeRows(office);
  const rows = gather(office, today).map((one): AwardRow => {
    const { result, facts } = one;
    const known = payees.get(result.workshopId);
    const current = currentPayment(facts.payments);
    return {
      workshopId: result.workshopId,
      name: result.name,
      ownerName: result.ownerName,
      township: result.township,
      initials: result.initials,
      state: payState(facts),
      payee: known ? maskedPayee(office, known, result.ownerName) : null,
      problems: problemsOf(one),
      failure: current?.state === 'failed' ? current.failure : '',
      paidOn: current?.state === 'paid' ? current.settledOn : null,
    };
  });
  const batches = paymentBatches(office);
  const live = batches.filter((one) => one.cancelled === null).flatMap((one) => one.payments);
  const paid = live.filter((one) => one.state === 'paid');
  return {
    award: currentCampaign(office).policy.award,
    rows,
    batches,
    totals: {
      paid: sumFen(paid.map((one) => one.amount)),
      paidCount: paid.length,
      planned: sumFen(live.filter((one) => one.state === 'planned').map((one) => one.amount)),
      failedCount: live.filter((one) => one.state === 'failed' && !one.repeated).length,
    },
  };
}

/** Makes a 发放表: the payees are frozen on it as they are now; failed payments are repeated. */
export function makeBatch(office: Office, input: BatchInput, act: Act): Result<PaymentBatchId> {
  const { title, madeOn } = input;
  const ids = [...new Set(input.workshopIds)];
  const known = new Map(gather(office, act.today).map((one) => [one.result.workshopId, one]));
  const payees = payeeRows(office);
  const chosen = ids.flatMap((id) => known.get(id) ?? []);
  if (chosen.length < ids.length) {
    return refuse(problem('payment.notRecommended', '所选小作坊中有的不在推荐名单上，请刷新后再选'));
  }
  const late =
    madeOn > act.today
      ? [problem('payment.future', `制表日期${madeOn}晚于今天（${act.today}），请核对`, { field: 'madeOn' })]
      : [];
  const problems = [...late, ...chosen.flatMap(problemsOf)];
  if (problems.length > 0) return refuse(...problems);
  const { id: campaignId, policy } = currentCampaign(office);
  const batchId = newId(PaymentBatchId);
  return transact(office, () => {
    office.db
      .insert(paymentBatch)
      .values({ id: batchId, campaignId, title, madeOn, cancelledReason: '' })
      .run();
    for (const { result, facts } of chosen) {
      const row = payees.get(result.workshopId);
      if (!row) return refuse(problem('payee.unknown', `“${result.name}”没有收款信息，请先登记`));
      office.db
        .insert(payment)
        .values({
          id: newId(PaymentId),
          batchId,
          workshopId: result.workshopId,
          amount: policy.award,
          payeeSealed: office.vault.seal(JSON.stringify(payeeInClear(office, row)), PAYEE),
          state: 'planned',
          failure: '',
          repeatsId: repeatedBy(facts),
        })
        .run();
    }
    const total = sumFen(chosen.map(() => policy.award));
    const sentence = `生成了“${title}”：${chosen.length}家，${formatYuan(total)}元（${inChineseCapitals(total)}）`;
    audit(office, act, 'payment.batch', sentence);
    return ok(batchId);
  });
}

/** Takes a 发放表 back while no result of it is recorded. */
export function cancelBatch(office: Office, id: PaymentBatchId, reason: string, act: Act): Result<void> {
  const batch = paymentBatches(office).find((one) => one.id === id);
  if (!batch || batch.cancelled) {
    return refuse(problem('payment.batchUnknown', '该发放表不存在或已撤销，请刷新后再试'));
  }
  if (batch.payments.some((one) => one.state !== 'planned')) {
    return refuse(
      problem('payment.settled', `“${batch.title}”已登记发放结果，不能撤销；确有错误的，请先撤回发放结果`),
    );
  }
  return transact(office, () => {
    office.db
      .update(paymentBatch)
      .set({ cancelledOn: act.today, cancelledReason: reason })
      .where(eq(paymentBatch.id, id))
      .run();
    audit(office, act, 'payment.cancel', `撤销了“${batch.title}”，原因：${reason}`);
    return ok(undefined);
  });
}

/** A 发放表 shown or saved shows every number on it: the log says so. */
export function notePaymentListMade(office: Office, id: PaymentBatchId, act: Act): void {
  const batch = office.db.select().from(paymentBatch).where(eq(paymentBatch.id, id)).get();
  if (batch) audit(office, act, 'private.paymentList', `打开或另存了“${batch.title}”（含个人信息）`);
}

/** Every card money was ever to be sent to, in the clear: what other papers are compared with. */
export function paymentSecrets(office: Office): readonly string[] {
  const kept = office.db.select({ payeeSealed: payment.payeeSealed }).from(payment).all();
  return kept.map((row) => frozenPayee(office, row).card);
}
