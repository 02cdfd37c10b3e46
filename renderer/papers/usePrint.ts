import { useCallback, useEffect, useRef, useState } from 'react';
import { type Problem, problem } from '../../db/model/problems.ts';
import { problemsOf } from '../problems.ts';
import { useCommand } from '../shared/useCommand.ts';
import { MAX_PRINTED_PAGES, printPdf } from './print.ts';

interface Print {
  readonly print: () => Promise<void>;
  readonly running: boolean;
  /** `第3页，共54页`, while pages are being prepared for the printer. */
  readonly progress: string;
  readonly problems: readonly Problem[];
  readonly clear: () => void;
}

const NONE: readonly Problem[] = [];

const failed = problem(
  'print.failed',
  '没有打印出来，请检查打印机是否已开机、联机并装有纸张，再试一次；也可以另存为PDF后打印。',
);

const tooMany = (pages: number): Problem =>
  problem(
    'print.tooManyPages',
    `共${pages}页，超过一次可以直接打印的${MAX_PRINTED_PAGES}页；请点“用系统查看器打开”后打印，或分几次打印。`,
    { found: `${pages}页`, expected: `不超过${MAX_PRINTED_PAGES}页` },
  );

/**
 * Prints a PDF; while it is shown, the menu's 打印 (Ctrl+P) prints it too. `onPrinted` writes it down. A preview that is
 * closed while its pages are being prepared opens no dialog afterwards.
 */
export function usePrint(bytes: Uint8Array | undefined, onPrinted: (pages: number) => Promise<void>): Print {
  const latest = useRef(onPrinted);
  latest.current = onPrinted;
  const [running, setRunning] = useState(false);
  const [progress, setProgress] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>(NONE);
  const preparing = useRef<AbortController>(null);
  useEffect(() => () => preparing.current?.abort(), []);
  const print = useCallback(async () => {
    // The menu's key knows nothing of a button that waits.
    if (!bytes || preparing.current) return;
    const controller = new AbortController();
    preparing.current = controller;
    setRunning(true);
    setProblems(NONE);
    try {
      const { outcome, pages } = await printPdf(bytes, {
        onPage: (ready, total) =>
          setProgress(ready < total ? `正在准备第${ready}页，共${total}页` : '正在送打印机…'),
        signal: controller.signal,
      });
      if (outcome === 'tooMany') setProblems([tooMany(pages)]);
      if (outcome === 'failed') setProblems([failed]);
      if (outcome === 'printed') await latest.current(pages);
    } catch (error) {
      if (!controller.signal.aborted) setProblems(problemsOf(error));
    } finally {
      preparing.current = null;
      setRunning(false);
      setProgress('');
    }
  }, [bytes]);
  useCommand('print', () => void print());
  const clear = useCallback(() => setProblems(NONE), []);
  return { print, running, progress, problems, clear };
}
