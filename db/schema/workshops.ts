import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ApplicationId, AttachmentId, CampaignId, WorkshopId } from '../model/ids.ts';
import { CERTIFICATE_KINDS, GENDERS, keysOf } from '../model/terms.ts';
import { campaign } from './campaign.ts';
import { area, day, idOf, moment, money } from './columns.ts';

export const workshop = sqliteTable(
  'workshop',
  {
    id: idOf<WorkshopId>('id').primaryKey(),
    name: text('name').notNull(),
    ownerName: text('owner_name').notNull(),
    ownerGender: text('owner_gender', { enum: keysOf(GENDERS) }),
    creditCode: text('credit_code').notNull(),
    certificateKind: text('certificate_kind', { enum: keysOf(CERTIFICATE_KINDS) }),
    certificateNo: text('certificate_no').notNull(),
    certificateValidUntil: day('certificate_valid_until'),
    economicType: text('economic_type').notNull(),
    township: text('township').notNull(),
    address: text('address').notNull(),
    station: text('station').notNull(),
    openedOn: day('opened_on'),
    foodCategory: text('food_category').notNull(),
    products: text('products').notNull(),
    standard: text('standard').notNull(),
    idNumberSealed: text('id_number_sealed'),
    idNumberPrint: text('id_number_print'),
    phoneSealed: text('phone_sealed'),
    homeAddressSealed: text('home_address_sealed'),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
    removedReason: text('removed_reason').notNull().default(''),
  },
  (table) => [
    index('workshop_name').on(table.name, table.ownerName),
    index('workshop_credit_code').on(table.creditCode),
    index('workshop_certificate').on(table.certificateNo),
    index('workshop_id_number').on(table.idNumberPrint),
  ],
);

export const application = sqliteTable(
  'application',
  {
    id: idOf<ApplicationId>('id').primaryKey(),
    campaignId: idOf<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaign.id),
    workshopId: idOf<WorkshopId>('workshop_id')
      .notNull()
      .references(() => workshop.id),
    appliedOn: day('applied_on'),
    staffCount: integer('staff_count'),
    healthCertificateCount: integer('health_certificate_count'),
    totalArea: area('total_area'),
    operationArea: area('operation_area'),
    annualOutput: text('annual_output').notNull(),
    annualSales: money('annual_sales'),
    equipment: text('equipment').notNull(),
    speciality: text('speciality').notNull(),
    honours: text('honours').notNull(),
    penalties: text('penalties').notNull(),
    problems: text('problems').notNull(),
    renovation: text('renovation').notNull(),
    plannedInvestment: money('planned_investment'),
    promisedOn: day('promised_on'),
    withdrawnOn: day('withdrawn_on'),
    withdrawnReason: text('withdrawn_reason').notNull().default(''),
    /** 附件材料清单: which materials were handed in on paper, JSON checked by zod. */
    materials: text('materials').notNull().default('{}'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('application_once_a_year').on(table.campaignId, table.workshopId),
    index('application_workshop').on(table.workshopId),
    check('application_areas', sql`operation_area IS NULL OR operation_area >= 0`),
  ],
);

/** 附件: the bytes lie sealed and content-addressed outside the database (`db/attachments/attachments.ts`). */
export const attachment = sqliteTable(
  'attachment',
  {
    id: idOf<AttachmentId>('id').primaryKey(),
    workshopId: idOf<WorkshopId>('workshop_id').references(() => workshop.id),
    subject: text('subject').notNull(),
    title: text('title').notNull(),
    mediaType: text('media_type').notNull(),
    bytes: integer('bytes').notNull(),
    hash: text('hash').notNull(),
    /** 改造前、改造后、扫描件 …: what the attachment shows of its subject. */
    role: text('role').notNull().default(''),
    takenOn: day('taken_on'),
    /** A smaller picture for lists and papers; the original stays as it came. */
    previewHash: text('preview_hash'),
    addedAt: moment('added_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('attachment_workshop').on(table.workshopId)],
);
