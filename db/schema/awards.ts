import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CampaignId, PayeeId, PaymentBatchId, PaymentId, WorkshopId } from '../model/ids.ts';
import { keysOf, PAYMENT_STATES } from '../model/terms.ts';
import { campaign } from './campaign.ts';
import { day, idOf, moment, money } from './columns.ts';
import { ofWorkshop } from './ofWorkshop.ts';
import { workshop } from './workshops.ts';

/** 收款信息: sealed; the print of a card finds the same card twice. */
export const payee = sqliteTable(
  'payee',
  {
    id: idOf<PayeeId>('id').primaryKey(),
    ...ofWorkshop(),
    /** 身份证姓名 and 户名: two fields, because they differ now and then. */
    idNameSealed: text('id_name_sealed').notNull(),
    accountNameSealed: text('account_name_sealed').notNull(),
    /** To the branch. */
    bankSealed: text('bank_sealed').notNull(),
    cardSealed: text('card_sealed').notNull(),
    cardPrint: text('card_print').notNull(),
    confirmedOn: day('confirmed_on'),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('payee_once_a_year').on(table.campaignId, table.workshopId),
    uniqueIndex('payee_card').on(table.campaignId, table.cardPrint),
  ],
);

/** 发放表 as made on a day. */
export const paymentBatch = sqliteTable(
  'payment_batch',
  {
    id: idOf<PaymentBatchId>('id').primaryKey(),
    campaignId: idOf<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaign.id),
    title: text('title').notNull(),
    madeOn: day('made_on').notNull(),
    /** Taken back before anything was paid by it. */
    cancelledOn: day('cancelled_on'),
    cancelledReason: text('cancelled_reason').notNull(),
  },
  (table) => [index('payment_batch_campaign').on(table.campaignId)],
);

/** One payment and what became of it; a re-payment is a payment of its own. */
export const payment = sqliteTable(
  'payment',
  {
    id: idOf<PaymentId>('id').primaryKey(),
    batchId: idOf<PaymentBatchId>('batch_id')
      .notNull()
      .references(() => paymentBatch.id),
    workshopId: idOf<WorkshopId>('workshop_id')
      .notNull()
      .references(() => workshop.id),
    amount: money('amount').notNull(),
    /** The payee as printed on the 发放表: sealed JSON, so that a corrected card leaves the earlier list as it was. */
    payeeSealed: text('payee_sealed').notNull(),
    state: text('state', { enum: keysOf(PAYMENT_STATES) }).notNull(),
    settledOn: day('settled_on'),
    failure: text('failure').notNull(),
    /** The failed payment this one makes good. */
    repeatsId: idOf<PaymentId>('repeats_id'),
  },
  (table) => [
    index('payment_workshop').on(table.workshopId),
    index('payment_of_batch').on(table.batchId),
    check('payment_settled', sql`(state = 'planned') = (settled_on IS NULL)`),
  ],
);
