import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { day } from './columns.ts';

/** The office's own corrections of the statutory calendar (节假日表); one line a day. */
export const calendarDay = sqliteTable('calendar_day', {
  date: day('date').primaryKey(),
  kind: text('kind', { enum: ['rest', 'work'] }).notNull(),
  name: text('name').notNull(),
});
