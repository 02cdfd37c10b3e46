import type { IsoDate } from '../dates.ts';
import type { ScoreItemId } from '../ids.ts';
import type { InspectionHead } from '../inspection.ts';
import type { ItemAnswer } from '../scoring/scoreOf.ts';
import type { ScoreTable } from '../scoring/table.ts';
import type { InspectionLevel } from '../terms.ts';
import type { PaperHead } from './head.ts';

/** 评分表 of any level: blank for the field where `sheet` is null, with or without a workshop's head. */
export interface ScoreSheetPaper extends PaperHead {
  readonly paper: 'scoreSheet';
  readonly level: InspectionLevel;
  readonly asOf: IsoDate;
  readonly table: ScoreTable;
  readonly passScore: number;
  readonly workshop: {
    readonly name: string;
    readonly ownerName: string;
    readonly address: string;
    readonly certificateNo: string;
    readonly products: string;
  } | null;
  readonly sheet: {
    readonly inspectedOn: IsoDate;
    readonly note: string;
    readonly finished: boolean;
    readonly answers: readonly ItemAnswer[];
    /** How many photos are kept of a line; lines without any are left out. */
    readonly photos: readonly { readonly itemId: ScoreItemId; readonly count: number }[];
    readonly head: InspectionHead;
    /** 复查 of an earlier scoring. */
    readonly again: boolean;
  } | null;
}

/** Blank 评分表 for the field, one for each workshop, in one file to be printed at once. */
export interface ScoreSheetsPaper extends Omit<ScoreSheetPaper, 'paper' | 'workshop' | 'sheet'> {
  readonly paper: 'scoreSheets';
  readonly workshops: readonly NonNullable<ScoreSheetPaper['workshop']>[];
}

/** 考评验收汇总表 */
export interface InspectionSummaryPaper extends PaperHead {
  readonly paper: 'inspectionSummary';
  readonly asOf: IsoDate;
  readonly passScore: number;
  readonly rows: readonly {
    readonly name: string;
    readonly ownerName: string;
    readonly township: string;
    readonly products: string;
    readonly self: number | null;
    readonly county: number | null;
    readonly countyOn: IsoDate | null;
    /** County scorings so far: above 1 after a re-inspection. */
    readonly rounds: number;
    readonly city: number | null;
    readonly province: number | null;
    /** Of the latest county scoring. */
    readonly passed: boolean | null;
    /** The same in words; empty before it. */
    readonly conclusion: string;
    /** Codes of the lines it took points from. */
    readonly deducted: string;
    /** What city and province vetoed, as told with their totals. */
    readonly vetoes: string;
    readonly stage: string;
  }[];
}
