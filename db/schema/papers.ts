import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AttachmentId, OfficeTemplateId, PrintEventId, StaffId, WorkshopId } from '../model/ids.ts';
import { idOf, moment } from './columns.ts';
import { staff } from './office.ts';
import { attachment, workshop } from './workshops.ts';

/** 本单位模板: a workbook or Word file of the office that steps in for the built-in paper. */
export const officeTemplate = sqliteTable(
  'office_template',
  {
    id: idOf<OfficeTemplateId>('id').primaryKey(),
    /** `PaperKind` */
    paper: text('paper').notNull(),
    format: text('format', { enum: ['docx', 'xlsx'] }).notNull(),
    attachmentId: idOf<AttachmentId>('attachment_id')
      .notNull()
      .references(() => attachment.id),
    addedAt: moment('added_at').notNull(),
  },
  // One template a paper and format: a newer one takes the older one's place, which goes to 回收站.
  (table) => [uniqueIndex('office_template_paper').on(table.paper, table.format)],
);

/** 打印记录: what was printed or saved, of which revision. */
export const printEvent = sqliteTable(
  'print_event',
  {
    id: idOf<PrintEventId>('id').primaryKey(),
    at: moment('at').notNull(),
    staffId: idOf<StaffId>('staff_id').references(() => staff.id),
    /** `PaperKind` */
    paper: text('paper').notNull(),
    /** The record that was printed, such as `planRevision:<id>`. */
    subject: text('subject').notNull(),
    title: text('title').notNull(),
    checkCode: text('check_code').notNull().default(''),
    pages: integer('pages').notNull(),
    means: text('means', { enum: ['printer', 'viewer', 'file'] }).notNull(),
    workshopId: idOf<WorkshopId>('workshop_id').references(() => workshop.id),
  },
  (table) => [
    index('print_event_subject').on(table.subject),
    index('print_event_workshop').on(table.workshopId),
  ],
);
