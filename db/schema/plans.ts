import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PlanId, RevisionId, TaskId } from '../model/ids.ts';
import { keysOf, SIGNATURE_ROLES, TASK_CATEGORIES } from '../model/terms.ts';
import { day, idOf, moment, money } from './columns.ts';
import { ofWorkshop } from './ofWorkshop.ts';

export const plan = sqliteTable(
  'plan',
  {
    id: idOf<PlanId>('id').primaryKey(),
    ...ofWorkshop(),
    worksStartedOn: day('works_started_on'),
  },
  (table) => [uniqueIndex('plan_once_a_year').on(table.campaignId, table.workshopId)],
);

/** 方案的一版. From submission on it is frozen: canonical JSON (sealed) and its SHA-256. */
export const planRevision = sqliteTable(
  'plan_revision',
  {
    id: idOf<RevisionId>('id').primaryKey(),
    planId: idOf<PlanId>('plan_id')
      .notNull()
      .references(() => plan.id),
    number: integer('number').notNull(),
    helperName: text('helper_name').notNull(),
    assistance: text('assistance').notNull(),
    situation: text('situation').notNull(),
    plannedStart: day('planned_start'),
    reason: text('reason').notNull(),
    submittedOn: day('submitted_on'),
    recordSealed: text('record_sealed'),
    digest: text('digest'),
    createdAt: moment('created_at').notNull(),
    /** The code on the scanned signed paper was compared with the record's. */
    scanConfirmedOn: day('scan_confirmed_on'),
  },
  (table) => [
    uniqueIndex('plan_revision_number').on(table.planId, table.number),
    check(
      'plan_revision_frozen',
      sql`(submitted_on IS NULL) = (record_sealed IS NULL) AND (record_sealed IS NULL) = (digest IS NULL)`,
    ),
  ],
);

export const planTask = sqliteTable(
  'plan_task',
  {
    id: idOf<TaskId>('id').primaryKey(),
    revisionId: idOf<RevisionId>('revision_id')
      .notNull()
      .references(() => planRevision.id),
    position: integer('position').notNull(),
    /** The same task in every revision of the plan carries the same line; its first id. */
    line: text('line').notNull().default(''),
    category: text('category', { enum: keysOf(TASK_CATEGORIES) }),
    problem: text('problem').notNull(),
    measure: text('measure').notNull(),
    standard: text('standard').notNull(),
    budgetOwn: money('budget_own'),
    budgetOther: money('budget_other'),
    dueOn: day('due_on'),
    responsible: text('responsible').notNull(),
  },
  (table) => [index('plan_task_revision').on(table.revisionId, table.position)],
);

/** 签批: agreement or return of one revision by one role; belongs to the revision that was signed. */
export const signature = sqliteTable(
  'signature',
  {
    id: text('id').primaryKey(),
    revisionId: idOf<RevisionId>('revision_id')
      .notNull()
      .references(() => planRevision.id),
    role: text('role', { enum: keysOf(SIGNATURE_ROLES) }).notNull(),
    outcome: text('outcome', { enum: ['agree', 'return'] }).notNull(),
    signerName: text('signer_name').notNull(),
    opinion: text('opinion').notNull(),
    signedOn: day('signed_on').notNull(),
  },
  (table) => [uniqueIndex('signature_role').on(table.revisionId, table.role)],
);
