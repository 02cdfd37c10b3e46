import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { PrintableWorkshop } from '../../db/model/contract/printRoom.ts';
import { type PrintSettings, WorkshopSheet } from '../../db/model/printing.ts';

export const FRESH_SETTINGS: PrintSettings = {
  sheets: ['plan'],
  order: 'byWorkshop',
  duplex: true,
  copies: 1,
  copyOrder: 'sets',
};

/** Tells papers of the year apart. */
export const keyOfPaper = (ref: PaperRef): string => JSON.stringify(ref);

/** How many of the chosen workshops have each paper, in the order of the year. */
export const sheetCounts = (
  workshops: readonly PrintableWorkshop[],
): readonly { readonly sheet: WorkshopSheet; readonly count: number }[] =>
  WorkshopSheet.options.map((sheet) => ({
    sheet,
    count: workshops.filter((one) => one.sheets.includes(sheet)).length,
  }));

export interface Planned {
  /** Different papers. */
  readonly papers: number;
  /** With their copies. */
  readonly printed: number;
}

/** What will be made of this choice. */
export function plannedPapers(
  workshops: readonly PrintableWorkshop[],
  officePapers: number,
  { sheets, copies }: Pick<PrintSettings, 'sheets' | 'copies'>,
): Planned {
  const own = sheetCounts(workshops)
    .filter(({ sheet }) => sheets.includes(sheet))
    .reduce((sum, { count }) => sum + count, 0);
  const papers = own + officePapers;
  return { papers, printed: papers * copies };
}
