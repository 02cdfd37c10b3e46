import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { BundleView } from '../../db/model/contract/printRoom.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import type { Problem } from '../../db/model/problems.ts';
import { api, client, problemsOf } from '../api.ts';
import { desk } from '../desk.ts';
import { PaperDrawer } from '../papers/PaperDrawer.tsx';
import { PaperFrame } from '../papers/PaperFrame.tsx';
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
    <PaperDrawer
      title={title}
      bar={
        <>
          <Button type="primary" loading={printing.running} onClick={() => void printing.print()}>
            打印
          </Button>
          <span aria-live="polite">{printing.progress || bundleText(bundle, duplex, copies)}</span>
          <span className="grow" />
          <ViewerButton viewer={viewer} isPrivate={bundle.carriesPrivateNumbers} disabled={false} />
          <Button onClick={() => void saving.save()}>另存为PDF</Button>
        </>
      }
      notes={<ProblemList problems={bundle.problems} title="以下材料没有生成，其余已生成" />}
      printing={printing}
      viewer={viewer}
      saving={saving}
      onClose={onClose}
    >
      <PaperFrame paper={{ bytes, making: false, problems: [] }} zoom="width" />
    </PaperDrawer>
  );
}
