import { type } from '@orpc/contract';
import { z } from 'zod';
import { IsoDate } from '../dates.ts';
import { InspectionId, MeasureId, ScoreTableId, WorkshopId } from '../ids.ts';
import { InspectionHead } from '../inspection.ts';
import type { Problem } from '../problems.ts';
import { MeasureInput, type StandardMeasure } from '../scoring/measures.ts';
import { ItemAnswer, type Score } from '../scoring/scoreOf.ts';
import { ScoreTable } from '../scoring/table.ts';
import { InspectionLevel } from '../terms.ts';
import { call, PathToken } from './base.ts';
import type { InBin } from './recycle.ts';

export interface ScoreTableRow {
  readonly id: ScoreTableId;
  readonly title: string;
  readonly version: string;
  readonly source: string;
  readonly sample: boolean;
  readonly itemCount: number;
  /** Tenths. */
  readonly full: number;
  /** Inspections that refer to it; from the first on it is locked. */
  readonly uses: number;
  /** This year's. */
  readonly chosen: boolean;
  /** Put aside: no longer offered. */
  readonly retired: boolean;
}

export interface ScoreTableView {
  readonly table: ScoreTable;
  readonly uses: number;
  readonly chosen: boolean;
  /** Neither the shipped one nor used. */
  readonly editable: boolean;
}

export interface InspectionRow {
  readonly id: InspectionId;
  readonly level: InspectionLevel;
  readonly inspectedOn: IsoDate;
  readonly note: string;
  readonly tableVersion: string;
  readonly sample: boolean;
  readonly finished: boolean;
  readonly score: Score;
  readonly head: InspectionHead;
  /** Only the total is known. */
  readonly reported: boolean;
  /** 复查 of an earlier scoring of its level. */
  readonly followsId: InspectionId | null;
  readonly removed: { readonly at: string; readonly reason: string } | null;
}

/** One sheet with its table and answers. */
export interface SheetView {
  readonly id: InspectionId;
  readonly workshopId: WorkshopId;
  readonly workshopName: string;
  readonly ownerName: string;
  readonly level: InspectionLevel;
  readonly inspectedOn: IsoDate;
  readonly note: string;
  readonly finished: boolean;
  readonly head: InspectionHead;
  /** 帮扶责任人 now; empty where there is none. */
  readonly helperName: string;
  readonly reported: boolean;
  readonly followsId: InspectionId | null;
  readonly table: ScoreTable;
  readonly answers: readonly ItemAnswer[];
}

export const SheetInput = z.object({
  inspectedOn: IsoDate,
  note: z.string().trim().max(500, '不能超过500个字'),
  answers: z.array(ItemAnswer).max(200),
  /** Left out: as it stands. A self-check has none. */
  head: InspectionHead.optional(),
});
export type SheetInput = z.infer<typeof SheetInput>;

/** What city or province made known of a workshop's scoring. */
export const ReportedTotal = z.object({
  workshopId: WorkshopId,
  level: InspectionLevel.extract(['city', 'province']),
  inspectedOn: IsoDate,
  /** Tenths. */
  total: z.int().min(0, '总分不能小于0').max(10_000),
  /** As it was told; empty where none was. It fails the scoring whatever the total. */
  veto: z.string().trim().max(200, '否决项不能超过200个字'),
  note: z.string().trim().max(500, '不能超过500个字'),
});
export type ReportedTotal = z.infer<typeof ReportedTotal>;

/** What proposals and the plan's check are worked out from: the newest finished self-check. */
export interface ProposalBasis {
  readonly inspectionId: InspectionId;
  readonly inspectedOn: IsoDate;
  readonly total: number;
  readonly table: ScoreTable;
  readonly answers: readonly ItemAnswer[];
  readonly measures: readonly StandardMeasure[];
}

export interface TableImportPreview {
  readonly fileName: string;
  readonly title: string;
  readonly version: string;
  readonly source: string;
  readonly itemCount: number;
  readonly full: number;
  readonly problems: readonly Problem[];
}

export const TableHead = ScoreTable.pick({ title: true, version: true, source: true });
export type TableHead = z.infer<typeof TableHead>;

interface File {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

const reason = z.string().trim().min(1, '请写明原因').max(200);
const byTable = z.object({ tableId: ScoreTableId });
const byInspection = z.object({ inspectionId: InspectionId });
const byWorkshop = z.object({ workshopId: WorkshopId });

export const scoring = {
  tables: call.output(type<readonly ScoreTableRow[]>()),
  table: call.input(byTable).output(type<ScoreTableView>()),
  saveTable: call.input(z.object({ table: ScoreTable })).output(type<void>()),
  /** 另存为新版本: the earlier one stays as it is. */
  copyTable: call
    .input(byTable.extend({ head: TableHead }))
    .output(type<{ readonly tableId: ScoreTableId }>()),
  chooseTable: call.input(byTable).output(type<void>()),
  retireTable: call.input(byTable.extend({ retired: z.boolean() })).output(type<void>()),
  importPreview: call.input(z.object({ token: PathToken })).output(type<TableImportPreview>()),
  importApply: call
    .input(z.object({ token: PathToken, head: TableHead }))
    .output(type<{ readonly tableId: ScoreTableId }>()),
  exportTable: call.input(byTable).output(type<File>()),
  template: call.output(type<File>()),
  measures: call.output(type<readonly StandardMeasure[]>()),
  saveMeasure: call
    .input(z.object({ id: MeasureId.nullable(), measure: MeasureInput }))
    .output(type<StandardMeasure>()),
  /** A workbook of measures: all of it or, where a row is wrong, nothing. */
  importMeasures: call
    .input(z.object({ token: PathToken }))
    .output(type<{ readonly added: number; readonly changed: number; readonly same: number }>()),
  /** Into the recycle bin. */
  removeMeasure: call
    .input(z.object({ id: MeasureId, reason: z.string().trim().max(200) }))
    .output(type<InBin>()),
  /** Of one workshop in the year at work, the newest first; removed ones among them. */
  inspections: call
    .input(byWorkshop.extend({ level: InspectionLevel }))
    .output(type<readonly InspectionRow[]>()),
  sheet: call.input(byInspection).output(type<SheetView>()),
  start: call
    .input(byWorkshop.extend({ level: InspectionLevel, inspectedOn: IsoDate }))
    .output(type<{ readonly inspectionId: InspectionId }>()),
  recordTotal: call.input(ReportedTotal).output(type<{ readonly inspectionId: InspectionId }>()),
  save: call.input(byInspection.extend({ sheet: SheetInput })).output(type<void>()),
  finish: call.input(byInspection.extend({ sheet: SheetInput })).output(type<void>()),
  reopen: call.input(byInspection.extend({ reason })).output(type<void>()),
  remove: call.input(byInspection.extend({ reason })).output(type<void>()),
  restore: call.input(byInspection).output(type<void>()),
  proposalBasis: call.input(byWorkshop).output(type<ProposalBasis | null>()),
};
