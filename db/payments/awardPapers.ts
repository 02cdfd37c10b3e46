import { eq } from 'drizzle-orm';
import { currentCampaign } from '../bureau/bureau.ts';
import type { OutsideEventId, PaymentBatchId } from '../model/ids.ts';
import type { PublicEntry } from '../model/papers/publicity.ts';
import type { PaymentListPaper, ResultNoticePaper } from '../model/papers/results.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import type { Office } from '../office.ts';
import { paperHead } from '../papers/paperHead.ts';
import { rosters } from '../publicity/rosters.ts';
import { resultPeriod } from '../results/outsideEvents.ts';
import { outsideEvent, outsideEventWorkshop } from '../schema.ts';
import { unsealField } from '../workshops/ownerPrivate.ts';
import { frozenPayee, paymentBatches, paymentRows } from './payments.ts';

/** 奖补资金发放表, with the payees as they were when it was made. Meant for the bank: the numbers stand on it. */
export function paymentListPaper(office: Office, id: PaymentBatchId): Result<PaymentListPaper> {
  const batch = paymentBatches(office).find((one) => one.id === id);
  if (!batch) return refuse(problem('paper.unknown', '没有找到该发放表，请刷新后再试'));
  const rows = paymentRows(office).filter((row) => row.batch.id === id);
  return ok({
    paper: 'paymentList',
    ...paperHead(office),
    title: batch.title,
    madeOn: batch.madeOn,
    cancelled: batch.cancelled !== null,
    total: batch.total,
    totalInWords: batch.totalInWords,
    rows: rows.map(({ payment, workshop: who }, index) => ({
      position: index + 1,
      workshopName: who.name,
      ...frozenPayee(office, payment),
      idNumber: unsealField(office, who, 'idNumber') ?? '',
      phone: unsealField(office, who, 'phone') ?? '',
      amount: payment.amount,
      remark: payment.repeatsId === null ? '' : '补发',
    })),
  });
}

/** The workshops an event names, as the 创建名单 froze them when it was confirmed, in its order. */
function frozenEntries(office: Office, id: OutsideEventId): readonly PublicEntry[] {
  const named = new Set(
    office.db
      .select({ workshopId: outsideEventWorkshop.workshopId })
      .from(outsideEventWorkshop)
      .where(eq(outsideEventWorkshop.eventId, id))
      .all()
      .map((row) => row.workshopId),
  );
  return [...rosters(office)]
    .reverse()
    .flatMap((one) => one.entries)
    .filter((entry) => named.has(entry.workshopId))
    .map(({ district, name, address, products }, index) => ({
      position: index + 1,
      district,
      name,
      address,
      products,
    }));
}

/** 《考评验收合格公示》 of a recorded 验收结果公示: only the columns the public may see. */
export function resultNoticePaper(office: Office, id: OutsideEventId): Result<ResultNoticePaper> {
  const event = office.db.select().from(outsideEvent).where(eq(outsideEvent.id, id)).get();
  if (event?.kind !== 'resultPublicity' || event.lastDay === null || event.removedAt !== null) {
    return refuse(problem('paper.unknown', '没有找到该验收结果公示，或已移除，请刷新后再试'));
  }
  const head = paperHead(office);
  const { basis, passScore, publicityDays, countingRule } = currentCampaign(office).policy;
  const counted = resultPeriod(office, event.happenedOn);
  return ok({
    paper: 'resultNotice',
    ...head,
    basis,
    passScore,
    firstDay: event.happenedOn,
    lastDay: event.lastDay,
    // A period others fixed is told by its dates alone.
    counted:
      counted.ok && counted.value.lastDay === event.lastDay ? { days: publicityDays, countingRule } : null,
    entries: frozenEntries(office, id),
  });
}
