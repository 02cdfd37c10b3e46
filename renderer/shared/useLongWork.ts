import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Progress } from '../../db/model/contract/base.ts';
import type { Problem, Result } from '../../db/model/problems.ts';
import { problemsOf } from '../problems.ts';

export interface RunningWork {
  readonly title: string;
  readonly progress: Progress | null;
  readonly startedAt: number;
  readonly cancelling: boolean;
}

export interface LongWork {
  /** What goes on now, for `<ProgressModal>`. */
  readonly running: RunningWork | null;
  readonly problems: readonly Problem[];
  readonly clear: () => void;
  readonly cancel: () => void;
  /** Runs to the end; `undefined` when the clerk cancelled. Never throws. */
  readonly run: <Outcome>(
    title: string,
    start: (signal: AbortSignal) => Promise<AsyncIterator<Progress, Outcome>>,
  ) => Promise<Result<Outcome> | undefined>;
}

async function outcomeOf<Outcome>(
  steps: AsyncIterator<Progress, Outcome>,
  onProgress: (progress: Progress) => void,
): Promise<Outcome> {
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
    onProgress(step.value);
  }
}

/** Work that takes a while: `const work = useLongWork()`, `<ProgressModal work={work} />`, `await work.run(…)`. */
export function useLongWork(): LongWork {
  const queries = useQueryClient();
  const [running, setRunning] = useState<RunningWork | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const abort = useRef<AbortController | null>(null);

  const run: LongWork['run'] = useCallback(
    async (title, start) => {
      const controller = new AbortController();
      abort.current = controller;
      setProblems([]);
      setRunning({ title, progress: null, startedAt: performance.now(), cancelling: false });
      try {
        const steps = await start(controller.signal);
        const value = await outcomeOf(steps, (progress) =>
          setRunning((before) => (before === null ? null : { ...before, progress })),
        );
        return { ok: true, value };
      } catch (error) {
        if (controller.signal.aborted) return undefined;
        const found = problemsOf(error);
        setProblems(found);
        return { ok: false, problems: found };
      } finally {
        setRunning(null);
        await queries.invalidateQueries();
      }
    },
    [queries],
  );
  const cancel = useCallback(() => {
    setRunning((before) => (before === null ? null : { ...before, cancelling: true }));
    abort.current?.abort();
  }, []);
  const clear = useCallback(() => setProblems([]), []);
  return { running, problems, clear, cancel, run };
}
