import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { type Problem, type Result, refuse } from '../db/model/problems.ts';
import { isLocked, problemsOf } from './problems.ts';
import { goToUnreadable } from './shared/unreadable.ts';

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
  /** False for what has nothing to do with the fields beside it: it is done even where one cannot be read. */
  readonly readsFields?: boolean;
}

/** One thing the clerk does: a call that changes something. `useAct(client.workshops.remove)`. */
export function useAct<Input, Output>(
  call: (input: Input) => Promise<Output>,
  { refresh = true, readsFields = true }: Options = {},
): Act<Input, Output> {
  const queries = useQueryClient();
  const [running, setRunning] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>(NONE);
  const latest = useRef(call);
  latest.current = call;

  const started = useRef<{ readonly input: string; readonly done: Promise<Result<Output>> } | null>(null);

  const start = useCallback(
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
        started.current = null;
        setRunning(false);
      }
    },
    [queries, refresh],
  );
  // A key or button pressed twice asks for the same thing while it is being done: it is done once.
  const run = useCallback(
    (input: Input): Promise<Result<Output>> => {
      const key = JSON.stringify(input) ?? '';
      if (started.current?.input === key) return started.current.done;
      const unreadable = readsFields ? goToUnreadable() : NONE;
      if (unreadable.length > 0) {
        setProblems(unreadable);
        return Promise.resolve(refuse(...unreadable));
      }
      const done = start(input);
      started.current = { input: key, done };
      return done;
    },
    [start, readsFields],
  );
  const clear = useCallback(() => setProblems(NONE), []);
  return { run, running, problems, clear };
}
