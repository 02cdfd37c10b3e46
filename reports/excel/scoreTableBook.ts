import type ExcelJS from 'exceljs';
import { SCORE_SETTINGS } from '../../db/model/import/scoreSettings.ts';
import { SCORE_COLUMNS, type ScoreColumn } from '../../db/model/import/scoreTables.ts';
import { OPTIONS_HINT, optionsText } from '../../db/model/scoring/optionsText.ts';
import { SAMPLE_NOTICE } from '../../db/model/scoring/sampleTable.ts';
import { ABSENCES, fullPoints, type ScoreItem, type ScoreTable } from '../../db/model/scoring/table.ts';
import { keysOf, SCORING_WAYS, TASK_CATEGORIES } from '../../db/model/terms.ts';
import { LINE } from './heights.ts';
import { newTypingBook, setUpHelpPrint, setUpTypingPrint, writeTypingBook } from './typingBook.ts';
import { anAmount, oneOf } from './validations.ts';
import { linesOf } from './widths.ts';

const COLUMNS = keysOf(SCORE_COLUMNS);
const WIDTHS: Readonly<Record<ScoreColumn, number>> = {
  code: 8,
  section: 16,
  category: 12,
  content: 40,
  criterion: 44,
  points: 8,
  way: 14,
  options: 34,
  key: 9,
  veto: 9,
};
const HEADER_ROW = 2;
/** Rows ready to be typed into, below those that are filled. */
const SPARE_ROWS = 60;
const THIN = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN } as const;

const CHOICES: Readonly<Partial<Record<ScoreColumn, readonly string[]>>> = {
  category: Object.values(TASK_CATEGORIES),
  way: Object.values(SCORING_WAYS),
  key: ['是'],
  veto: ['是'],
};

const CENTRED: readonly ScoreColumn[] = ['code', 'category', 'points', 'way', 'key', 'veto'];

function prepareCell(cell: ExcelJS.Cell, column: ScoreColumn): void {
  cell.border = BORDER;
  cell.font = { name: '宋体', size: 11 };
  const horizontal = CENTRED.includes(column) ? 'center' : 'left';
  cell.alignment = { vertical: 'middle', horizontal, wrapText: true };
  // Text: a code such as 1.10 must not become a number.
  cell.numFmt = column === 'points' ? '0.0##' : '@';
  const choices = CHOICES[column];
  if (choices) cell.dataValidation = oneOf(choices);
  if (column === 'points') cell.dataValidation = anAmount();
}

const valuesOf = (item: ScoreItem): Readonly<Record<ScoreColumn, string | number>> => ({
  code: item.code,
  section: item.section,
  category: item.category === null ? '' : TASK_CATEGORIES[item.category],
  content: item.content,
  criterion: item.criterion,
  points: item.points / 10,
  way: SCORING_WAYS[item.rule.way],
  options: optionsText(item.rule),
  key: item.key ? '是' : '',
  veto: item.veto ? '是' : '',
});

/** As high as its longest text needs: not every program grows rows by itself. */
const heightOf = (values: ReturnType<typeof valuesOf>): number =>
  6 + LINE * Math.max(...COLUMNS.map((column) => linesOf(String(values[column]), WIDTHS[column])));

function writeItems(sheet: ExcelJS.Worksheet, title: string, items: readonly ScoreItem[]): void {
  sheet.mergeCells(1, 1, 1, COLUMNS.length);
  const head = sheet.getCell(1, 1);
  head.value = title;
  head.font = { name: '宋体', size: 13, bold: true };
  head.alignment = { vertical: 'middle' };
  sheet.getRow(1).height = 26;
  sheet.getRow(HEADER_ROW).height = 24;
  for (const [index, column] of COLUMNS.entries()) {
    sheet.getColumn(index + 1).width = WIDTHS[column];
    const cell = sheet.getCell(HEADER_ROW, index + 1);
    cell.value = SCORE_COLUMNS[column];
    cell.font = { name: '宋体', size: 11, bold: true };
    cell.border = BORDER;
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
  }
  for (let offset = 0; offset < Math.max(items.length, SPARE_ROWS); offset++) {
    const item = items[offset];
    const values = item && valuesOf(item);
    for (const [index, column] of COLUMNS.entries()) {
      const cell = sheet.getCell(HEADER_ROW + 1 + offset, index + 1);
      prepareCell(cell, column);
      if (values && values[column] !== '') cell.value = values[column];
    }
    if (values) sheet.getRow(HEADER_ROW + 1 + offset).height = heightOf(values);
  }
}

const limitText = (limit: number | null): string => (limit === null ? '' : String(limit));

function writeSettings(workbook: ExcelJS.Workbook, table: Omit<ScoreTable, 'id' | 'items'>): void {
  const { limits } = table;
  const said: Readonly<Record<keyof typeof SCORE_SETTINGS, string>> = {
    title: table.title,
    version: table.version,
    source: table.source,
    key: limitText(limits.key),
    major: limitText(limits.major),
    others: limitText(limits.others),
    absence: ABSENCES[limits.absence],
  };
  const sheet = workbook.addWorksheet('设置');
  setUpHelpPrint(sheet);
  sheet.getColumn(1).width = 40;
  sheet.getColumn(2).width = 60;
  for (const [index, key] of keysOf(SCORE_SETTINGS).entries()) {
    const [name, value] = [sheet.getCell(index + 1, 1), sheet.getCell(index + 1, 2)];
    name.value = SCORE_SETTINGS[key];
    value.value = said[key];
    for (const cell of [name, value]) {
      cell.border = BORDER;
      cell.font = { name: '宋体', size: 11 };
      cell.numFmt = '@';
    }
  }
}

function writeHelp(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('填写说明');
  setUpHelpPrint(sheet);
  sheet.getColumn(1).width = 16;
  sheet.getColumn(2).width = 90;
  const lines: readonly (readonly [string, string])[] = [
    ['编号', '每项不同，如1.1；否决项可用V1、V2……'],
    ['部分', '相同的只填第一行即可，下面的行沿用'],
    ['类别', `对应改造任务的类别：${Object.values(TASK_CATEGORIES).join('、')}，没有可留空`],
    ['分值', '单位为分，最小0.1；否决项不计分'],
    ...keysOf(SCORING_WAYS).map((way) => [SCORING_WAYS[way], `选项填写举例：${OPTIONS_HINT[way]}`] as const),
    ['关键项', '填“是”的为★项：结论为“基本符合”也算不符合；最多允许几项不符合在“设置”表中填写'],
    ['否决项', '填“是”的，不符合即不予通过'],
  ];
  for (const [index, [name, text]] of lines.entries()) {
    sheet.getCell(index + 1, 1).value = name;
    sheet.getCell(index + 1, 2).value = text;
    sheet.getCell(index + 1, 1).font = { name: '宋体', size: 11, bold: true };
    sheet.getCell(index + 1, 2).font = { name: '宋体', size: 11 };
    sheet.getCell(index + 1, 2).alignment = { wrapText: true };
  }
}

type Written = Omit<ScoreTable, 'id'>;

/** A 评分表 as the workbook that `readScoreTable` reads back; without a table, the empty template. */
export async function scoreTableBook(table: Written, madeAt: Date): Promise<Uint8Array> {
  const workbook = await newTypingBook(table.title, madeAt);
  const sheet = workbook.addWorksheet('评分表', {
    views: [{ state: 'frozen', ySplit: HEADER_ROW, topLeftCell: 'A3' }],
  });
  const rows = HEADER_ROW + table.items.length;
  const whole = table.items.length > 0 ? { area: { columns: COLUMNS.length, rows } } : {};
  setUpTypingPrint(sheet, { headerRow: HEADER_ROW, ...whole });
  const marked =
    table.sample && table.title !== SAMPLE_NOTICE ? `${table.title} ${SAMPLE_NOTICE}` : table.title;
  const full = table.items.length === 0 ? '' : `（满分${fullPoints(table.items) / 10}分）`;
  writeItems(sheet, `${marked}${full}`, table.items);
  writeSettings(workbook, table);
  writeHelp(workbook);
  return writeTypingBook(workbook);
}

/** The empty workbook to type 附表3 into. */
export const scoreTableTemplate = (madeAt: Date): Promise<Uint8Array> =>
  scoreTableBook(
    {
      title: '验收评分表（在此表逐项录入省厅附表3）',
      version: '1',
      source: '',
      sample: false,
      limits: { key: null, major: null, others: null, absence: 'full' },
      items: [],
    },
    madeAt,
  );
