import { useCallback, useMemo, useState } from 'react';
import type { TaskWorks, WorksView } from '../../db/model/contract/works.ts';
import type { Problem, Result } from '../../db/model/problems.ts';
import { type WorkInput, type WorksTotals, workProblems, worksTotals } from '../../db/model/works.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import type { PastedWork } from './pasteWorks.ts';
import { liveEdits, patchWork, shownWork, type WorkEdits, type WorkPatch } from './workRows.ts';

export interface WorksEditor {
  readonly edits: WorkEdits;
  readonly dirty: boolean;
  readonly shown: (task: TaskWorks) => WorkInput;
  readonly patch: (task: TaskWorks, patch: WorkPatch) => void;
  readonly paste: (pasted: readonly PastedWork[]) => void;
  readonly restore: (edits: WorkEdits) => void;
  readonly discard: () => void;
  /** Saves the changed rows, all or none. */
  readonly save: () => Promise<Result<void>>;
  readonly running: boolean;
  readonly saveProblems: readonly Problem[];
  readonly clearProblems: () => void;
  /** With what is typed and not yet saved. */
  readonly totals: WorksTotals;
  /** What is wrong with the rows as they stand, by `line field`. */
  readonly wrong: ReadonlyMap<string, string>;
}

/** 实施进度 while it is being typed: only changed rows are kept and saved. */
export function useWorksEditor(view: WorksView, dropDraft: () => Promise<void>): WorksEditor {
  const { today } = useOffice();
  const [typed, setTyped] = useState<WorkEdits>({});
  const saving = useAct(client.works.save);
  const edits = useMemo(() => liveEdits(typed, view.tasks), [typed, view.tasks]);
  const patch = useCallback<WorksEditor['patch']>(
    (task, one) => setTyped((before) => patchWork(before, task, one)),
    [],
  );
  const { startedOn } = view;
  const wrong = useMemo(() => {
    if (startedOn === null) return new Map<string, string>();
    const found = view.tasks.flatMap((task) => {
      const edit = edits[task.line];
      if (!edit) return [];
      const context = { startedOn, today, name: `第${task.number}项任务` };
      return workProblems(edit, context).map((one) => [`${task.line} ${one.field}`, one.message] as const);
    });
    return new Map(found);
  }, [edits, startedOn, today, view.tasks]);
  const totals = useMemo(() => {
    const tasks = view.tasks.map((task) => ({ ...task, work: { ...task.work, ...edits[task.line] } }));
    return worksTotals(tasks, view.dropped, today);
  }, [view.tasks, view.dropped, edits, today]);
  const save = async (): Promise<Result<void>> => {
    const tasks = Object.entries(edits).map(([line, edit]) => ({ line, ...edit }));
    if (tasks.length === 0) return { ok: true, value: undefined };
    const result = await saving.run({ planId: view.planId, tasks });
    if (result.ok) {
      setTyped({});
      await dropDraft();
    }
    return result;
  };
  return {
    edits,
    dirty: Object.keys(edits).length > 0,
    shown: (task) => shownWork(task, edits),
    patch,
    paste: (pasted) =>
      setTyped((before) => pasted.reduce((all, one) => patchWork(all, one.task, one.patch), before)),
    restore: setTyped,
    discard: () => setTyped({}),
    save,
    running: saving.running,
    saveProblems: saving.problems,
    clearProblems: saving.clear,
    totals,
    wrong,
  };
}
