import { useCallback, useMemo, useState } from 'react';
import type { TaskId } from '../../db/model/ids.ts';
import type { PlanContent, PlanTask } from '../../db/model/plan.ts';
import {
  insertTask,
  layOver,
  moveTask,
  patchTask,
  removeTask,
  restoreTask,
  type TaskPatch,
  type Tasks,
} from './tasks.ts';

/** A row that was deleted and can be put back. */
interface RemovedTask {
  readonly task: PlanTask;
  readonly index: number;
}

export interface PlanEditor {
  readonly content: PlanContent;
  /** Differs from what is saved. */
  readonly dirty: boolean;
  readonly removed: RemovedTask | undefined;
  readonly patch: (head: Partial<Omit<PlanContent, 'tasks'>>) => void;
  readonly patchOne: (id: TaskId, patch: TaskPatch) => void;
  readonly insert: (index: number) => void;
  readonly move: (index: number, by: 1 | -1) => void;
  readonly remove: (index: number) => void;
  readonly undoRemove: () => void;
  readonly paste: (row: number, patches: readonly TaskPatch[]) => void;
  readonly replace: (content: PlanContent) => void;
  /** What was just saved is now the measure of `dirty`. */
  readonly markSaved: (content: PlanContent) => void;
}

/** The plan while it is being written: immutable contents, one step of undo for deleted rows. */
export function usePlanEditor(initial: PlanContent): PlanEditor {
  const [content, setContent] = useState(initial);
  const [saved, setSaved] = useState(initial);
  const [removed, setRemoved] = useState<RemovedTask>();
  const dirty = useMemo(() => JSON.stringify(content) !== JSON.stringify(saved), [content, saved]);

  const changeTasks = useCallback(
    (change: (tasks: Tasks) => Tasks) =>
      setContent((before) => ({ ...before, tasks: [...change(before.tasks)] })),
    [],
  );
  const patch = useCallback<PlanEditor['patch']>(
    (head) => setContent((before) => ({ ...before, ...head })),
    [],
  );
  const patchOne = useCallback<PlanEditor['patchOne']>(
    (id, one) => changeTasks((tasks) => patchTask(tasks, id, one)),
    [changeTasks],
  );
  const insert = useCallback<PlanEditor['insert']>(
    (index) => changeTasks((tasks) => insertTask(tasks, index)),
    [changeTasks],
  );
  const move = useCallback<PlanEditor['move']>(
    (index, by) => changeTasks((tasks) => moveTask(tasks, index, by)),
    [changeTasks],
  );
  const paste = useCallback<PlanEditor['paste']>(
    (row, patches) => changeTasks((tasks) => layOver(tasks, row, patches)),
    [changeTasks],
  );
  const remove = (index: number): void => {
    const task = content.tasks[index];
    if (!task) return;
    setRemoved({ task, index });
    changeTasks((tasks) => removeTask(tasks, index));
  };
  const undoRemove = (): void => {
    if (removed) changeTasks((tasks) => restoreTask(tasks, removed.task, removed.index));
    setRemoved(undefined);
  };
  return {
    content,
    dirty,
    removed,
    patch,
    patchOne,
    insert,
    move,
    remove,
    undoRemove,
    paste,
    replace: setContent,
    markSaved: setSaved,
  };
}
