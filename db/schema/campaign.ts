import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CampaignId } from '../model/ids.ts';
import { idOf, moment } from './columns.ts';

export const campaign = sqliteTable(
  'campaign',
  {
    id: idOf<CampaignId>('id').primaryKey(),
    year: integer('year').notNull(),
    policy: text('policy').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [uniqueIndex('campaign_year').on(table.year)],
);
