import { z } from 'zod';
import { MeasureId, newId, TaskId } from '../ids.ts';
import type { PlanTask } from '../plan.ts';
import { type Problem, warning } from '../problems.ts';
import { TaskCategory } from '../terms.ts';
import { isDeducted, pointsOf } from './itemScore.ts';
import { formatPoints } from './points.ts';
import type { ItemAnswer } from './scoreOf.ts';
import type { Lines, ScoreItem } from './table.ts';

const text = (label: string) => z.string().trim().min(1, `请填写${label}`).max(500, '不能超过500个字');

/** 标准措施: what is usually done about a deducted line. */
export const MeasureInput = z.object({
  /** 编号 of the score item it belongs to. */
  itemCode: z.string().trim().min(1, '请填写对应的评分项编号').max(20, '不能超过20个字'),
  category: TaskCategory,
  problem: text('存在问题'),
  measure: text('改造任务'),
  /** The paper adds the line it belongs to; the text leaves room for that. */
  standard: z.string().trim().min(1, '请填写提升标准').max(460, '不能超过460个字'),
});
export type MeasureInput = z.infer<typeof MeasureInput>;
export const StandardMeasure = MeasureInput.extend({ id: MeasureId });
export type StandardMeasure = z.infer<typeof StandardMeasure>;

/** A task proposed for one deducted line; the clerk picks. */
export interface ProposedTask {
  /** Of this list. */
  readonly key: string;
  readonly itemCode: string;
  readonly content: string;
  /** Tenths lost at the line. */
  readonly lost: number;
  readonly veto: boolean;
  readonly category: TaskCategory | null;
  readonly problem: string;
  readonly measure: string;
  readonly standard: string;
  /** Nothing in the library: measure and standard are left to the clerk. */
  readonly fromLibrary: boolean;
}

const CODE = '[A-Za-z]?\\d+(?:\\.\\d+)*';
const NAMED = new RegExp(`评分项\\s*(${CODE}(?:\\s*[、,，和]\\s*${CODE})*)`, 'g');

/** How a task says which line it mends, on screen and paper: 〔评分项1.2〕. */
export const itemMark = (code: string): string => `〔评分项${code}〕`;

/** The lines a text names: `〔评分项1.2、1.3〕` → 1.2, 1.3. */
export const codesNamed = (said: string): readonly string[] =>
  [...said.normalize('NFKC').matchAll(NAMED)].flatMap(([, codes = '']) => codes.split(/\s*[、,和]\s*/));

type TaskTexts = Pick<PlanTask, 'problem' | 'measure' | 'standard'>;

const coveredBy = (tasks: readonly TaskTexts[]): ReadonlySet<string> =>
  new Set(tasks.flatMap((task) => codesNamed(`${task.standard}\n${task.measure}\n${task.problem}`)));

interface Deduction {
  readonly item: ScoreItem;
  readonly reason: string;
  readonly lost: number;
}

/** The lines that lost points or failed, in the table's order. */
function deductionsOf({ items }: Lines, answers: readonly ItemAnswer[]): readonly Deduction[] {
  const given = new Map(answers.map((one) => [one.itemId, one]));
  return items.flatMap((item) => {
    const one = given.get(item.id);
    if (!one || !isDeducted(item, one.answer)) return [];
    return [{ item, reason: one.reason, lost: item.points - (pointsOf(item, one.answer) ?? item.points) }];
  });
}

function proposalsFor(
  { item, reason, lost }: Deduction,
  measures: readonly StandardMeasure[],
): readonly ProposedTask[] {
  const head = { itemCode: item.code, content: item.content, lost, veto: item.veto };
  const fitting = measures.filter((one) => one.itemCode === item.code);
  if (fitting.length === 0) {
    const standard = `${item.content}${itemMark(item.code)}`.slice(0, 500);
    const problem = reason || item.content;
    const { category } = item;
    return [{ key: item.code, ...head, category, problem, measure: '', standard, fromLibrary: false }];
  }
  return fitting.map((one) => ({
    key: one.id,
    ...head,
    category: one.category,
    problem: reason || one.problem,
    measure: one.measure,
    standard: `${one.standard}${itemMark(item.code)}`,
    fromLibrary: true,
  }));
}

/** 生成改造任务: one proposal for each measure of each deducted line; those a task already names are left out. */
export function proposeTasks(
  table: Lines,
  answers: readonly ItemAnswer[],
  measures: readonly StandardMeasure[],
  tasks: readonly TaskTexts[] = [],
): readonly ProposedTask[] {
  const covered = coveredBy(tasks);
  return deductionsOf(table, answers)
    .filter(({ item }) => !covered.has(item.code))
    .flatMap((one) => proposalsFor(one, measures));
}

/** 每个扣分项都有对应任务: a warning for each deducted line that no task names. */
export function uncoveredDeductions(
  table: Lines,
  answers: readonly ItemAnswer[],
  tasks: readonly TaskTexts[],
): readonly Problem[] {
  const covered = coveredBy(tasks);
  return deductionsOf(table, answers)
    .filter(({ item }) => !covered.has(item.code))
    .map(({ item, lost }) =>
      warning(
        'plan.uncovered',
        `自查${item.veto ? '否决项' : '扣分项'}${item.code}“${item.content}”${
          lost > 0 ? `（扣${formatPoints(lost)}分）` : ''
        }没有对应的改造任务`,
        { field: 'tasks', found: item.code },
      ),
    );
}

/** A picked proposal as a row of the plan; money, deadline and person are the clerk's. */
export const taskFrom = (
  { category, problem, measure, standard }: ProposedTask,
  like?: Pick<PlanTask, 'dueOn' | 'responsible'>,
): PlanTask => ({
  id: newId(TaskId),
  line: '',
  category,
  problem,
  measure,
  standard,
  budgetOwn: null,
  budgetOther: null,
  dueOn: like?.dueOn ?? null,
  responsible: like?.responsible ?? '',
});
