import type { Fen } from '../../db/model/money.ts';
import { ok, type Problem, problem, type Result, refuse } from '../../db/model/problems.ts';
import { TASK_CATEGORIES, TaskCategory } from '../../db/model/terms.ts';
import { parseDate, parseYuan } from '../shared/parse.ts';
import { cellsOf } from './pastedText.ts';
import { columnIndexOf, TASK_COLUMNS, type TaskColumn, type TaskField } from './taskColumns.ts';
import type { TaskPatch } from './tasks.ts';

type Row = readonly string[];

/** Which of our columns stands at each place of the pasted rows; null: nothing of ours (序号). */
interface Place {
  readonly column: TaskColumn | null;
  /** The heading names 万元; where it names no unit the amounts are 元, as the table's own heading says. */
  readonly inWan: boolean;
}

const heading = (cell: string): string => cell.normalize('NFKC').replace(/[\s:]|\(.*?\)|【.*?】/g, '');
const namesWan = (cell: string): boolean => /万元/.test(cell.normalize('NFKC'));

const columnNamed = (cell: string): TaskColumn | undefined =>
  TASK_COLUMNS.find(({ title, synonyms }) => [title, ...synonyms].includes(heading(cell)));

const categoryNamed = (text: string): TaskCategory | undefined =>
  TaskCategory.options.find((key) => TASK_CATEGORIES[key] === text.replace(/\s/g, ''));

/** A heading holds names only: a row with an amount, a date or a category in it is data. */
const holdsData = (row: Row): boolean =>
  row.some(
    (cell) =>
      categoryNamed(cell) !== undefined || typeof parseYuan(cell) === 'number' || Boolean(parseDate(cell)),
  );

function placesOfHeader(row: Row): readonly Place[] | undefined {
  if (holdsData(row)) return undefined;
  const places = row.map((cell) => ({ column: columnNamed(cell) ?? null, inWan: namesWan(cell) }));
  return places.filter((place) => place.column !== null).length >= 2 ? places : undefined;
}

/** Without a heading the cells follow the table from the cell the clerk stands in; a leading 序号 is passed over. */
function placesWithoutHeader(rows: readonly Row[], first: TaskField): readonly Place[] {
  const width = Math.max(...rows.map((row) => row.length));
  const start = columnIndexOf(first);
  const numbered =
    width > TASK_COLUMNS.length - start && rows.every((row, index) => row[0] === `${index + 1}`);
  const skip = numbered ? 1 : 0;
  return Array.from({ length: width }, (_, index) => ({
    column: index < skip ? null : (TASK_COLUMNS[start + index - skip] ?? null),
    inWan: false,
  }));
}

const isTotal = (row: Row): boolean => row.some((cell) => /^(合\s*计|总\s*计|小\s*计)/.test(cell));

function amount(cell: string, inWan: boolean): Fen | null | undefined {
  const alreadyNamed = /[万元]/.test(cell);
  return parseYuan(inWan && cell !== '' && !alreadyNamed ? `${cell}万` : cell);
}

const EXPECTED: Readonly<Partial<Record<TaskColumn['kind'], string>>> = {
  category: Object.values(TASK_CATEGORIES).join('、'),
  money: '金额，如 15000 或 1.5万元',
  date: '日期，如 2021-08-31',
};

/** The value of a cell as the table holds it; `undefined` when it cannot be one. */
function patchOf({ column, inWan }: Place, cell: string): TaskPatch | undefined {
  if (!column) return {};
  const { field, kind } = column;
  switch (kind) {
    case 'text':
    case 'name':
      return { [field]: cell };
    case 'money': {
      const value = amount(cell, inWan);
      return value === undefined ? undefined : { [field]: value };
    }
    case 'date': {
      const value = parseDate(cell);
      return value === undefined ? undefined : { [field]: value };
    }
    case 'category': {
      const value = cell === '' ? null : categoryNamed(cell);
      return value === undefined ? undefined : { [field]: value };
    }
  }
}

function unreadable({ title, kind }: TaskColumn, found: string, row: number): Problem {
  const expected = EXPECTED[kind] ?? '';
  return problem('paste.cell', `粘贴内容第${row}行“${title}”为“${found}”，应为${expected}`, {
    row,
    column: title,
    found,
    expected,
  });
}

/**
 * Rows pasted from a spreadsheet as patches of tasks, beginning in column `first` unless the paste brings its own
 * heading. One cell that cannot be read refuses the whole paste: nothing is changed, every bad cell is named.
 */
export function pasteTasks(text: string, first: TaskField): Result<readonly TaskPatch[]> {
  const all = cellsOf(text);
  const [top, ...below] = all;
  const fromHeader = top ? placesOfHeader(top) : undefined;
  const rows = (fromHeader ? below : all).filter((row) => !isTotal(row));
  if (rows.length === 0)
    return refuse(problem('paste.empty', '粘贴的内容里没有任务行，请连同数据行一起复制'));
  const places = fromHeader ?? placesWithoutHeader(rows, first);
  const problems: Problem[] = [];
  const patches = rows.map((row, index) => {
    const patch: TaskPatch = {};
    for (const [at, place] of places.entries()) {
      const cell = row[at] ?? '';
      const value = patchOf(place, cell);
      if (value) Object.assign(patch, value);
      else if (place.column) problems.push(unreadable(place.column, cell, index + 1));
    }
    return patch;
  });
  return problems.length > 0 ? refuse(...problems) : ok(patches);
}
