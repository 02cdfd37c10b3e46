import type { TaskWorks } from '../../db/model/contract/works.ts';
import { ok, type Problem, problem, type Result, refuse } from '../../db/model/problems.ts';
import { cellsOf } from '../plans/pastedText.ts';
import { parseDate, parseYuan } from '../shared/parse.ts';
import {
  TASK_HEADINGS,
  WORK_COLUMNS,
  type WorkColumn,
  type WorkField,
  workColumnIndex,
} from './workColumns.ts';
import type { WorkPatch } from './workRows.ts';

type Row = readonly string[];

const heading = (cell: string): string => cell.normalize('NFKC').replace(/[\s:]|\(.*?\)/g, '');
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const PERCENT = /^(\d{1,3})%?$/;

/** Whole percent; `undefined`: not one. A bare 1 may be a share: it is read as it stands, 1 %. */
export function parsePercent(text: string): number | undefined {
  const digits = PERCENT.exec(plain(text))?.[1];
  const value = Number(digits);
  return digits !== undefined && value <= 100 ? value : undefined;
}

const EXPECTED: Readonly<Record<WorkColumn['kind'], string>> = {
  percent: '0至100的整数，如60或60%',
  money: '金额，如 15000 或 1.5万元',
  date: '日期，如 2021-08-31',
  text: '文字',
};

/** The value of a cell as the table holds it; `undefined` when it cannot be one. */
function patchOf({ field, kind }: WorkColumn, cell: string): WorkPatch | undefined {
  switch (kind) {
    case 'text':
      return { note: cell };
    case 'percent': {
      const value = cell === '' ? 0 : parsePercent(cell);
      return value === undefined ? undefined : { progressPercent: value };
    }
    case 'money': {
      const value = parseYuan(cell);
      return value === undefined ? undefined : { [field]: value };
    }
    case 'date': {
      const value = parseDate(cell);
      return value === undefined ? undefined : { finishedOn: value };
    }
  }
}

type Place = WorkColumn | 'task' | null;

const placeNamed = (cell: string): Place => {
  const name = heading(cell);
  if (TASK_HEADINGS.includes(name)) return 'task';
  return WORK_COLUMNS.find(({ title, synonyms }) => [title, ...synonyms].includes(name)) ?? null;
};

function placesOfHeader(row: Row): readonly Place[] | undefined {
  const places = row.map(placeNamed);
  return places.filter((place) => place !== null).length >= 2 ? places : undefined;
}

const isTotal = (row: Row): boolean => row.some((cell) => /^(合\s*计|总\s*计|小\s*计)/.test(cell));

export interface PastedWork {
  readonly task: TaskWorks;
  readonly patch: WorkPatch;
}

function taskFor(
  row: Row,
  places: readonly Place[],
  tasks: readonly TaskWorks[],
  at: number,
): TaskWorks | undefined {
  const named = places.indexOf('task');
  if (named < 0) return tasks[at];
  return tasks.find((task) => plain(task.measure) === plain(row[named] ?? ''));
}

function changes(task: TaskWorks, patch: WorkPatch): boolean {
  const before: Readonly<Record<string, unknown>> = { ...task.work };
  return Object.entries(patch).some(([field, value]) => before[field] !== value);
}

/** What one pasted row says, cell by cell. */
function readRow(row: Row, places: readonly Place[], number: number) {
  const bad: Problem[] = [];
  let patch: WorkPatch = {};
  for (const [at, place] of places.entries()) {
    const cell = row[at];
    if (place === null || place === 'task' || cell === undefined) continue;
    const value = patchOf(place, cell);
    if (value) {
      patch = { ...patch, ...value };
      continue;
    }
    const expected = EXPECTED[place.kind];
    const message = `粘贴内容第${number}行“${place.title}”为“${cell}”，应为${expected}`;
    bad.push(problem('paste.cell', message, { row: number, column: place.title, found: cell, expected }));
  }
  return { patch, bad };
}

/**
 * Rows pasted from a spreadsheet: with a heading that has 改造任务 each row goes to its task; otherwise they follow
 * the table from the cell the clerk stands in. One bad cell refuses the whole paste: nothing is changed.
 */
export function pasteWorks(
  text: string,
  tasks: readonly TaskWorks[],
  firstRow: number,
  first: WorkField,
): Result<readonly PastedWork[]> {
  const all = cellsOf(text);
  const header = all[0] && placesOfHeader(all[0]);
  const rows = (header ? all.slice(1) : all).filter((row) => !isTotal(row));
  if (rows.length === 0)
    return refuse(problem('paste.empty', '粘贴的内容里没有任务行，请连同数据行一起复制'));
  const places: readonly Place[] = header ?? WORK_COLUMNS.slice(workColumnIndex(first));
  const problems: Problem[] = [];
  const pasted: PastedWork[] = [];
  for (const [index, row] of rows.entries()) {
    const at = { row: index + 1 };
    const task = taskFor(row, places, tasks, firstRow + index);
    if (!task) {
      const named = row[places.indexOf('task')] ?? '';
      const which = named === '' ? '超出了表格的任务' : `的改造任务“${named}”不在方案中`;
      problems.push(problem('paste.task', `粘贴内容第${index + 1}行${which}`, at));
      continue;
    }
    const { patch, bad } = readRow(row, places, index + 1);
    problems.push(...bad);
    // A table copied out of here holds every task: those already closed come back unchanged.
    if (!changes(task, patch)) continue;
    if (task.work.closedOn !== null)
      problems.push(problem('paste.closed', `粘贴内容第${index + 1}行“${task.measure}”已销号，不能修改`, at));
    else pasted.push({ task, patch });
  }
  return problems.length > 0 ? refuse(...problems) : ok(pasted);
}
