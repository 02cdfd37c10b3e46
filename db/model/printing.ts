import { z } from 'zod';
import { PaperRef } from './contract/papers.ts';
import { type RevisionId, WorkshopId } from './ids.ts';
import { enumOf } from './terms.ts';

/** How a paper left the program. */
export const PRINT_MEANS = { printer: '打印', viewer: '用系统查看器打开', file: '另存为文件' } as const;
export const PrintMeans = enumOf(PRINT_MEANS);
export type PrintMeans = z.infer<typeof PrintMeans>;

/** The papers of one workshop that 打印室 prints, in the order of the year. */
export const WORKSHOP_SHEETS = {
  application: '申请表',
  promise: '资金投入承诺书',
  qualification: '资格审核表',
  selfSheet: '自查评分表',
  plan: '改造提升方案',
  taskClosure: '改造任务销号表',
  assistanceRecord: '帮扶记录表',
  blankSheet: '空白评分表（县级）',
  countySheet: '县级评分表',
  citySheet: '市级评分表',
  provinceSheet: '省级评分表',
} as const;
export const WorkshopSheet = enumOf(WORKSHOP_SHEETS);
export type WorkshopSheet = z.infer<typeof WorkshopSheet>;

export const PRINT_ORDERS = { byWorkshop: '按小作坊', byPaper: '按材料' } as const;

/** Of more than one copy. */
export const COPY_ORDERS = { sets: '整套打完再打下一套', each: '每份材料连打' } as const;

export const MAX_COPIES = 20;
export const MAX_PAPERS = 2000;

/** Remembered from one printing to the next. */
export const PrintSettings = z.object({
  sheets: z.array(WorkshopSheet),
  order: enumOf(PRINT_ORDERS),
  /** A blank page where one is needed, so that every paper starts on the front of a sheet. */
  duplex: z.boolean(),
  copies: z.int().min(1).max(MAX_COPIES),
  copyOrder: enumOf(COPY_ORDERS),
});
export type PrintSettings = z.infer<typeof PrintSettings>;

export const PrintRequest = PrintSettings.extend({
  workshopIds: z.array(WorkshopId).max(2000),
  /** Papers of the whole year. */
  officePapers: z.array(PaperRef).max(200),
});
export type PrintRequest = z.infer<typeof PrintRequest>;

/** A paper to be printed: whose it is, and which sheet; both null of a paper of the whole year. */
export interface PrintPaper {
  readonly ref: PaperRef;
  readonly workshopId: WorkshopId | null;
  readonly sheet: WorkshopSheet | null;
}

/** Sorts papers that stand workshop by workshop; those of the whole year stay in front. */
export function inPrintOrder<Paper extends Pick<PrintPaper, 'sheet'>>(
  papers: readonly Paper[],
  order: PrintSettings['order'],
): readonly Paper[] {
  if (order === 'byWorkshop') return papers;
  const sheets = WorkshopSheet.options;
  const rank = ({ sheet }: Paper): number => (sheet === null ? -1 : sheets.indexOf(sheet));
  // Sorting keeps the workshops' order within a sheet.
  return papers.toSorted((one, other) => rank(one) - rank(other));
}

/** Every paper as often as it is printed, one after the other. */
export function withCopies<Paper>(
  papers: readonly Paper[],
  { copies, copyOrder }: Pick<PrintSettings, 'copies' | 'copyOrder'>,
): readonly Paper[] {
  const times = Array.from({ length: copies });
  return copyOrder === 'sets' ? times.flatMap(() => papers) : papers.flatMap((one) => times.map(() => one));
}

/** Under what the prints of a plan's revision are logged. */
export const revisionSubject = (id: RevisionId): string => `planRevision:${id}`;

/** Whether private numbers stand on a paper by its nature (design §6.1). */
export const carriesPrivateNumbers = (ref: Pick<PaperRef, 'paper'>): boolean =>
  ref.paper === 'application' || ref.paper === 'promise' || ref.paper === 'paymentList';
