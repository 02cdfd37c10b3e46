import { useState } from 'react';
import type { PlanRow } from '../../db/model/contract/plans.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import type { Problem } from '../../db/model/problems.ts';
import { client } from '../api.ts';
import { type LongWork, useLongWork } from '../shared/useLongWork.ts';

interface ManyPlans {
  readonly work: LongWork;
  readonly saved: PickedPath | undefined;
  readonly problems: readonly Problem[];
  readonly make: (rows: readonly PlanRow[], folder: PickedPath) => Promise<void>;
  readonly clear: () => void;
}

/** Makes the plans of many workshops as PDF files into one folder. */
export function useManyPlans(): ManyPlans {
  const work = useLongWork();
  const [saved, setSaved] = useState<PickedPath>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const make = async (rows: readonly PlanRow[], folder: PickedPath): Promise<void> => {
    setSaved(undefined);
    setProblems([]);
    const refs = rows.flatMap(({ revisionId }) =>
      revisionId === null ? [] : [{ paper: 'plan' as const, revisionId }],
    );
    const result = await work.run('正在生成方案PDF', (signal) =>
      client.papers.makeMany({ refs, format: 'pdf', folder: folder.token }, { signal }),
    );
    if (!result?.ok) return;
    setProblems(result.value.problems);
    if (result.value.made > 0)
      setSaved({ ...folder, name: `${result.value.made}份方案，在文件夹“${folder.name}”中` });
  };
  const clear = (): void => {
    work.clear();
    setSaved(undefined);
    setProblems([]);
  };
  return { work, saved, problems: [...work.problems, ...problems], make, clear };
}
