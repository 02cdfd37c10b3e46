import type { MadePaper } from '../../db/model/contract/papers.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import type { Result } from '../../db/model/problems.ts';
import type { Office } from '../../db/office.ts';
import type { PaperMaker } from '../../reports/officePapers.ts';
import type { HostContext } from './context.ts';

/** Where the host has its papers made: records go to a worker thread, bytes come back. */
export interface PaperShop {
  readonly make: PaperMaker;
  recoverySheet(office: Office, code: string, today: IsoDate): Promise<Result<MadePaper>>;
}

export function createPaperShop(context: HostContext): PaperShop {
  void context;
  throw new Error('todo');
}
