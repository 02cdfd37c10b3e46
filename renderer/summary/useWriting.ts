import { useState } from 'react';
import type { WritingView } from '../../db/model/contract/writings.ts';
import { WritingEdit } from '../../db/model/writing.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { type Draft, useDraft } from '../shared/useDraft.tsx';

const storedEdit = ({ title, body }: WritingView): WritingEdit => ({
  title,
  sections: body.sections.map(({ key, heading, text }) => ({ key, heading, text })),
  photos: body.photos,
});

interface WritingEditor {
  readonly edit: WritingEdit;
  readonly changed: boolean;
  readonly draft: Draft;
  readonly saving: boolean;
  readonly problems: ReturnType<typeof useAct>['problems'];
  readonly clear: () => void;
  readonly change: (patch: Partial<WritingEdit>) => void;
  readonly changeSection: (key: string, patch: { readonly heading?: string; readonly text?: string }) => void;
  /** True once nothing is left unsaved. */
  readonly save: () => Promise<boolean>;
}

/** What the clerk writes, kept as a draft until it is saved. */
export function useWriting(view: WritingView): WritingEditor {
  const stored = storedEdit(view);
  const [edit, setEdit] = useState(stored);
  const act = useAct(client.writings.save);
  const changed = JSON.stringify(edit) !== JSON.stringify(stored);
  const draft = useDraft(`writing.${view.id}`, changed ? edit : null, WritingEdit, setEdit);
  const save = async (): Promise<boolean> => {
    if (!changed) return true;
    const result = await act.run({ id: view.id, edit });
    if (result.ok) await draft.drop();
    return result.ok;
  };
  return {
    edit,
    changed,
    draft,
    saving: act.running,
    problems: act.problems,
    clear: act.clear,
    change: (patch) => setEdit((before) => ({ ...before, ...patch })),
    changeSection: (key, patch) =>
      setEdit((before) => ({
        ...before,
        sections: before.sections.map((one) => (one.key === key ? { ...one, ...patch } : one)),
      })),
    save,
  };
}
