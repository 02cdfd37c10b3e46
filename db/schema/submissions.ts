import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CampaignId, SubmissionId } from '../model/ids.ts';
import { keysOf, SUBMISSION_KINDS } from '../model/terms.ts';
import { campaign } from './campaign.ts';
import { day, idOf } from './columns.ts';

/** 报送: what was handed up, with the digest that ties it to the stick. */
export const submission = sqliteTable(
  'submission',
  {
    id: idOf<SubmissionId>('id').primaryKey(),
    campaignId: idOf<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaign.id),
    kind: text('kind', { enum: keysOf(SUBMISSION_KINDS) }).notNull(),
    sequence: integer('sequence').notNull(),
    folderName: text('folder_name').notNull(),
    madeOn: day('made_on').notNull(),
    manifestSha256: text('manifest_sha256').notNull(),
    record: text('record').notNull(),
    /** 更正: which earlier package this one replaces, and why. */
    replacesId: idOf<SubmissionId>('replaces_id'),
    replacesReason: text('replaces_reason').notNull().default(''),
    /** 回执 of the receiving office. */
    receivedOn: day('received_on'),
    receivedBy: text('received_by').notNull().default(''),
    receiptNote: text('receipt_note').notNull().default(''),
  },
  (table) => [uniqueIndex('submission_sequence').on(table.campaignId, table.kind, table.sequence)],
);
