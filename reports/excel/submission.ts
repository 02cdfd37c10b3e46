import { countTexts } from '../../db/model/countsText.ts';
import { inChinese, isoDate } from '../../db/model/dates.ts';
import type { SubmissionRecord } from '../../db/model/package.ts';
import { submissionTable } from '../../db/model/submissionTable.ts';
import { countColumn, textColumn, type WorkbookDescription } from './workbook.ts';

/** submission.json of any bureau's package as a workbook, for the one who receives it. */
export function submissionWorkbook(submission: SubmissionRecord): WorkbookDescription {
  const { title, filters, columns, rows } = submissionTable(submission);
  const madeOn = isoDate(submission.madeOn);
  return {
    name: `${submission.bureau.name}${title}`,
    sheetName: title.replaceAll(/[\\/?*[\]:]/g, '').slice(0, 28),
    office: submission.bureau.name,
    madeOn,
    title,
    caption: { left: filters, right: `制作日期：${inChinese(madeOn)}` },
    columns: [
      countColumn('序号'),
      ...columns.map((column) => ({
        ...textColumn(column.title, column.kind === 'text' ? 'left' : 'right'),
        kind: column.kind,
      })),
    ],
    rows: rows.map((row, index) => [index + 1, ...columns.map(({ key }) => row[key] ?? null)]),
    notes: [
      ...countTexts(submission.counts),
      ...(submission.replaces
        ? [`更正：替换“${submission.replaces.folderName}”，原因：${submission.replaces.reason}`]
        : []),
    ],
  };
}
