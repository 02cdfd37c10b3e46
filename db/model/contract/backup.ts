import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '../dates.ts';
import type { WorkshopId } from '../ids.ts';
import type { Fen } from '../money.ts';
import { FIGURES, type Figure, type FigureCount, type Member, type ScheduleStep } from '../overview.ts';
import type { Stage } from '../stage.ts';
import { keysOf } from '../terms.ts';
import { call, longWork, PathToken } from './base.ts';

export interface BackupView {
  readonly fileName: string;
  readonly madeAt: string;
  /** 每日、导入前、手动 … */
  readonly reason: string;
  readonly bytes: number;
  /** False: damaged, cannot be restored. */
  readonly readable: boolean;
}

export const backups = {
  list: call.output(type<readonly BackupView[]>()),
  /** `folder` null: beside the data; otherwise the picked folder (a USB stick). */
  make: call
    .input(z.object({ folder: PathToken.nullable() }))
    .output(longWork<{ readonly fileName: string }>()),
  /** Reads a whole backup and compares every file with its manifest; one that does not agree is refused. */
  verify: call.input(z.object({ fileName: z.string() })).output(longWork<{ readonly fileCount: number }>()),
  /** Builds a checked copy that is swapped in at the next start. Works on an empty data folder too. */
  prepareRestore: call
    .input(z.union([z.object({ fileName: z.string() }), z.object({ token: PathToken })]))
    .output(longWork<{ readonly needsRestart: boolean }>()),
  cancelRestore: call.output(type<void>()),
};

/** One thing the office has to do, with its day; the window links to the list behind it. */
export interface Due {
  readonly key: string;
  readonly label: string;
  readonly dueOn: IsoDate;
  /** The earlier working day, when `dueOn` is a rest day. */
  readonly workingDueOn: IsoDate;
  readonly late: boolean;
  readonly daysLeft: number;
  readonly link: string;
  readonly workshopId: WorkshopId | null;
}

export interface Overview {
  readonly stageCounts: Readonly<Partial<Record<Stage, number>>>;
  readonly quota: number;
  readonly selected: number;
  readonly plannedOwn: Fen;
  readonly plannedOther: Fen;
  readonly spentOwn: Fen;
  readonly spentOther: Fen;
  readonly dues: readonly Due[];
  /** What waits, workshop by workshop; each opens its list. */
  readonly watches: readonly FigureCount[];
  readonly funnel: readonly FigureCount[];
  readonly schedule: readonly ScheduleStep[];
  /** Workshops whose result, 整改 or recommendation waits for the clerk. */
  readonly waitingResults: number;
}

/** The workshops behind one figure of 工作台. */
export interface FigureList {
  readonly figure: Figure;
  readonly label: string;
  readonly members: readonly Member[];
}

export const home = {
  overview: call.output(type<Overview>()),
  figure: call.input(z.object({ figure: z.enum(keysOf(FIGURES)) })).output(type<FigureList>()),
};
