import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';
import { THREAD_LIMITS, withGrace } from '../../reports/batch.ts';

/** Threads that make papers and workbooks. They get records and hand back bytes; they never see the database. */
export interface WorkerPool {
  run(job: unknown, options?: { readonly signal?: AbortSignal }): Promise<unknown>;
  stop(): Promise<void>;
}

const IDLE_TIMEOUT = 60_000;

/** One processor is left for the window and the data host. No thread is started before the first job. */
export function createPool(workerFile: string): WorkerPool {
  let pool: Tinypool | undefined;
  const started = (): Tinypool => {
    pool ??= new Tinypool({
      filename: workerFile,
      runtime: 'worker_threads',
      minThreads: 1,
      maxThreads: Math.max(1, availableParallelism() - 1),
      idleTimeout: IDLE_TIMEOUT,
      resourceLimits: THREAD_LIMITS,
    });
    return pool;
  };
  return {
    run: (job, { signal } = {}) => withGrace(signal, (options) => started().run(job, options)),
    stop: async () => {
      await pool?.destroy();
      pool = undefined;
    },
  };
}
