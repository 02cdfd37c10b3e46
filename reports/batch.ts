import Tinypool from 'tinypool';
import { problem, type Result, refuse } from '../db/model/problems.ts';
import { inParallel } from './inParallel.ts';
import type { MadePaper } from './makePaper.ts';
import type { PaperJob } from './worker.ts';

/** Where jobs run: the data host's own pool, or one of `createPaperPool`. */
interface PaperRunner {
  /** Jobs that run at once. */
  readonly threads: number;
  run(job: PaperJob, options?: { readonly signal?: AbortSignal }): Promise<unknown>;
}

export interface PaperPool extends PaperRunner {
  stop(): Promise<void>;
}

/**
 * A paper leaves a great many short-lived objects. Left to itself the garbage collector lets them pile up to half as
 * much memory again, for no gain in speed; nor does half of this cost any (400 plans, CPU time).
 */
export const THREAD_LIMITS = { maxYoungGenerationSizeMb: 24 } as const;

/** Threads for papers. `workerFile` is `reports/worker.ts`, or the bundled worker of an installation. */
export function createPaperPool(workerFile: string, threads: number): PaperPool {
  const pool = new Tinypool({
    filename: workerFile,
    runtime: 'worker_threads',
    minThreads: 1,
    maxThreads: Math.max(1, threads),
    resourceLimits: THREAD_LIMITS,
  });
  return {
    threads: Math.max(1, threads),
    run: (job, { signal } = {}) => withGrace(signal, (options) => pool.run(job, options)),
    stop: () => pool.destroy(),
  };
}

const GRACE_MS = 150;

/**
 * Runs a job that may be cancelled. A cancelled job ends its thread, and the next one has to open its faces anew, which
 * takes far longer than the paper would have. So what is nearly done may finish; only then is the thread ended.
 */
export async function withGrace<T>(
  signal: AbortSignal | undefined,
  run: (options: { readonly signal?: AbortSignal }) => Promise<T>,
): Promise<T> {
  if (!signal) return run({});
  const late = new AbortController();
  const end = (): void => {
    setTimeout(() => late.abort(), GRACE_MS).unref();
  };
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  try {
    return await run({ signal: late.signal });
  } finally {
    // One signal serves the many papers of a batch.
    signal.removeEventListener('abort', end);
  }
}

interface BatchProgress {
  readonly done: number;
  readonly total: number;
  /** Of the paper just made; empty where it could not be made. */
  readonly fileName: string;
}

interface BatchOptions {
  readonly runner: PaperRunner;
  readonly onProgress?: (progress: BatchProgress) => void;
  readonly signal?: AbortSignal;
}

const cancelled = () => refuse(problem('papers.cancelled', '已取消，未制作的材料可重新制作'));

/** Makes many papers at once; answers stand in the order of the jobs. Cancelling leaves the ones made as they are. */
export async function makePapers(
  jobs: readonly PaperJob[],
  { runner, onProgress, signal }: BatchOptions,
): Promise<readonly Result<MadePaper>[]> {
  let done = 0;
  return inParallel(jobs, runner.threads, async (job) => {
    const made = await runOne(job, runner, signal);
    done += 1;
    if (!signal?.aborted)
      onProgress?.({ done, total: jobs.length, fileName: made.ok ? made.value.fileName : '' });
    return made;
  });
}

async function runOne(
  job: PaperJob,
  runner: PaperRunner,
  signal: AbortSignal | undefined,
): Promise<Result<MadePaper>> {
  if (signal?.aborted) return cancelled();
  try {
    return paperResult(await runner.run(job, signal ? { signal } : {}));
  } catch (error) {
    if (signal?.aborted) return cancelled();
    throw error;
  }
}

/** A pool hands back whatever its worker answered. */
function paperResult(answer: unknown): Result<MadePaper> {
  if (isPaperResult(answer)) return answer;
  throw new Error('The worker answered something that is not a paper');
}

const isPaperResult = (answer: unknown): answer is Result<MadePaper> =>
  typeof answer === 'object' &&
  answer !== null &&
  'ok' in answer &&
  ('value' in answer || 'problems' in answer);
