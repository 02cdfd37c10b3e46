import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Instant } from '../dates.ts';
import { WorkshopId } from '../ids.ts';
import {
  type PrintMeans,
  PrintMeans as PrintMeansSchema,
  PrintRequest,
  type WorkshopSheet,
} from '../printing.ts';
import type { Problem } from '../problems.ts';
import type { Stage } from '../stage.ts';
import { call, longWork, PathToken } from './base.ts';
import { PaperFormat, PaperRef } from './papers.ts';

/** One workshop of the year and which of its papers can be made. */
export interface PrintableWorkshop {
  readonly workshopId: WorkshopId;
  readonly name: string;
  readonly ownerName: string;
  readonly township: string;
  readonly stage: Stage;
  readonly initials: string;
  readonly sheets: readonly WorkshopSheet[];
}

export interface PrintOptions {
  readonly workshops: readonly PrintableWorkshop[];
  /** Papers of the whole year. */
  readonly officePapers: readonly { readonly ref: PaperRef; readonly title: string }[];
}

/** A joined file, kept by the data host until the next one is made. */
export interface BundleView {
  readonly bundleId: string;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly papers: number;
  readonly pages: number;
  /** Blank backs among the pages. */
  readonly blanks: number;
  readonly carriesPrivateNumbers: boolean;
  /** What could not be made; the rest was. */
  readonly problems: readonly Problem[];
}

/** One time a paper left the program. */
export interface PrintLogRow {
  readonly id: string;
  /** Of which record, such as `planRevision:<id>`. */
  readonly subject: string;
  readonly at: Instant;
  readonly staffName: string;
  readonly title: string;
  readonly checkCode: string;
  /** 0: unknown (Word and Excel count for themselves). */
  readonly pages: number;
  readonly means: PrintMeans;
}

/** A file with private numbers is opened with the system's viewer only after a question. */
const confirmed = z.boolean();
const ofBundle = z.object({ bundleId: z.uuid() });
const archive = z.object({ workshopId: WorkshopId, withPrivate: z.boolean(), duplex: z.boolean() });

export const printRoom = {
  options: call.output(type<PrintOptions>()),
  /** Makes the chosen papers into one file to be printed. */
  make: call.input(PrintRequest).output(longWork<BundleView>()),
  /** 一坊一档: one workshop's whole folder as one file. */
  makeArchive: call.input(archive).output(longWork<BundleView>()),
  /** The same as a folder of files, beside what can only be kept as it came. */
  saveArchive: call
    .input(archive.extend({ folder: PathToken }))
    .output(longWork<{ readonly folder: PathToken; readonly name: string; readonly files: number }>()),
  saveBundle: call.input(ofBundle.extend({ file: PathToken })).output(type<void>()),
  openBundle: call.input(ofBundle.extend({ confirmed })).output(type<{ readonly token: PathToken }>()),
  /** The window had it printed, or the system's viewer opened it. */
  noteBundle: call.input(ofBundle.extend({ means: PrintMeansSchema.exclude(['file']) })).output(type<void>()),
  /** A copy of one paper for the system's viewer. */
  open: call
    .input(z.object({ ref: PaperRef, confirmed }))
    .output(type<{ readonly token: PathToken; readonly pages: number }>()),
  /** The window printed or saved one paper, or the system's viewer opened it. */
  note: call
    .input(
      z.object({
        ref: PaperRef,
        means: PrintMeansSchema,
        format: PaperFormat,
        pages: z.int().min(0).max(100_000),
      }),
    )
    .output(type<void>()),
  /** 打印记录 of one paper, or of everything of one workshop; the newest first. */
  log: call
    .input(z.union([z.object({ ref: PaperRef }), z.object({ workshopId: WorkshopId })]))
    .output(type<readonly PrintLogRow[]>()),
};
