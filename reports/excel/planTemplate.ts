import type ExcelJS from 'exceljs';
import { PLAN_COLUMNS, type PlanColumn } from '../../db/model/import/plans.ts';
import { keysOf, TASK_CATEGORIES } from '../../db/model/terms.ts';
import { DAY, MONEY, TEXT, typingTemplate } from './typingTemplate.ts';
import { aDay, anAmount, oneOf } from './validations.ts';

const COLUMNS = keysOf(PLAN_COLUMNS);
const WIDTHS: Readonly<Record<PlanColumn, number>> = {
  workshopName: 22,
  helperName: 12,
  category: 10,
  problem: 24,
  measure: 24,
  standard: 24,
  budgetOwn: 16,
  budgetOther: 16,
  dueOn: 13,
  responsible: 10,
  situation: 22,
  assistance: 22,
};
const TASKS_EACH = 4;
const FORMATS: Readonly<Partial<Record<PlanColumn, string>>> = {
  budgetOwn: MONEY,
  budgetOther: MONEY,
  dueOn: DAY,
};

const CHECKS: Readonly<Partial<Record<PlanColumn, ExcelJS.DataValidation>>> = {
  category: oneOf(Object.values(TASK_CATEGORIES)),
  budgetOwn: anAmount(),
  budgetOther: anAmount(),
  dueOn: aDay(),
};

/** The workbook to type plan tasks into: a few rows ready for each workshop that still wants a plan. */
export function planTemplate(workshopNames: readonly string[], createdAt: Date): Promise<Uint8Array> {
  const names = workshopNames.length > 0 ? workshopNames : [''];
  return typingTemplate({
    sheetName: '改造任务',
    title: '改造任务表（一行一项任务，同一家的任务各占一行；帮扶责任人、现状、帮扶措施填一次即可）',
    columns: COLUMNS.map((column) => ({
      header: PLAN_COLUMNS[column],
      width: WIDTHS[column],
      format: FORMATS[column] ?? TEXT,
      check: CHECKS[column],
    })),
    rows: names.flatMap((name) => Array.from({ length: TASKS_EACH }, (_, task) => [task === 0 ? name : ''])),
    createdAt,
  });
}
