import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { InspectionId, MeasureId, ScoreItemId, ScoreTableId } from '../model/ids.ts';
import { INSPECTION_LEVELS, keysOf, SCORING_WAYS, TASK_CATEGORIES } from '../model/terms.ts';
import { day, idOf, moment } from './columns.ts';
import { ofWorkshop } from './ofWorkshop.ts';

/** 评分表, versioned: one that was used is never changed, a new version stands beside it. */
export const scoreTable = sqliteTable('score_table', {
  id: idOf<ScoreTableId>('id').primaryKey(),
  title: text('title').notNull(),
  version: text('version').notNull(),
  source: text('source').notNull(),
  /** The shipped one: not the provincial table, and says so on screen and paper. */
  sample: integer('sample', { mode: 'boolean' }).notNull(),
  /** Limits of key and general failures (research §3.2.5), JSON checked by zod; `{}` where there are none. */
  limits: text('limits').notNull(),
  createdAt: moment('created_at').notNull(),
});

/** One line. `points` in 0.1; `options` JSON by `way`: bands, deduction per occurrence, conclusions, classes. */
export const scoreItem = sqliteTable(
  'score_item',
  {
    id: idOf<ScoreItemId>('id').primaryKey(),
    tableId: idOf<ScoreTableId>('table_id')
      .notNull()
      .references(() => scoreTable.id),
    position: integer('position').notNull(),
    code: text('code').notNull(),
    section: text('section').notNull(),
    category: text('category', { enum: keysOf(TASK_CATEGORIES) }),
    content: text('content').notNull(),
    criterion: text('criterion').notNull(),
    points: integer('points').notNull(),
    way: text('way', { enum: keysOf(SCORING_WAYS) }).notNull(),
    options: text('options').notNull(),
    /** ★ of a key line. */
    key: integer('key', { mode: 'boolean' }).notNull(),
    veto: integer('veto', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('score_item_table').on(table.tableId, table.position)],
);

/** One scoring of one workshop: self-check, county, city or province; never overwritten by another. */
export const inspection = sqliteTable(
  'inspection',
  {
    id: idOf<InspectionId>('id').primaryKey(),
    ...ofWorkshop(),
    tableId: idOf<ScoreTableId>('table_id')
      .notNull()
      .references(() => scoreTable.id),
    level: text('level', { enum: keysOf(INSPECTION_LEVELS) }).notNull(),
    inspectedOn: day('inspected_on').notNull(),
    note: text('note').notNull(),
    /** 考评人员 and who stood aside (回避), JSON checked by zod. */
    assessors: text('assessors').notNull().default('[]'),
    recusals: text('recusals').notNull().default('[]'),
    /** Whether the owner signed; a refusal is noted with its reason and a witness (办法 第34条). */
    ownerSigned: integer('owner_signed', { mode: 'boolean' }),
    refusalReason: text('refusal_reason').notNull().default(''),
    witness: text('witness').notNull().default(''),
    ownerRemark: text('owner_remark').notNull().default(''),
    /** Of another office's scoring only the total may be known, in 0.1 points. */
    reportedTotal: integer('reported_total'),
    /** The veto another office named with its total, as it was told. */
    reportedVeto: text('reported_veto').notNull().default(''),
    /** 复查: the earlier scoring this one follows; both stay. */
    followsId: idOf<InspectionId>('follows_id'),
    createdAt: moment('created_at').notNull(),
    finishedAt: moment('finished_at'),
    removedAt: moment('removed_at'),
    removedReason: text('removed_reason').notNull().default(''),
  },
  (table) => [index('inspection_workshop').on(table.campaignId, table.workshopId, table.level)],
);

/** The answer to one line; points are computed from it by the item's way, not stored. */
export const itemScore = sqliteTable(
  'item_score',
  {
    inspectionId: idOf<InspectionId>('inspection_id')
      .notNull()
      .references(() => inspection.id),
    itemId: idOf<ScoreItemId>('item_id')
      .notNull()
      .references(() => scoreItem.id),
    /** JSON by the item's way, checked by zod. */
    answer: text('answer').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.inspectionId, table.itemId] })],
);

/** 标准措施库: what is usually done about a deducted line; matched by the item's code and category. */
export const standardMeasure = sqliteTable(
  'standard_measure',
  {
    id: idOf<MeasureId>('id').primaryKey(),
    category: text('category', { enum: keysOf(TASK_CATEGORIES) }).notNull(),
    itemCode: text('item_code').notNull(),
    problem: text('problem').notNull(),
    measure: text('measure').notNull(),
    standard: text('standard').notNull(),
  },
  (table) => [index('standard_measure_code').on(table.itemCode)],
);
