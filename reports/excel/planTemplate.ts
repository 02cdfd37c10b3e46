import type ExcelJS from 'exceljs';
import { PLAN_COLUMNS, type PlanColumn } from '../../db/model/import/plans.ts';
import { keysOf, TASK_CATEGORIES } from '../../db/model/terms.ts';
import { loadExcel } from './library.ts';

const COLUMNS = keysOf(PLAN_COLUMNS);
const WIDTHS: Readonly<Record<PlanColumn, number>> = {
  workshopName: 24,
  helperName: 12,
  category: 12,
  problem: 28,
  measure: 28,
  standard: 28,
  budgetOwn: 14,
  budgetOther: 14,
  dueOn: 14,
  responsible: 12,
  situation: 28,
  assistance: 28,
};
const HEADER_ROW = 2;
const TASKS_EACH = 4;
const THIN = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN } as const;

const MONEY: readonly PlanColumn[] = ['budgetOwn', 'budgetOther'];

function prepareCell(cell: ExcelJS.Cell, column: PlanColumn): void {
  cell.border = BORDER;
  cell.alignment = { vertical: 'middle', wrapText: true };
  cell.numFmt = MONEY.includes(column) ? '#,##0.00' : column === 'dueOn' ? 'yyyy-mm-dd' : '@';
  if (column !== 'category') return;
  const choices = Object.values(TASK_CATEGORIES);
  cell.dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [`"${choices.join(',')}"`],
    showErrorMessage: true,
    error: `请选择：${choices.join('、')}`,
  };
}

/** The workbook to type plan tasks into: a few rows ready for each workshop that still wants a plan. */
export async function planTemplate(workshopNames: readonly string[], createdAt: Date): Promise<Uint8Array> {
  const { Workbook } = await loadExcel();
  const workbook = new Workbook();
  workbook.created = createdAt;
  workbook.modified = createdAt;
  const sheet = workbook.addWorksheet('改造任务', {
    views: [{ state: 'frozen', xSplit: 1, ySplit: HEADER_ROW, topLeftCell: 'B3' }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.pageSetup.printTitlesRow = `1:${HEADER_ROW}`;
  sheet.getCell(1, 1).value =
    '改造任务表（一行一项任务，同一家的任务各占一行；帮扶责任人、现状、帮扶措施填一次即可）';
  sheet.mergeCells(1, 1, 1, COLUMNS.length);
  sheet.getCell(1, 1).font = { name: '宋体', size: 13, bold: true };
  sheet.getRow(1).height = 26;
  sheet.getRow(HEADER_ROW).values = COLUMNS.map((column) => PLAN_COLUMNS[column]);
  sheet.getRow(HEADER_ROW).height = 24;
  for (const [index, column] of COLUMNS.entries()) {
    sheet.getColumn(index + 1).width = WIDTHS[column];
    const cell = sheet.getCell(HEADER_ROW, index + 1);
    cell.font = { name: '宋体', size: 11, bold: true };
    cell.border = BORDER;
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
  }
  const names = workshopNames.length > 0 ? workshopNames : [''];
  const rows = names.flatMap((name) =>
    Array.from({ length: TASKS_EACH }, (_, task) => (task === 0 ? name : '')),
  );
  for (const [offset, name] of rows.entries()) {
    const row = HEADER_ROW + 1 + offset;
    for (const [index, column] of COLUMNS.entries()) prepareCell(sheet.getCell(row, index + 1), column);
    if (name !== '') sheet.getCell(row, 1).value = name;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
