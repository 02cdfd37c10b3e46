import { IsoDate } from '../dates.ts';
import { Fen } from '../money.ts';
import { type Problem, problem } from '../problems.ts';
import { type CellReader, cellQuantity, dayReader, readMoney, readText } from './cells.ts';
import type { RawWorkbook } from './grid.ts';
import { fault, read } from './reading.ts';
import { type ColumnTable, findTable, readRow, textIn } from './table.ts';

/** The columns of a workbook of progress, in the template's order; one row a task. */
export const WORK_COLUMNS = {
  workshopName: '小作坊名称',
  measure: '改造任务',
  progressPercent: '进度',
  costOwn: '业主自筹实际（元）',
  costOther: '其他资金实际（元）',
  finishedOn: '完成日期',
  note: '备注',
} as const;
export type WorkColumn = keyof typeof WORK_COLUMNS;

const isWorkColumn = (key: string): key is WorkColumn => key in WORK_COLUMNS;

/** One row as written; `undefined` where the cell is empty: what is recorded then stays. */
export interface ReadWork {
  readonly row: number;
  readonly workshopName: string;
  readonly measure: string;
  readonly progressPercent: number | undefined;
  readonly costOwn: Fen | undefined;
  readonly costOther: Fen | undefined;
  readonly finishedOn: IsoDate | undefined;
  readonly note: string | undefined;
}

const EXAMPLE = '60或60%';
const NOT_PERCENT = fault('works.percent', '不是0至100的整数', `填如${EXAMPLE}`);

/** 60, 60% and a cell in the percent format. A bare 1 or 0.6 may mean either, so it is asked for. */
const readPercent: CellReader = (cell) => {
  if (cell.kind === 'number' && cell.format?.scaled) {
    const percent = Number((cell.value * 100).toFixed(6));
    return Number.isInteger(percent) && percent >= 0 && percent <= 100
      ? read(percent, `${percent}%`)
      : NOT_PERCENT;
  }
  const quantity = cellQuantity(cell, EXAMPLE);
  if (!quantity.ok) return quantity;
  const { value, unit } = quantity.value;
  if (unit !== '' && unit !== '%') return NOT_PERCENT;
  if (unit === '' && value > 0 && value <= 1)
    return fault('works.percentUnit', '分不清是百分数还是比例', `填如${EXAMPLE}`);
  if (!Number.isInteger(value) || value > 100) return NOT_PERCENT;
  return read(value, `${value}%`);
};

const READERS: Readonly<Record<WorkColumn, CellReader>> = {
  workshopName: readText,
  measure: readText,
  progressPercent: readPercent,
  costOwn: readMoney,
  costOther: readMoney,
  finishedOn: dayReader(),
  note: readText,
};

const NAMES: readonly WorkColumn[] = ['workshopName', 'measure'];

const missingColumns = ({ columns }: ColumnTable<WorkColumn>): readonly Problem[] =>
  NAMES.filter((key) => !columns.has(key)).map((key) =>
    problem('works.column', `表头中没有找到“${WORK_COLUMNS[key]}”一列，请使用程序提供的模板`, {
      expected: WORK_COLUMNS[key],
    }),
  );

interface ReadWorks {
  readonly works: readonly ReadWork[];
  readonly problems: readonly Problem[];
}

/** Reads progress, one row a task. Rows with nothing but names are passed over. */
export function readWorks(workbook: RawWorkbook): ReadWorks {
  const table = findTable(workbook, WORK_COLUMNS, isWorkColumn, 'measure', 3);
  if (!table) {
    const message = '没有找到改造进度的表头（应有“小作坊名称”“改造任务”“进度”等列），请使用程序提供的模板';
    return { works: [], problems: [problem('works.header', message)] };
  }
  const missing = missingColumns(table);
  if (missing.length > 0) return { works: [], problems: missing };
  const problems: Problem[] = [];
  const works: ReadWork[] = [];
  let name = '';
  for (const { row } of table.rows) {
    const cells = readRow(table, row, WORK_COLUMNS, READERS);
    // The name stands once, the tasks below it.
    name = textIn(cells, 'workshopName') || name;
    if (cells.problems.length === 0 && [...cells.values.keys()].every((key) => NAMES.includes(key))) continue;
    problems.push(...cells.problems);
    const measure = textIn(cells, 'measure');
    if (name === '' || measure === '') {
      const what = name === '' ? WORK_COLUMNS.workshopName : WORK_COLUMNS.measure;
      problems.push(problem('works.name', `第${row}行没有填写${what}`, { row, column: what }));
      continue;
    }
    const note = cells.values.get('note');
    works.push({
      row,
      workshopName: name,
      measure,
      progressPercent: wholeNumber(cells.values.get('progressPercent')),
      costOwn: Fen.safeParse(cells.values.get('costOwn')).data,
      costOther: Fen.safeParse(cells.values.get('costOther')).data,
      finishedOn: IsoDate.safeParse(cells.values.get('finishedOn')).data,
      note: typeof note === 'string' ? note : undefined,
    });
  }
  return { works, problems };
}

const wholeNumber = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
