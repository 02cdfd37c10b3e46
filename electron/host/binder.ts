import { z } from 'zod';
import { Problem } from '../../db/model/problems.ts';
import type { Binder, BundleJob } from '../../reports/bundle/jobs.ts';
import { fontSources } from '../../reports/office/faces.ts';
import type { HostContext } from './context.ts';
import type { Session } from './session.ts';

const Bytes = z.instanceof(Uint8Array);
const Count = z.int().nonnegative();

/** What comes back over the thread's boundary. */
const Collated = z.object({ bytes: Bytes, pages: Count, blanks: Count, starts: z.array(Count) });
const Archive = z.union([
  z.object({
    ok: z.literal(true),
    value: z.object({
      bytes: Bytes,
      pages: Count,
      frame: z.object({ cover: Bytes, catalogue: Bytes, closing: Bytes }),
    }),
  }),
  z.object({ ok: z.literal(false), problems: z.array(Problem) }),
]);

/** Joins papers in a worker thread. */
export function createBinder({ pool, resources }: HostContext, session: Pick<Session, 'office'>): Binder {
  const run = (job: BundleJob, signal?: AbortSignal) => pool.run(job, signal ? { signal } : {});
  return {
    collate: async (request, signal) => Collated.parse(await run({ kind: 'collate', request }, signal)),
    archive: async (request, signal) => {
      const environment = fontSources(session.office(), resources.fontsDir);
      const job: BundleJob = { kind: 'archive', request: { ...request, environment } };
      return Archive.parse(await run(job, signal));
    },
  };
}
