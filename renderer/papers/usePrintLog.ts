import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type PaperRef, PaperRef as PaperRefSchema } from '../../db/model/contract/papers.ts';
import type { PrintLogRow } from '../../db/model/contract/printRoom.ts';
import { api, client } from '../api.ts';

/** What is typed and not yet saved plays no part in the log. */
const saved = (ref: PaperRef): PaperRef =>
  ref.paper === 'plan' ? { paper: 'plan', revisionId: ref.revisionId } : PaperRefSchema.parse(ref);

interface ShownPrintLog {
  readonly rows: readonly PrintLogRow[];
  readonly notePrinted: (pages: number) => Promise<void>;
  /** The system's viewer has it open. */
  readonly noteOpened: (pages: number) => Promise<void>;
}

/** 打印记录 of one paper, and how a print of it is written down. */
export function usePrintLog(of: PaperRef): ShownPrintLog {
  const ref = useMemo(() => saved(of), [of]);
  const queries = useQueryClient();
  const log = useQuery(api.printRoom.log.queryOptions({ input: { ref } }));
  const note = async (means: 'printer' | 'viewer', pages: number): Promise<void> => {
    await client.printRoom.note({ ref, means, format: 'pdf', pages });
    await queries.invalidateQueries({ queryKey: api.printRoom.log.key() });
  };
  return {
    rows: log.data ?? [],
    notePrinted: (pages) => note('printer', pages),
    noteOpened: (pages) => note('viewer', pages),
  };
}
