import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ApplicationId } from '../model/ids.ts';
import { keysOf, RECORDED_OPINIONS, REVIEW_LEVELS } from '../model/terms.ts';
import { day, idOf } from './columns.ts';
import { application } from './workshops.ts';

/** 审核意见. Never overwritten: a later opinion of the same level counts instead. */
export const review = sqliteTable(
  'review',
  {
    id: text('id').primaryKey(),
    applicationId: idOf<ApplicationId>('application_id')
      .notNull()
      .references(() => application.id),
    level: text('level', { enum: keysOf(REVIEW_LEVELS) }).notNull(),
    opinion: text('opinion', { enum: keysOf(RECORDED_OPINIONS) }).notNull(),
    comment: text('comment').notNull(),
    reviewerName: text('reviewer_name').notNull(),
    reviewedOn: day('reviewed_on').notNull(),
  },
  (table) => [index('review_application').on(table.applicationId)],
);

/** 遴选决定. Never overwritten: the latest counts, the earlier ones say why it changed. */
export const selectionDecision = sqliteTable(
  'selection_decision',
  {
    id: text('id').primaryKey(),
    applicationId: idOf<ApplicationId>('application_id')
      .notNull()
      .references(() => application.id),
    selected: integer('selected', { mode: 'boolean' }).notNull(),
    reason: text('reason').notNull(),
    decidedOn: day('decided_on').notNull(),
    /** Place in the ranking when it was decided; the next in rank follows a withdrawal. */
    rank: integer('rank'),
    /** 递补: whose place this workshop took. */
    replacesId: idOf<ApplicationId>('replaces_id').references(() => application.id),
  },
  (table) => [index('selection_application').on(table.applicationId)],
);
