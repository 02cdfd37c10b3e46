import type ExcelJS from 'exceljs';
import { IMPORT_FIELDS, type ImportField, REQUIRED_IMPORT_FIELDS } from '../../db/model/importTypes.ts';
import { keysOf } from '../../db/model/terms.ts';
import { TEMPLATE_COLUMNS, type TemplateColumn } from './importTemplateColumns.ts';
import { newTypingBook, setUpHelpPrint, setUpTypingPrint, writeTypingBook } from './typingBook.ts';
import { aCount, aDay, anAmount, oneOf } from './validations.ts';

/** Rows ready for typing; the column formats go on below them. */
const PREPARED_ROWS = 300;
/** Of these, rows with a grid: what prints of the form while it is empty. Others get theirs as they are filled. */
const GRID_ROWS = 18;
const TITLE_ROW = 1;
const HEADER_ROW = 2;
const HINT_ROW = 3;
const SAMPLE_ROW = 4;
const FIRST_ROW = 5;
const NUMBER_COLUMN_WIDTH = 10;
const REPEATED_COLUMNS = 2;
/** Room to write by hand. */
const ROW_HEIGHT = 24;

const FIELDS = keysOf(IMPORT_FIELDS);
const FONT = '宋体';
const THIN = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN } as const;
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const HEADER_FILL = fill('FFE7EDF5');
const HINT_FILL = fill('FFF5F5F5');

const isRequired = (field: ImportField): boolean => REQUIRED_IMPORT_FIELDS.includes(field);
/** The unit goes on a line of its own. */
const headingOf = (field: ImportField): string =>
  `${isRequired(field) ? '*' : ''}${IMPORT_FIELDS[field].replace('（', '\n（')}`;

const NUMBER_FORMATS: Readonly<Record<TemplateColumn['kind'], string>> = {
  text: '@',
  choice: '@',
  date: 'yyyy-mm-dd',
  count: '0',
  amount: '0.00',
};

function validationOf(column: TemplateColumn): ExcelJS.DataValidation | undefined {
  switch (column.kind) {
    case 'choice':
      return oneOf(column.choices);
    case 'count':
      return aCount();
    case 'amount':
      return anAmount();
    case 'date':
      return aDay();
    case 'text':
      return undefined;
  }
}

function prepareColumn(sheet: ExcelJS.Worksheet, field: ImportField, index: number): void {
  const column = TEMPLATE_COLUMNS[field];
  const validation = validationOf(column);
  const excelColumn = sheet.getColumn(index);
  excelColumn.width = column.width;
  excelColumn.numFmt = NUMBER_FORMATS[column.kind];
  excelColumn.font = { name: FONT, size: 11 };
  for (let row = FIRST_ROW; row < FIRST_ROW + PREPARED_ROWS; row++) {
    const cell = sheet.getCell(row, index);
    if (row < FIRST_ROW + GRID_ROWS) cell.border = BORDER;
    cell.alignment = { vertical: 'middle', wrapText: column.width >= 20 };
    if (validation) cell.dataValidation = validation;
  }
}

function styleRow(row: ExcelJS.Row, height: number, style: Partial<ExcelJS.Style>): void {
  row.height = height;
  for (let index = 1; index <= FIELDS.length + 1; index++) {
    const cell = row.getCell(index);
    cell.border = BORDER;
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
    Object.assign(cell, style, { numFmt: '@' });
  }
}

function addListSheet(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('申请名单', {
    views: [{ state: 'frozen', xSplit: 2, ySplit: HEADER_ROW, topLeftCell: 'C3' }],
  });
  // 33 columns: four sheets of A4 side by side stay readable.
  setUpTypingPrint(sheet, { headerRow: HEADER_ROW, pagesWide: 4 });
  sheet.pageSetup.printTitlesColumn = 'A:B';
  sheet.getColumn(1).width = NUMBER_COLUMN_WIDTH;
  for (const [index, field] of FIELDS.entries()) prepareColumn(sheet, field, index + 2);

  sheet.getRow(TITLE_ROW).height = 30;
  // No wider than the columns that every sheet of paper repeats, or it would be cut off there.
  sheet.mergeCells(TITLE_ROW, 1, TITLE_ROW, REPEATED_COLUMNS);
  sheet.getCell(TITLE_ROW, 1).value = '食品加工小作坊申请信息';
  sheet.getCell(TITLE_ROW, 1).font = { name: FONT, size: 13, bold: true };
  sheet.mergeCells(TITLE_ROW, REPEATED_COLUMNS + 1, TITLE_ROW, 8);
  sheet.getCell(TITLE_ROW, REPEATED_COLUMNS + 1).value =
    '填写要求：带 * 的必填；一行填一家；请不要合并单元格';
  sheet.getCell(TITLE_ROW, REPEATED_COLUMNS + 1).font = { name: FONT, size: 11 };
  sheet.getRow(TITLE_ROW).alignment = { vertical: 'middle' };

  sheet.getRow(HEADER_ROW).values = ['序号', ...FIELDS.map(headingOf)];
  styleRow(sheet.getRow(HEADER_ROW), 50, { font: { name: FONT, size: 11, bold: true }, fill: HEADER_FILL });
  sheet.getRow(HINT_ROW).values = ['填写提示', ...FIELDS.map((field) => TEMPLATE_COLUMNS[field].hint)];
  const quiet = { font: { name: FONT, size: 9, color: { argb: 'FF595959' } }, fill: HINT_FILL };
  styleRow(sheet.getRow(HINT_ROW), 62, quiet);
  sheet.getRow(SAMPLE_ROW).values = ['示例', ...FIELDS.map((field) => TEMPLATE_COLUMNS[field].sample)];
  styleRow(sheet.getRow(SAMPLE_ROW), 48, quiet);
  for (let row = 0; row < GRID_ROWS; row++) {
    const cell = sheet.getCell(FIRST_ROW + row, 1);
    cell.border = BORDER;
    cell.alignment = { horizontal: 'center', vertical: 'middle' };
    sheet.getRow(FIRST_ROW + row).height = ROW_HEIGHT;
  }
  addGridAsFilled(sheet);
}

/** A row below the grid gets one when something is typed into it. */
function addGridAsFilled(sheet: ExcelJS.Worksheet): void {
  const first = FIRST_ROW + GRID_ROWS;
  const last = sheet.getColumn(FIELDS.length + 1).letter;
  sheet.addConditionalFormatting({
    ref: `A${first}:${last}${FIRST_ROW + PREPARED_ROWS - 1}`,
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: [`COUNTA($B${first}:$${last}${first})>0`],
        style: { border: BORDER },
      },
    ],
  });
}

const NOTES = [
  '1. 在“申请名单”表从第5行起填写，一行一家；“填写提示”和“示例”两行导入时自动跳过，可以保留。',
  '2. 身份证号码、信用代码、电话等长号码已设为文本格式，请直接录入，不要改成数字格式，否则后几位会丢失。',
  '3. 面积按平方米填写。金额按表头写明的单位（万元）填写；若某格用别的单位，请在格内写明，如“15000元”。',
  '4. 日期填到年月日，如2021-04-05。开办时间确实只知道年份或月份的，可以填如2015年、2015年6月。',
  '5. 资金投入承诺一栏填承诺书的签署日期；尚未签署的留空。',
  '6. 可以增加自己需要的列，导入时不认识的列会列出并跳过；没有的列可以删除，带 * 的除外。',
  '7. 导入前会显示全部内容和问题，可以当场改正，确认后才写入。',
];

function addNotesSheet(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('填写说明');
  setUpHelpPrint(sheet);
  sheet.columns = [{ width: 30 }, { width: 10 }, { width: 52 }, { width: 30 }];
  const title = sheet.addRow(['填写说明']);
  title.font = { name: FONT, size: 14, bold: true };
  title.height = 28;
  for (const note of NOTES) {
    const row = sheet.addRow([note]);
    sheet.mergeCells(row.number, 1, row.number, 4);
    row.height = 32;
    row.getCell(1).alignment = { wrapText: true, vertical: 'middle' };
    row.font = { name: FONT, size: 11 };
  }
  sheet.addRow([]);
  const header = sheet.addRow(['列', '是否必填', '填写要求', '举例']);
  header.font = { name: FONT, size: 11, bold: true };
  header.eachCell((cell) => {
    cell.fill = HEADER_FILL;
    cell.border = BORDER;
  });
  for (const field of FIELDS) {
    const { hint, sample } = TEMPLATE_COLUMNS[field];
    const row = sheet.addRow([IMPORT_FIELDS[field], isRequired(field) ? '必填' : '', hint, sample]);
    row.font = { name: FONT, size: 11 };
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.border = BORDER;
      cell.alignment = { wrapText: true, vertical: 'middle' };
      cell.numFmt = '@';
    });
  }
}

/** The workbook an office hands to applicants or fills in itself; it imports without a single re-match. */
export async function importTemplate(createdAt: Date): Promise<Uint8Array> {
  const workbook = await newTypingBook('小作坊申请信息', createdAt);
  addListSheet(workbook);
  addNotesSheet(workbook);
  return writeTypingBook(workbook);
}
