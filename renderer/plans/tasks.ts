import { newId, TaskId } from '../../db/model/ids.ts';
import type { PlanTask } from '../../db/model/plan.ts';

export type Tasks = readonly PlanTask[];
export type TaskPatch = Partial<Omit<PlanTask, 'id' | 'line'>>;

/** A new row. Responsible person and deadline are taken from the row above: they seldom change within a plan. */
export const newTask = (above?: PlanTask): PlanTask => ({
  id: newId(TaskId),
  line: '',
  category: null,
  problem: '',
  measure: '',
  standard: '',
  budgetOwn: null,
  budgetOther: null,
  dueOn: above?.dueOn ?? null,
  responsible: above?.responsible ?? '',
});

/** Puts a new row in at `index`. */
export const insertTask = (tasks: Tasks, index: number): Tasks =>
  tasks.toSpliced(index, 0, newTask(tasks[index - 1]));

export const patchTask = (tasks: Tasks, id: TaskId, patch: TaskPatch): Tasks =>
  tasks.map((task) => (task.id === id ? { ...task, ...patch } : task));

/** One row up or down; the first stays first and the last stays last. */
export function moveTask(tasks: Tasks, index: number, by: 1 | -1): Tasks {
  const task = tasks[index];
  const target = index + by;
  if (!task || target < 0 || target >= tasks.length) return tasks;
  return tasks.toSpliced(index, 1).toSpliced(target, 0, task);
}

export const removeTask = (tasks: Tasks, index: number): Tasks => tasks.toSpliced(index, 1);

/** Puts a removed row back where it was. */
export const restoreTask = (tasks: Tasks, task: PlanTask, index: number): Tasks =>
  tasks.toSpliced(Math.min(index, tasks.length), 0, task);

/** Lays pasted rows over the table from `firstRow` on, as a spreadsheet does; rows are added where there are none. */
export const layOver = (tasks: Tasks, firstRow: number, patches: readonly TaskPatch[]): Tasks => [
  ...tasks.slice(0, firstRow),
  ...patches.map((patch, offset) => ({ ...(tasks[firstRow + offset] ?? newTask()), ...patch })),
  ...tasks.slice(firstRow + patches.length),
];
