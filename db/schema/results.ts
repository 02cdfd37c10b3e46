import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CampaignId, InspectionId, OutsideEventId, RectificationId, WorkshopId } from '../model/ids.ts';
import { keysOf, OBJECTION_OUTCOMES, OUTSIDE_EVENTS, RESULT_DECISIONS } from '../model/terms.ts';
import { campaign } from './campaign.ts';
import { day, idOf, moment } from './columns.ts';
import { ofWorkshop } from './ofWorkshop.ts';
import { inspection } from './scoring.ts';
import { workshop } from './workshops.ts';

/** 整改 after a scoring below the pass score: what, until when, and who found it done. */
export const rectification = sqliteTable(
  'rectification',
  {
    id: idOf<RectificationId>('id').primaryKey(),
    inspectionId: idOf<InspectionId>('inspection_id')
      .notNull()
      .references(() => inspection.id),
    issuedOn: day('issued_on').notNull(),
    dueOn: day('due_on').notNull(),
    demands: text('demands').notNull(),
    doneOn: day('done_on'),
    checkedBy: text('checked_by').notNull(),
    note: text('note').notNull(),
  },
  (table) => [index('rectification_inspection').on(table.inspectionId)],
);

/** 结果处理. Never overwritten: the latest counts. */
export const resultDecision = sqliteTable(
  'result_decision',
  {
    id: text('id').primaryKey(),
    ...ofWorkshop(),
    /** Null: an earlier decision was taken back. */
    decision: text('decision', { enum: keysOf(RESULT_DECISIONS) }),
    reason: text('reason').notNull(),
    decidedOn: day('decided_on').notNull(),
    /** The county scoring it rests on: a later one asks to look again. */
    inspectionId: idOf<InspectionId>('inspection_id').references(() => inspection.id),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('result_decision_workshop').on(table.campaignId, table.workshopId)],
);

/** What city and province did, as this office learned of it. */
export const outsideEvent = sqliteTable(
  'outside_event',
  {
    id: idOf<OutsideEventId>('id').primaryKey(),
    campaignId: idOf<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaign.id),
    kind: text('kind', { enum: keysOf(OUTSIDE_EVENTS) }).notNull(),
    happenedOn: day('happened_on').notNull(),
    /** Of a publicity. */
    lastDay: day('last_day'),
    documentNo: text('document_no').notNull(),
    place: text('place').notNull(),
    note: text('note').notNull(),
    /** Recorded by mistake: kept, but counts no more. */
    removedAt: moment('removed_at'),
    removedReason: text('removed_reason').notNull(),
  },
  (table) => [index('outside_event_campaign').on(table.campaignId, table.kind)],
);

/** The workshops an event names. */
export const outsideEventWorkshop = sqliteTable(
  'outside_event_workshop',
  {
    eventId: idOf<OutsideEventId>('event_id')
      .notNull()
      .references(() => outsideEvent.id),
    workshopId: idOf<WorkshopId>('workshop_id')
      .notNull()
      .references(() => workshop.id),
    /** In 0.1 points, where the event brings a score. */
    score: integer('score'),
    /** The veto told beside it or instead of it. */
    veto: text('veto').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.workshopId] }),
    index('outside_event_workshop_workshop').on(table.workshopId),
  ],
);

/** An objection to the result publicity that was passed on to this office. */
export const passedObjection = sqliteTable(
  'passed_objection',
  {
    id: text('id').primaryKey(),
    eventId: idOf<OutsideEventId>('event_id')
      .notNull()
      .references(() => outsideEvent.id),
    workshopId: idOf<WorkshopId>('workshop_id').references(() => workshop.id),
    receivedOn: day('received_on').notNull(),
    contentSealed: text('content_sealed').notNull(),
    handlingSealed: text('handling_sealed'),
    outcome: text('outcome', { enum: keysOf(OBJECTION_OUTCOMES) }),
    settledOn: day('settled_on'),
  },
  (table) => [index('passed_objection_event').on(table.eventId)],
);
