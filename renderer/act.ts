import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Problem, Result } from '../db/model/problems.ts';
import { isLocked, problemsOf } from './problems.ts';

export interface Act<Input, Output> {
  /** Runs the call and refreshes what the window shows. Never throws: a refusal comes back as a value. */
  readonly run: (input: Input) => Promise<Result<Output>>;
  readonly running: boolean;
  /** The sentences of the last refusal, for `<ProblemList>` at the top of the page or beside the fields. */
  readonly problems: readonly Problem[];
  readonly clear: () => void;
}

const NONE: readonly Problem[] = [];

interface Options {
  /** False where what the window shows must stay until a later step. */
  readonly refresh?: boolean;
}

/** One thing the clerk does: a call that changes something. `useAct(client.workshops.remove)`. */
export function useAct<Input, Output>(
  call: (input: Input) => Promise<Output>,
  { refresh = true }: Options = {},
): Act<Input, Output> {
  const queries = useQueryClient();
  const [running, setRunning] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>(NONE);
  const latest = useRef(call);
  latest.current = call;

  const run = useCallback(
    async (input: Input): Promise<Result<Output>> => {
      setRunning(true);
      setProblems(NONE);
      try {
        const value = await latest.current(input);
        if (refresh) await queries.invalidateQueries();
        return { ok: true, value };
      } catch (error) {
        if (isLocked(error)) await queries.invalidateQueries();
        const found = problemsOf(error);
        setProblems(found);
        return { ok: false, problems: found };
      } finally {
        setRunning(false);
      }
    },
    [queries, refresh],
  );
  const clear = useCallback(() => setProblems(NONE), []);
  return { run, running, problems, clear };
}
