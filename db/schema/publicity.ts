import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CampaignId, ObjectionId, PublicityId, RosterId, WorkshopId } from '../model/ids.ts';
import { COUNTING_RULES, keysOf, OBJECTION_OUTCOMES } from '../model/terms.ts';
import { campaign } from './campaign.ts';
import { day, idOf } from './columns.ts';
import { workshop } from './workshops.ts';

/** 公示, frozen when posted: period and entries are what the paper says. */
export const publicity = sqliteTable(
  'publicity',
  {
    id: idOf<PublicityId>('id').primaryKey(),
    campaignId: idOf<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaign.id),
    firstDay: day('first_day').notNull(),
    lastDay: day('last_day').notNull(),
    days: integer('days').notNull(),
    countingRule: text('counting_rule', { enum: keysOf(COUNTING_RULES) }).notNull(),
    place: text('place').notNull(),
    digest: text('digest').notNull(),
    /** Filled in once it hangs: by whom and how (网站、公告栏 …); the proof is an attachment. */
    postedBy: text('posted_by').notNull().default(''),
    postedNote: text('posted_note').notNull().default(''),
    cancelledOn: day('cancelled_on'),
    cancelledReason: text('cancelled_reason').notNull().default(''),
  },
  (table) => [
    index('publicity_campaign').on(table.campaignId),
    check('publicity_days', sql`first_day <= last_day`),
  ],
);

export const publicityEntry = sqliteTable(
  'publicity_entry',
  {
    publicityId: idOf<PublicityId>('publicity_id')
      .notNull()
      .references(() => publicity.id),
    workshopId: idOf<WorkshopId>('workshop_id')
      .notNull()
      .references(() => workshop.id),
    position: integer('position').notNull(),
    district: text('district').notNull(),
    name: text('name').notNull(),
    address: text('address').notNull(),
    products: text('products').notNull(),
    removedOn: day('removed_on'),
    removedReason: text('removed_reason').notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.publicityId, table.workshopId] }),
    index('publicity_entry_workshop').on(table.workshopId),
  ],
);

export const objection = sqliteTable(
  'objection',
  {
    id: idOf<ObjectionId>('id').primaryKey(),
    publicityId: idOf<PublicityId>('publicity_id')
      .notNull()
      .references(() => publicity.id),
    workshopId: idOf<WorkshopId>('workshop_id').references(() => workshop.id),
    receivedOn: day('received_on').notNull(),
    objectorSealed: text('objector_sealed'),
    contentSealed: text('content_sealed').notNull(),
    handlingSealed: text('handling_sealed'),
    outcome: text('outcome', { enum: keysOf(OBJECTION_OUTCOMES) }),
    settledOn: day('settled_on'),
  },
  (table) => [index('objection_publicity').on(table.publicityId)],
);

/** 创建名单 as confirmed; one for each publicity that ended. */
export const roster = sqliteTable(
  'roster',
  {
    id: idOf<RosterId>('id').primaryKey(),
    campaignId: idOf<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaign.id),
    publicityId: idOf<PublicityId>('publicity_id')
      .notNull()
      .references(() => publicity.id),
    confirmedOn: day('confirmed_on').notNull(),
    digest: text('digest').notNull(),
  },
  (table) => [uniqueIndex('roster_publicity').on(table.publicityId)],
);

export const rosterEntry = sqliteTable(
  'roster_entry',
  {
    rosterId: idOf<RosterId>('roster_id')
      .notNull()
      .references(() => roster.id),
    workshopId: idOf<WorkshopId>('workshop_id')
      .notNull()
      .references(() => workshop.id),
    /** The line as confirmed: canonical JSON of a `RosterEntry`. */
    record: text('record').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.rosterId, table.workshopId] }),
    index('roster_entry_workshop').on(table.workshopId),
  ],
);
