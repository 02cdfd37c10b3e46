import { z } from 'zod';
import { bureauOf, currentCampaign } from '../../db/bureau/bureau.ts';
import type { MadePaper } from '../../db/model/contract/papers.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import type { Paper, PaperFormat } from '../../db/model/papers.ts';
import { Problem, type Result } from '../../db/model/problems.ts';
import type { Office } from '../../db/office.ts';
import { fontSources } from '../../reports/office/faces.ts';
import type { PaperMaker } from '../../reports/office/papers.ts';
import type { PaperJob } from '../../reports/worker.ts';
import type { HostContext } from './context.ts';
import type { Session } from './session.ts';

/** Where the host has its papers made: records go to a worker thread, bytes come back. */
export interface PaperShop {
  readonly make: PaperMaker;
  /** The recovery code on paper; only at the moment the code is shown. */
  recoverySheet(office: Office, code: string, today: IsoDate): Promise<Result<MadePaper>>;
}

/** What comes back over the thread's boundary. */
const Answer = z.union([
  z.object({
    ok: z.literal(true),
    value: z.object({
      bytes: z.instanceof(Uint8Array),
      fileName: z.string(),
      pages: z.int().optional(),
    }),
  }),
  z.object({ ok: z.literal(false), problems: z.array(Problem) }),
]);

export function createPaperShop(
  { pool, resources }: HostContext,
  session: Pick<Session, 'office'>,
): PaperShop {
  const make = async (
    paper: Paper,
    format: PaperFormat,
    signal?: AbortSignal,
    template?: Uint8Array,
  ): Promise<Result<MadePaper>> => {
    const environment = fontSources(session.office(), resources.fontsDir);
    const job: PaperJob = { kind: 'paper', paper, format, environment, template };
    return Answer.parse(await pool.run(job, signal ? { signal } : {}));
  };
  return {
    make,
    recoverySheet: (office, code, today) => {
      const { year, policy } = currentCampaign(office);
      const head = { bureau: bureauOf(office), year, programmeName: policy.programmeName };
      return make({ paper: 'recoverySheet', ...head, madeOn: today, code }, 'pdf');
    },
  };
}
