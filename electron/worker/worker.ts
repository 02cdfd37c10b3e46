/** The entry of the worker threads. The pool calls the default export with one job and gets its result back. */

/** `ping` is the shell's own job; every other one makes a paper or a workbook. */
export default async function work(job: unknown): Promise<unknown> {
  if (isPing(job)) return 'pong';
  throw new Error('No other job is known yet');
}

const isPing = (job: unknown): boolean =>
  typeof job === 'object' && job !== null && 'kind' in job && job.kind === 'ping';
