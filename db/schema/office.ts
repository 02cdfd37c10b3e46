import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { StaffId, WorkshopId } from '../model/ids.ts';
import { idOf, moment } from './columns.ts';

/** Ways to unwrap the data key; they lie inside the file so that a copy of it opens elsewhere (design §6.5). */
export const keySlot = sqliteTable('key_slot', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: ['keychain', 'recoveryCode'] }).notNull(),
  salt: text('salt').notNull(),
  params: text('params').notNull(),
  nonce: text('nonce').notNull(),
  wrapped: text('wrapped').notNull(),
  createdAt: moment('created_at').notNull(),
});

/** Single values by name: the bureau's own details, the chosen clerk; JSON checked by zod when read. */
export const setting = sqliteTable('setting', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

export const staff = sqliteTable('staff', {
  id: idOf<StaffId>('id').primaryKey(),
  name: text('name').notNull(),
  unit: text('unit').notNull(),
  position: text('position').notNull(),
  roles: text('roles').notNull(),
  active: integer('active', { mode: 'boolean' }).notNull(),
});

/** 操作记录: who did what when. `details` is sealed where it may hold a private value. */
export const auditEvent = sqliteTable(
  'audit_event',
  {
    id: text('id').primaryKey(),
    at: moment('at').notNull(),
    staffId: idOf<StaffId>('staff_id').references(() => staff.id),
    action: text('action').notNull(),
    workshopId: idOf<WorkshopId>('workshop_id'),
    sentence: text('sentence').notNull(),
    /** From → to of each changed field, sealed canonical JSON. */
    changesSealed: text('changes_sealed'),
  },
  (table) => [index('audit_workshop').on(table.workshopId, table.id)],
);

/** Unsaved edits of a form, sealed: found again after a crash. */
export const draft = sqliteTable('draft', {
  key: text('key').primaryKey(),
  sealed: text('sealed').notNull(),
  savedAt: moment('saved_at').notNull(),
});

/** 回收站 for records that have no mark of their own: the row as it was, sealed, put back by one click. */
export const recycled = sqliteTable(
  'recycled',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    workshopId: idOf<WorkshopId>('workshop_id'),
    removedAt: moment('removed_at').notNull(),
    removedBy: idOf<StaffId>('removed_by').references(() => staff.id),
    reason: text('reason').notNull(),
    sealed: text('sealed').notNull(),
  },
  (table) => [index('recycled_at').on(table.removedAt)],
);
