import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PlanId } from '../model/ids.ts';
import { day, idOf, money } from './columns.ts';
import { plan } from './plans.ts';

/** What was really done for one 改造任务, kept across the plan's revisions by the task's `line`. */
export const taskWork = sqliteTable(
  'task_work',
  {
    planId: idOf<PlanId>('plan_id')
      .notNull()
      .references(() => plan.id),
    line: text('line').notNull(),
    progressPercent: integer('progress_percent').notNull(),
    costOwn: money('cost_own'),
    costOther: money('cost_other'),
    finishedOn: day('finished_on'),
    note: text('note').notNull(),
    /** 销号: checked on the spot and struck off the list, by whom. */
    closedOn: day('closed_on'),
    closedBy: text('closed_by').notNull(),
    /** Why it was struck off without a photo of the finished works. */
    closedNote: text('closed_note').notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.line] }),
    check('task_work_progress', sql`progress_percent BETWEEN 0 AND 100`),
    check('task_work_closed', sql`closed_on IS NULL OR finished_on IS NOT NULL`),
  ],
);
