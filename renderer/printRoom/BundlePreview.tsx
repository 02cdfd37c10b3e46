import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { BundleView } from '../../db/model/contract/printRoom.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import type { Problem } from '../../db/model/problems.ts';
import { api, client, problemsOf } from '../api.ts';
import { desk } from '../desk.ts';
import { PaperFrame } from '../papers/PaperFrame.tsx';
import { SavedNote } from '../papers/SavedNote.tsx';
import { usePrint } from '../papers/usePrint.ts';
import { useViewer, ViewerButton } from '../papers/Viewer.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { bundleText } from './bundleText.ts';

interface Props {
  readonly title: string;
  readonly bundle: BundleView;
  readonly duplex: boolean;
  /** How many times each paper is in it. */
  readonly copies: number;
  readonly onClose: () => void;
}

/** Saves the joined file where the clerk says. */
function useSaveBundle({ bundleId, fileName }: BundleView) {
  const queries = useQueryClient();
  const [saved, setSaved] = useState<PickedPath>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const clear = (): void => {
    setSaved(undefined);
    setProblems([]);
  };
  const save = async (): Promise<void> => {
    clear();
    const picked = await desk.pickSave({ purpose: 'documents', suggestedName: fileName });
    if (!picked) return;
    try {
      await client.printRoom.saveBundle({ bundleId, file: picked.token });
      setSaved(picked);
      await queries.invalidateQueries({ queryKey: api.printRoom.log.key() });
    } catch (error) {
      setProblems(problemsOf(error));
    }
  };
  return { save, saved, problems, clear };
}

/** A joined file to look at, print, open and save. */
export function BundlePreview({ title, bundle, duplex, copies, onClose }: Props) {
  const { bundleId, bytes } = bundle;
  const queries = useQueryClient();
  const saving = useSaveBundle(bundle);
  const viewer = useViewer(
    async (confirmed) => ({
      ...(await client.printRoom.openBundle({ bundleId, confirmed })),
      pages: bundle.pages,
    }),
    () => client.printRoom.noteBundle({ bundleId, means: 'viewer' }),
  );
  const printing = usePrint(bytes, async () => {
    await client.printRoom.noteBundle({ bundleId, means: 'printer' });
    await queries.invalidateQueries({ queryKey: api.printRoom.log.key() });
  });
  return (
    <Drawer
      open
      title={title}
      size={860}
      onClose={onClose}
      closable={{ 'aria-label': '关闭预览' }}
      styles={{ body: { padding: 0 } }}
      destroyOnHidden
    >
      <div className="paper-preview">
        <div className="paper-bar">
          <Button type="primary" loading={printing.running} onClick={() => void printing.print()}>
            打印
          </Button>
          <span aria-live="polite">{printing.progress || bundleText(bundle, duplex, copies)}</span>
          <span className="grow" />
          <ViewerButton viewer={viewer} isPrivate={bundle.carriesPrivateNumbers} disabled={false} />
          <Button onClick={() => void saving.save()}>另存为PDF</Button>
        </div>
        <ProblemList problems={bundle.problems} title="以下材料没有生成，其余已生成" />
        <ProblemList problems={printing.problems} onClose={printing.clear} />
        <ProblemList problems={viewer.problems} title="没有打开" onClose={viewer.clear} />
        <ProblemList problems={saving.problems} title="没有保存" onClose={saving.clear} />
        <SavedNote saved={saving.saved} onClose={saving.clear} />
        <PaperFrame paper={{ bytes, making: false, problems: [] }} zoom="width" />
      </div>
    </Drawer>
  );
}
