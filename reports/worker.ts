import type { FaceRole } from '../db/model/faces.ts';
import type { Paper, PaperFormat } from '../db/model/papers.ts';
import type { Result } from '../db/model/problems.ts';
import { describeFaces } from './fonts/describeFaces.ts';
import type { FontSources } from './fonts/faces.ts';
import { checkFontFile } from './fonts/fontFile.ts';
import { type MadePaper, makePaper, type PaperEnvironment } from './makePaper.ts';

/** What a worker thread is asked for: a record and a format. It never sees the database. */
export interface PaperJob {
  readonly kind: 'paper';
  readonly paper: Paper;
  readonly format: PaperFormat;
  readonly environment: PaperEnvironment;
  /** 本单位模板 for it. */
  readonly template?: Uint8Array | undefined;
}

/** Opening fonts takes longer than the data host may be busy. */
export type FontJob =
  | { readonly kind: 'faces'; readonly sources: FontSources }
  | {
      readonly kind: 'fontFile';
      readonly path: string;
      readonly role: FaceRole;
      readonly face: string | undefined;
    };

const kindOf = (job: unknown): unknown =>
  typeof job === 'object' && job !== null && 'kind' in job ? job.kind : undefined;

export const isPaperJob = (job: unknown): job is PaperJob => kindOf(job) === 'paper';

export const isFontJob = (job: unknown): job is FontJob =>
  ['faces', 'fontFile'].includes(String(kindOf(job)));

/** Runs one job. A thread parses each face once and keeps it for the jobs that follow. */
export async function runJob(job: PaperJob): Promise<Result<MadePaper>> {
  const made = await makePaper(job.paper, job.format, job.environment, job.template);
  // A plain copy: Node's small buffers share one pool, which must not cross over to another thread.
  return made.ok ? { ok: true, value: { ...made.value, bytes: new Uint8Array(made.value.bytes) } } : made;
}

/** The clerk's words for what the fonts are, or whether a file will do. */
export const runFontJob = (job: FontJob) =>
  job.kind === 'faces' ? describeFaces(job.sources) : checkFontFile(job.path, job.role, job.face);

/** The entry the thread pool calls when this file itself is the worker. */
export default runJob;
