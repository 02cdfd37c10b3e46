import { newId, TaskId } from '../ids.ts';
import { PlanTask } from '../plan.ts';
import { type Problem, problem } from '../problems.ts';
import { TASK_CATEGORIES, TaskCategory } from '../terms.ts';
import { type CellReader, dayReader, readMoney, readText } from './cells.ts';
import type { RawCell, RawWorkbook } from './grid.ts';
import type { Reading } from './reading.ts';
import { type ColumnTable, findTable, type ReadRow, readRow, textIn, textOf } from './table.ts';
import { compact } from './text.ts';

/** The columns of a workbook of plan tasks, in the template's order; several tasks of a workshop in rows below. */
export const PLAN_COLUMNS = {
  workshopName: '小作坊名称',
  helperName: '帮扶责任人',
  category: '类别',
  problem: '存在问题',
  measure: '改造任务',
  standard: '提升标准',
  budgetOwn: '业主自筹（元）',
  budgetOther: '其他资金（元）',
  dueOn: '完成时限',
  responsible: '责任人',
  situation: '现状',
  assistance: '帮扶措施',
} as const;

export type PlanColumn = keyof typeof PLAN_COLUMNS;

/** A plan as the workbook states it, before it is held against the 创建名单. */
export interface ReadPlan {
  readonly workshopName: string;
  readonly firstRow: number;
  readonly helperName: string;
  readonly situation: string;
  readonly assistance: string;
  readonly tasks: readonly PlanTask[];
}

const OPTIONAL: readonly PlanColumn[] = ['situation', 'assistance', 'helperName', 'budgetOther'];
const isPlanColumn = (key: string | undefined): key is PlanColumn => key !== undefined && key in PLAN_COLUMNS;

type Table = ColumnTable<PlanColumn>;
type Row = ReadRow<PlanColumn>;

const missingColumns = ({ columns }: Table): readonly Problem[] =>
  Object.entries(PLAN_COLUMNS)
    .filter(([key]) => isPlanColumn(key) && !columns.has(key) && !OPTIONAL.includes(key))
    .map(([, label]) =>
      problem('plans.column', `表头中没有找到“${label}”一列，请使用程序提供的模板`, { expected: label }),
    );

function readCategory(cell: RawCell): Reading<unknown> {
  const label = compact(textOf(cell));
  const key = Object.entries(TASK_CATEGORIES).find(([, one]) => one === label)?.[0];
  return key
    ? { ok: true, value: TaskCategory.parse(key), shown: label, notes: [] }
    : {
        ok: false,
        fault: {
          code: 'plans.category',
          said: '不是改造任务的类别',
          expected: `填${Object.values(TASK_CATEGORIES).join('、')}之一`,
        },
      };
}

const READERS: Readonly<Record<PlanColumn, CellReader>> = {
  workshopName: readText,
  helperName: readText,
  category: readCategory,
  problem: readText,
  measure: readText,
  standard: readText,
  budgetOwn: readMoney,
  budgetOther: readMoney,
  dueOn: dayReader(),
  responsible: readText,
  situation: readText,
  assistance: readText,
};

/** A row as a task; what exceeds a field's limits is a problem of that row. */
function taskOf(row: Row, rowNumber: number): { task: PlanTask | null; problems: readonly Problem[] } {
  const parsed = PlanTask.safeParse({
    id: newId(TaskId),
    category: row.values.get('category') ?? null,
    problem: textIn(row, 'problem'),
    measure: textIn(row, 'measure'),
    standard: textIn(row, 'standard'),
    budgetOwn: row.values.get('budgetOwn') ?? null,
    budgetOther: row.values.get('budgetOther') ?? 0,
    dueOn: row.values.get('dueOn') || null,
    responsible: textIn(row, 'responsible'),
  });
  if (parsed.success) return { task: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue) =>
    problem('plans.value', `第${rowNumber}行“${labelOf(issue.path[0])}”：${issue.message}`, {
      row: rowNumber,
    }),
  );
  return { task: null, problems };
}

const labelOf = (key: PropertyKey | undefined): string =>
  typeof key === 'string' && isPlanColumn(key) ? PLAN_COLUMNS[key] : String(key);

const isUnfilled = ({ values, problems }: Row): boolean =>
  problems.length === 0 && [...values.keys()].every((key) => key === 'workshopName');

const firstFilled = (rows: readonly Row[], key: PlanColumn): string =>
  rows.map((row) => textIn(row, key)).find((value) => value !== '') ?? '';

interface ReadPlans {
  readonly plans: readonly ReadPlan[];
  readonly problems: readonly Problem[];
}

/** Reads tasks, one a row, into plans, one a workshop. Pure; every problem names its row and column. */
export function readPlans(workbook: RawWorkbook): ReadPlans {
  const table = findTable(workbook, PLAN_COLUMNS, isPlanColumn, 'workshopName', 4);
  if (!table) {
    const message = '没有找到改造任务的表头（应有“小作坊名称”“改造任务”等列），请使用程序提供的模板';
    return { plans: [], problems: [problem('plans.header', message)] };
  }
  const missing = missingColumns(table);
  if (missing.length > 0) return { plans: [], problems: missing };
  const problems: Problem[] = [];
  const groups = new Map<string, { firstRow: number; rows: Row[]; tasks: PlanTask[] }>();
  let name = '';
  for (const raw of table.rows) {
    const row = readRow(table, raw.row, PLAN_COLUMNS, READERS);
    // The name stands once, the tasks below it; a name without any task is a row nobody filled in.
    name = textIn(row, 'workshopName') || name;
    if (isUnfilled(row)) continue;
    const { task, problems: taskProblems } = taskOf(row, raw.row);
    problems.push(...row.problems, ...taskProblems);
    if (name === '')
      problems.push(problem('plans.name', `第${raw.row}行没有填写小作坊名称`, { row: raw.row }));
    const group = groups.get(name) ?? { firstRow: raw.row, rows: [], tasks: [] };
    group.rows.push(row);
    if (task) group.tasks.push(task);
    groups.set(name, group);
  }
  const plans = [...groups].map(([workshopName, { firstRow, rows, tasks }]) => ({
    workshopName,
    firstRow,
    helperName: firstFilled(rows, 'helperName'),
    situation: firstFilled(rows, 'situation'),
    assistance: firstFilled(rows, 'assistance'),
    tasks,
  }));
  return { plans, problems };
}
