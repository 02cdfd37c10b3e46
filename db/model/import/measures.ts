import { type Problem, problem } from '../problems.ts';
import { MeasureInput } from '../scoring/measures.ts';
import { keysOf, TASK_CATEGORIES } from '../terms.ts';
import type { RawWorkbook } from './grid.ts';
import { type SheetTable, tableByHeadings } from './namedColumns.ts';
import { compact, tidy } from './text.ts';

/** The columns of a 标准措施库 workbook, as the library's own export writes them. */
export const MEASURE_COLUMNS = {
  itemCode: '评分项',
  category: '类别',
  problem: '存在问题',
  measure: '改造任务',
  standard: '提升标准',
} as const;
type Column = keyof typeof MEASURE_COLUMNS;

const COLUMNS = keysOf(MEASURE_COLUMNS);
const isColumn = (key: unknown): key is Column => COLUMNS.some((column) => column === key);

interface ReadMeasures {
  readonly measures: readonly MeasureInput[];
  /** Each names its row and column. */
  readonly problems: readonly Problem[];
}

const noTable = (): Problem =>
  problem(
    'measures.columns',
    `没有找到${Object.values(MEASURE_COLUMNS).join('、')}这几列。请先点“导出Excel”，在导出的表格中修改后再导入`,
  );

/** Category by its label; anything else is left for the check to refuse. */
const keyOfCategory = (label: string): string =>
  keysOf(TASK_CATEGORIES).find((key) => TASK_CATEGORIES[key] === compact(label)) ?? label;

/** Whether a row belongs to the table: not blank, and not a note across all columns. */
function isData(texts: Readonly<Record<Column, string>>): boolean {
  const [first, ...rest] = Object.values(texts);
  return rest.some((text) => text !== first);
}

function faultsOf(
  error: { readonly issues: MeasureIssues },
  table: SheetTable<Column>,
  row: number,
): Problem[] {
  return error.issues.flatMap(({ path: [key], message }) => {
    if (!isColumn(key)) return [];
    const found = tidy(table.textAt(row, key));
    const said = key === 'category' ? `应为${Object.values(TASK_CATEGORIES).join('、')}之一` : message;
    const place = `${table.placeOf(row, key)}：${found === '' ? '' : `“${found.slice(0, 30)}”`}${said}`;
    return [problem('measures.cell', place, { row, column: MEASURE_COLUMNS[key], found })];
  });
}
type MeasureIssues = readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];

/** Reads 标准措施 from a workbook; where anything is wrong, the problems say where. */
export function readMeasures(workbook: RawWorkbook): ReadMeasures {
  const table = tableByHeadings(workbook, MEASURE_COLUMNS, {}, COLUMNS);
  if (!table) return { measures: [], problems: [noTable()] };
  const measures: MeasureInput[] = [];
  const problems: Problem[] = [];
  for (const row of table.rows) {
    const at = (column: Column): string => tidy(table.textAt(row, column));
    const texts = {
      itemCode: at('itemCode'),
      category: at('category'),
      problem: at('problem'),
      measure: at('measure'),
      standard: at('standard'),
    };
    if (!isData(texts)) continue;
    const read = MeasureInput.safeParse({ ...texts, category: keyOfCategory(texts.category) });
    if (read.success) measures.push(read.data);
    else problems.push(...faultsOf(read.error, table, row));
  }
  if (measures.length === 0 && problems.length === 0) {
    problems.push(problem('measures.none', '表格中没有措施'));
  }
  return { measures, problems };
}
