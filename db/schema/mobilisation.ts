import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CampaignId, DutyId, MeetingId } from '../model/ids.ts';
import { campaign } from './campaign.ts';
import { day, idOf } from './columns.ts';

/** 宣传动员会. */
export const meeting = sqliteTable(
  'meeting',
  {
    id: idOf<MeetingId>('id').primaryKey(),
    campaignId: idOf<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaign.id),
    heldOn: day('held_on').notNull(),
    place: text('place').notNull(),
    host: text('host').notNull(),
    topic: text('topic').notNull(),
    participants: text('participants').notNull(),
    headcount: integer('headcount'),
    content: text('content').notNull(),
  },
  (table) => [index('meeting_campaign').on(table.campaignId)],
);

/** 任务分解: who answers for which part of the campaign until when. */
export const duty = sqliteTable(
  'duty',
  {
    id: idOf<DutyId>('id').primaryKey(),
    campaignId: idOf<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaign.id),
    position: integer('position').notNull(),
    task: text('task').notNull(),
    unit: text('unit').notNull(),
    responsible: text('responsible').notNull(),
    dueOn: day('due_on'),
    doneOn: day('done_on'),
    note: text('note').notNull(),
  },
  (table) => [index('duty_campaign').on(table.campaignId, table.position)],
);
