import type ExcelJS from 'exceljs';
import { type FontOfRare, hasRare, rareRuns } from '../fonts/rareRuns.ts';

/** Gives every rare character of a workbook a face that has it; size and colour stay those of its cell. */
export function nameRareFaces(book: ExcelJS.Workbook, fontOf: FontOfRare): void {
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const { value, font } = cell;
        if (typeof value !== 'string' || !hasRare(value, fontOf)) return;
        const richText = rareRuns(value, fontOf).map((run) => ({
          text: run.text,
          font: run.font === undefined ? { ...font } : { ...font, name: run.font },
        }));
        cell.value = { richText };
      }),
    ),
  );
}
