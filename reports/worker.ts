import type { Paper, PaperFormat } from '../db/model/papers.ts';
import type { Result } from '../db/model/problems.ts';
import { type MadePaper, makePaper, type PaperEnvironment } from './makePaper.ts';

/** What a worker thread is asked for: a record and a format. It never sees the database. */
export interface PaperJob {
  readonly kind: 'paper';
  readonly paper: Paper;
  readonly format: PaperFormat;
  readonly environment: PaperEnvironment;
}

export const isPaperJob = (job: unknown): job is PaperJob =>
  typeof job === 'object' && job !== null && 'kind' in job && job.kind === 'paper';

/** Runs one job. A thread parses each face once and keeps it for the jobs that follow. */
export async function runJob(job: PaperJob): Promise<Result<MadePaper>> {
  const made = await makePaper(job.paper, job.format, job.environment);
  // A plain copy: Node's small buffers share one pool, which must not cross over to another thread.
  return made.ok ? { ok: true, value: { ...made.value, bytes: new Uint8Array(made.value.bytes) } } : made;
}

/** The entry the thread pool calls when this file itself is the worker. */
export default runJob;
