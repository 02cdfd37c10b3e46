import type ExcelJS from 'exceljs';
import { WORK_COLUMNS, type WorkColumn } from '../../db/model/import/works.ts';
import { keysOf } from '../../db/model/terms.ts';
import type { WorkInput } from '../../db/model/works.ts';
import { DAY, MONEY, TEXT, typingTemplate } from './typingTemplate.ts';
import { aDay, anAmount, aPercentage } from './validations.ts';

const COLUMNS = keysOf(WORK_COLUMNS);
const WIDTHS: Readonly<Record<WorkColumn, number>> = {
  workshopName: 26,
  measure: 36,
  progressPercent: 10,
  costOwn: 20,
  costOther: 20,
  finishedOn: 14,
  note: 28,
};
const FORMATS: Readonly<Partial<Record<WorkColumn, string>>> = {
  progressPercent: 'General',
  costOwn: MONEY,
  costOther: MONEY,
  finishedOn: DAY,
};

const CHECKS: Readonly<Partial<Record<WorkColumn, ExcelJS.DataValidation>>> = {
  progressPercent: aPercentage(),
  costOwn: anAmount(),
  costOther: anAmount(),
  finishedOn: aDay(),
};

export interface TemplateTask {
  readonly workshopName: string;
  readonly measure: string;
  readonly work: WorkInput;
}

const yuan = (value: number | null): number | null => (value === null ? null : value / 100);

/** The workbook to type progress into: every task of the works under way, with what is recorded so far. */
export function worksTemplate(tasks: readonly TemplateTask[], createdAt: Date): Promise<Uint8Array> {
  return typingTemplate({
    sheetName: '改造进度',
    title: '改造进度表（进度填0至100的整数；空白单元格保持原有记录；小作坊名称和改造任务请勿改动）',
    columns: COLUMNS.map((column) => ({
      header: WORK_COLUMNS[column],
      width: WIDTHS[column],
      format: FORMATS[column] ?? TEXT,
      check: CHECKS[column],
    })),
    rows: tasks.map(({ workshopName, measure, work }) => [
      workshopName,
      measure,
      work.progressPercent === 0 ? null : work.progressPercent,
      yuan(work.costOwn),
      yuan(work.costOther),
      work.finishedOn,
      work.note,
    ]),
    createdAt,
  });
}
