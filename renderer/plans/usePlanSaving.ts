import type { RevisionId } from '../../db/model/ids.ts';
import type { Problem, Result } from '../../db/model/problems.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import type { PlanEditor } from './usePlanEditor.ts';

interface PlanSaving {
  readonly save: () => Promise<Result<void>>;
  /** Saves what is unsaved, then freezes the revision. */
  readonly submit: () => Promise<void>;
  readonly running: boolean;
  readonly problems: readonly Problem[];
  readonly title: string;
  readonly clear: () => void;
}

/** Saving and submitting a draft. */
export function usePlanSaving(
  revisionId: RevisionId,
  editor: PlanEditor,
  dropDraft: () => Promise<void>,
): PlanSaving {
  const saving = useAct(client.plans.saveDraft);
  const submitting = useAct(client.plans.submit);
  const save = async (): Promise<Result<void>> => {
    const { content } = editor;
    const result = await saving.run({ revisionId, content });
    if (result.ok) {
      editor.markSaved(content);
      await dropDraft();
    }
    return result;
  };
  const submit = async (): Promise<void> => {
    submitting.clear();
    if (editor.dirty && !(await save()).ok) return;
    await submitting.run({ revisionId });
  };
  const failedSave = saving.problems.length > 0;
  return {
    save,
    submit,
    running: saving.running || submitting.running,
    problems: failedSave ? saving.problems : submitting.problems,
    title: failedSave ? '没有保存' : '还不能提交签批，方案仍是草稿',
    clear: () => {
      saving.clear();
      submitting.clear();
    },
  };
}
