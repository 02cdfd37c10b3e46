import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { AttachmentView } from '../../db/model/contract/attachments.ts';
import type { Problem } from '../../db/model/problems.ts';
import { client } from '../api.ts';
import { desk } from '../desk.ts';
import { problemsOf } from '../problems.ts';
import { useUndoMessage } from '../shared/useUndoMessage.tsx';
import type { CardActions } from './AttachmentCard.tsx';

const cannotOpen = ({ title, extension }: AttachmentView): Problem => ({
  code: 'attachment.cannotOpen',
  severity: 'error',
  message: `没有能打开“${title}${extension}”的程序，请用“另存为”保存后再打开`,
});

/** What can be done with one attachment, but changing its name; a removal can be undone for some seconds. */
export function useCardActions() {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const offerUndo = useUndoMessage();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [editing, setEditing] = useState<AttachmentView>();

  const trying = (work: () => Promise<void>): void => {
    setProblems([]);
    work().catch((error: unknown) => setProblems(problemsOf(error)));
  };

  const remove = async ({ id, title }: AttachmentView) => {
    await client.attachments.remove({ id });
    await queries.invalidateQueries();
    offerUndo(`“${title}”已移入回收站`, () => client.attachments.restore({ id }));
  };

  const saveAs = async ({ id, title, extension }: AttachmentView) => {
    const picked = await desk.pickSave({ purpose: 'attachment', suggestedName: `${title}${extension}` });
    if (!picked) return;
    await client.attachments.save({ id, file: picked.token });
    message.success(`已保存为“${picked.name}”`);
  };

  const open = async (one: AttachmentView) => {
    const { token } = await client.attachments.open({ id: one.id });
    if (!(await desk.openPath(token))) setProblems([cannotOpen(one)]);
  };

  const actions: CardActions = {
    open: (one) => trying(() => open(one)),
    saveAs: (one) => trying(() => saveAs(one)),
    remove: (one) => trying(() => remove(one)),
    edit: setEditing,
  };
  return {
    actions,
    editing,
    endEditing: () => setEditing(undefined),
    problems,
    clear: () => setProblems([]),
  };
}
