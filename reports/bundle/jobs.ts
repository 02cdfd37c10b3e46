import type { Result } from '../../db/model/problems.ts';
import type { ArchiveRequest, BoundArchive } from './archiveFrame.ts';
import { bindArchive } from './bindArchive.ts';
import { type Collated, type CollateRequest, collate } from './collate.ts';

/** What a worker thread is asked for beside single papers. */
export type BundleJob =
  | { readonly kind: 'collate'; readonly request: CollateRequest }
  | { readonly kind: 'archive'; readonly request: ArchiveRequest };

export const isBundleJob = (job: unknown): job is BundleJob =>
  typeof job === 'object' &&
  job !== null &&
  'kind' in job &&
  (job.kind === 'collate' || job.kind === 'archive');

export const runBundleJob = (job: BundleJob): Promise<Collated | Result<BoundArchive>> =>
  job.kind === 'collate' ? collate(job.request) : bindArchive(job.request);

/** Where bundles are joined: in a worker thread from the window, directly from the command line. */
export interface Binder {
  collate(request: CollateRequest, signal?: AbortSignal): Promise<Collated>;
  /** Without `environment`: which faces there are is the binder's to know. */
  archive(request: Omit<ArchiveRequest, 'environment'>, signal?: AbortSignal): Promise<Result<BoundArchive>>;
}
