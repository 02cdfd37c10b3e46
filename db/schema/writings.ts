import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CampaignId, WorkshopId, WritingId } from '../model/ids.ts';
import { keysOf, WRITING_KINDS } from '../model/terms.ts';
import { campaign } from './campaign.ts';
import { day, idOf, moment } from './columns.ts';
import { workshop } from './workshops.ts';

/** 总结, 典型案例, 报送报告: pre-written from the records, then edited by the office. */
export const writing = sqliteTable(
  'writing',
  {
    id: idOf<WritingId>('id').primaryKey(),
    campaignId: idOf<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaign.id),
    kind: text('kind', { enum: keysOf(WRITING_KINDS) }).notNull(),
    workshopId: idOf<WorkshopId>('workshop_id').references(() => workshop.id),
    title: text('title').notNull(),
    /** JSON of its sections, checked by zod. */
    body: text('body').notNull(),
    finishedOn: day('finished_on'),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('writing_campaign').on(table.campaignId, table.kind)],
);
