import { and, eq, isNull, ne } from 'drizzle-orm';
import { currentCampaign } from '../bureau/bureau.ts';
import type { WorkshopId } from '../model/ids.ts';
import type { Office } from '../office.ts';
import { payment, paymentBatch } from '../schema.ts';

/** Money on its way to a workshop, or sent: a line of a 发放表 that stands and did not fail. */
export const livePayment = (office: Office, workshopId: WorkshopId) =>
  office.db
    .select({ state: payment.state, title: paymentBatch.title })
    .from(payment)
    .innerJoin(paymentBatch, eq(paymentBatch.id, payment.batchId))
    .where(
      and(
        eq(paymentBatch.campaignId, currentCampaign(office).id),
        isNull(paymentBatch.cancelledOn),
        eq(payment.workshopId, workshopId),
        ne(payment.state, 'failed'),
      ),
    )
    .get();
