import { type PictureJob, shrinkPicture } from '../../db/pictures/shrink.ts';
import { isBundleJob, runBundleJob } from '../../reports/bundle/jobs.ts';
import { isFontJob, isPaperJob, runFontJob, runJob } from '../../reports/worker.ts';

/** The entry of the worker threads. The pool calls the default export with one job and gets its result back. */
export default async function work(job: unknown): Promise<unknown> {
  if (isPaperJob(job)) return runJob(job);
  if (isFontJob(job)) return runFontJob(job);
  if (isBundleJob(job)) return runBundleJob(job);
  if (isPictureJob(job)) return shrinkPicture(job.fileKind, job.bytes);
  if (isPing(job)) return 'pong';
  throw new Error('A job of an unknown kind');
}

const isKind = (job: unknown, kind: string): boolean =>
  typeof job === 'object' && job !== null && 'kind' in job && job.kind === kind;

const isPictureJob = (job: unknown): job is PictureJob => isKind(job, 'picture');

/** The shell's own job: shows that a thread starts and answers. */
const isPing = (job: unknown): boolean => isKind(job, 'ping');
