import { useCallback, useState } from 'react';
import { type Problem, problem } from '../../db/model/problems.ts';
import { useCommand } from '../shared/useCommand.ts';
import { printPdf } from './print.ts';

export interface Print {
  readonly print: () => Promise<void>;
  readonly running: boolean;
  readonly problems: readonly Problem[];
  readonly clear: () => void;
}

const NONE: readonly Problem[] = [];

const failed = problem(
  'print.failed',
  '没有打印出来，请检查打印机是否已开机、联机并装有纸张，再试一次；也可以另存为PDF后打印。',
);

/** Prints a PDF; while it is shown, the menu's 打印 (Ctrl+P) prints it too. */
export function usePrint(bytes: Uint8Array | undefined): Print {
  const [running, setRunning] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>(NONE);
  const print = useCallback(async () => {
    if (!bytes) return;
    setRunning(true);
    setProblems(NONE);
    try {
      if ((await printPdf(bytes)) === 'failed') setProblems([failed]);
    } finally {
      setRunning(false);
    }
  }, [bytes]);
  useCommand('print', () => void print());
  const clear = useCallback(() => setProblems(NONE), []);
  return { print, running, problems, clear };
}
