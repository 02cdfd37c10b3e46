import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AssignmentId, StaffId, VisitId } from '../model/ids.ts';
import { day, idOf } from './columns.ts';
import { staff } from './office.ts';
import { ofWorkshop } from './ofWorkshop.ts';

/** 帮扶责任人 of one workshop from a day on; a hand-over ends one line and begins the next. */
export const helperAssignment = sqliteTable(
  'helper_assignment',
  {
    id: idOf<AssignmentId>('id').primaryKey(),
    ...ofWorkshop(),
    staffId: idOf<StaffId>('staff_id')
      .notNull()
      .references(() => staff.id),
    fromDay: day('from_day').notNull(),
    untilDay: day('until_day'),
    /** Why the workshop was handed over; empty for the first helper. */
    reason: text('reason').notNull(),
  },
  (table) => [
    index('helper_assignment_workshop').on(table.campaignId, table.workshopId),
    index('helper_assignment_staff').on(table.staffId),
    check('helper_assignment_days', sql`until_day IS NULL OR from_day <= until_day`),
  ],
);

/** 帮扶记录: one visit. */
export const assistanceVisit = sqliteTable(
  'assistance_visit',
  {
    id: idOf<VisitId>('id').primaryKey(),
    ...ofWorkshop(),
    staffId: idOf<StaffId>('staff_id')
      .notNull()
      .references(() => staff.id),
    visitedOn: day('visited_on').notNull(),
    findings: text('findings').notNull(),
    advice: text('advice').notNull(),
    ownerResponse: text('owner_response').notNull(),
    progressPercent: integer('progress_percent'),
  },
  (table) => [index('assistance_visit_workshop').on(table.campaignId, table.workshopId, table.visitedOn)],
);
