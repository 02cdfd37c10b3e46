import { type } from '@orpc/contract';
import { z } from 'zod';
import { type InspectionId, WorkshopId } from '../ids.ts';
import type { OutcomesByLevel, ToldScores } from '../inspection.ts';
import type { Problem } from '../problems.ts';
import type { Comparison } from '../scoring/differences.ts';
import type { Stage } from '../stage.ts';
import type { InspectionLevel } from '../terms.ts';
import { call } from './base.ts';
import type { InspectionRow } from './scoring.ts';

/** One workshop of the 创建名单 with its scorings: a line of 考评验收. */
export interface InspectionListRow {
  readonly workshopId: WorkshopId;
  readonly workshopName: string;
  readonly ownerName: string;
  readonly township: string;
  readonly stage: Stage;
  /** What is lacking for a scoring today; empty when it is ready. */
  readonly readiness: readonly Problem[];
  readonly outcomes: OutcomesByLevel;
  /** What city and province told in 市级省级结果, the latest of each. */
  readonly told: ToldScores;
  /** The sheet being filled in above the self-check. */
  readonly open: { readonly inspectionId: InspectionId; readonly level: InspectionLevel } | null;
}

/** All that was scored of one workshop. */
export interface InspectionPage {
  readonly row: InspectionListRow;
  readonly rows: Readonly<Record<InspectionLevel, readonly InspectionRow[]>>;
  readonly comparison: Comparison;
}

export const inspections = {
  list: call.output(type<readonly InspectionListRow[]>()),
  page: call.input(z.object({ workshopId: WorkshopId })).output(type<InspectionPage>()),
};
