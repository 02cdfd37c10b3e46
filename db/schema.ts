import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Area } from './model/area.ts';
import type { Instant, IsoDate } from './model/dates.ts';
import type {
  ApplicationId,
  AttachmentId,
  CampaignId,
  ObjectionId,
  PlanId,
  PublicityId,
  RevisionId,
  RosterId,
  StaffId,
  SubmissionId,
  TaskId,
  WorkshopId,
} from './model/ids.ts';
import type { Fen } from './model/money.ts';
import {
  CERTIFICATE_KINDS,
  COUNTING_RULES,
  GENDERS,
  keysOf,
  OBJECTION_OUTCOMES,
  OPINIONS,
  REVIEW_LEVELS,
  SIGNATURE_ROLES,
  SUBMISSION_KINDS,
  TASK_CATEGORIES,
} from './model/terms.ts';

/**
 * The tables. STRICT is added to the generated SQL by hand (drizzle-kit cannot write it) and proved by a test.
 * `*_sealed` holds ciphertext of `db/sealing`, `*_print` the keyed hash for exact search and duplicates.
 */
const idOf = <Id extends string>(name: string) => text(name).$type<Id>();
const day = (name: string) => text(name).$type<IsoDate>();
const moment = (name: string) => text(name).$type<Instant>();
const money = (name: string) => integer(name).$type<Fen>();
const area = (name: string) => integer(name).$type<Area>();

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
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('application_once_a_year').on(table.campaignId, table.workshopId),
    index('application_workshop').on(table.workshopId),
    check('application_areas', sql`operation_area IS NULL OR operation_area >= 0`),
  ],
);

/** 审核意见. Never overwritten: a later opinion of the same level counts instead. */
export const review = sqliteTable(
  'review',
  {
    id: text('id').primaryKey(),
    applicationId: idOf<ApplicationId>('application_id')
      .notNull()
      .references(() => application.id),
    level: text('level', { enum: keysOf(REVIEW_LEVELS) }).notNull(),
    opinion: text('opinion', { enum: keysOf(OPINIONS) }).notNull(),
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
  },
  (table) => [index('selection_application').on(table.applicationId)],
);

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

export const plan = sqliteTable(
  'plan',
  {
    id: idOf<PlanId>('id').primaryKey(),
    campaignId: idOf<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaign.id),
    workshopId: idOf<WorkshopId>('workshop_id')
      .notNull()
      .references(() => workshop.id),
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

/** 附件: the bytes lie sealed and content-addressed outside the database (`db/attachments.ts`). */
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
    addedAt: moment('added_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('attachment_workshop').on(table.workshopId)],
);

/** 报送: what was handed up, with the digest that ties it to the stick. */
export const submission = sqliteTable(
  'submission',
  {
    id: idOf<SubmissionId>('id').primaryKey(),
    campaignId: idOf<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaign.id),
    kind: text('kind', { enum: keysOf(SUBMISSION_KINDS) }).notNull(),
    sequence: integer('sequence').notNull(),
    folderName: text('folder_name').notNull(),
    madeOn: day('made_on').notNull(),
    manifestSha256: text('manifest_sha256').notNull(),
    record: text('record').notNull(),
  },
  (table) => [uniqueIndex('submission_sequence').on(table.campaignId, table.kind, table.sequence)],
);

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
  },
  (table) => [index('audit_workshop').on(table.workshopId, table.id)],
);

/** Unsaved edits of a form, sealed: found again after a crash. */
export const draft = sqliteTable('draft', {
  key: text('key').primaryKey(),
  sealed: text('sealed').notNull(),
  savedAt: moment('saved_at').notNull(),
});
