import { countTexts } from '../../db/model/countsText.ts';
import { inChinese, isoDate } from '../../db/model/dates.ts';
import type { SubmissionRecord } from '../../db/model/package.ts';
import { submissionTable } from '../../db/model/submissionTable.ts';
import { listColumns, listRows } from './list.ts';
import type { WorkbookDescription } from './workbook.ts';

/** submission.json of any bureau's package as a workbook, for the one who receives it. */
export function submissionWorkbook(submission: SubmissionRecord): WorkbookDescription {
  const table = submissionTable(submission);
  const { title, filters } = table;
  const madeOn = isoDate(submission.madeOn);
  return {
    name: `${submission.bureau.name}${title}`,
    sheetName: title.replaceAll(/[\\/?*[\]:]/g, '').slice(0, 28),
    office: submission.bureau.name,
    madeOn,
    title,
    caption: { left: filters, right: `制作日期：${inChinese(madeOn)}` },
    columns: listColumns(table),
    rows: listRows(table),
    notes: [
      ...countTexts(submission.counts),
      ...(submission.replaces
        ? [`更正：替换“${submission.replaces.folderName}”，原因：${submission.replaces.reason}`]
        : []),
    ],
  };
}
