import { z } from 'zod';
import type { TaskWorks } from '../../db/model/contract/works.ts';
import { WorkInput } from '../../db/model/works.ts';

/** What was changed and not yet saved, by the task's line. */
export const WorkEdits = z.record(z.string(), WorkInput);
export type WorkEdits = Readonly<z.infer<typeof WorkEdits>>;
export type WorkPatch = Partial<WorkInput>;

const inputOf = ({ progressPercent, costOwn, costOther, finishedOn, note }: WorkInput): WorkInput => ({
  progressPercent,
  costOwn,
  costOther,
  finishedOn,
  note,
});

const same = (one: WorkInput, other: WorkInput): boolean =>
  JSON.stringify(inputOf(one)) === JSON.stringify(inputOf(other));

/** What a row shows: the edit where there is one. */
export const shownWork = ({ line, work }: TaskWorks, edits: WorkEdits): WorkInput =>
  edits[line] ?? inputOf(work);

/** A day of completion means that the task is done: progress follows it. */
const withProgress = (patch: WorkPatch): WorkPatch =>
  patch.finishedOn && patch.progressPercent === undefined ? { ...patch, progressPercent: 100 } : patch;

/** The edits with one task patched; a row that is again as recorded is no edit. A closed task takes none. */
export function patchWork(edits: WorkEdits, task: TaskWorks, patch: WorkPatch): WorkEdits {
  if (task.work.closedOn !== null) return edits;
  const next = { ...shownWork(task, edits), ...withProgress(patch) };
  const { [task.line]: _, ...others } = edits;
  return same(next, task.work) ? others : { ...others, [task.line]: next };
}

/** Edits that still differ from what is recorded: a saved draft may be older than the records. */
export const liveEdits = (edits: WorkEdits, tasks: readonly TaskWorks[]): WorkEdits =>
  Object.fromEntries(
    tasks.flatMap((task) => {
      const edit = edits[task.line];
      return edit && task.work.closedOn === null && !same(edit, task.work) ? [[task.line, edit]] : [];
    }),
  );
