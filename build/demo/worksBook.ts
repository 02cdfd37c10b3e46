import ExcelJS from 'exceljs';
import { WORK_COLUMNS } from '../../db/model/import/works.ts';

export interface WorkDone {
  readonly workshop: string;
  readonly measure: string;
  readonly percent: number;
  /** In yuan. */
  readonly own: number;
  readonly other: number;
  readonly finishedOn: string | null;
}

/** Progress as a helper types it into the program's template: percent signs, thousands, days with dots. */
export async function progressWorkbook(works: readonly WorkDone[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('改造进度');
  sheet.addRow(Object.values(WORK_COLUMNS));
  for (const { workshop, measure, percent, own, other, finishedOn } of works) {
    const day = finishedOn?.replaceAll('-', '.') ?? '';
    sheet.addRow([workshop, measure, `${percent}%`, own.toLocaleString('en-US'), other, day, '']);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
