import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type PaperRef, PaperRef as PaperRefSchema } from '../../db/model/contract/papers.ts';
import type { PrintLogRow } from '../../db/model/contract/printRoom.ts';
import { api, client } from '../api.ts';

/** What is typed and not yet saved plays no part in the log. */
const saved = (ref: PaperRef): PaperRef =>
  ref.paper === 'plan' ? { paper: 'plan', revisionId: ref.revisionId } : PaperRefSchema.parse(ref);

export interface ShownPrintLog {
  readonly rows: readonly PrintLogRow[];
  readonly notePrinted: (pages: number) => Promise<void>;
}

/** 打印记录 of one paper, and how a print of it is written down. */
export function usePrintLog(of: PaperRef): ShownPrintLog {
  const ref = useMemo(() => saved(of), [of]);
  const queries = useQueryClient();
  const log = useQuery(api.printRoom.log.queryOptions({ input: { ref } }));
  const notePrinted = async (pages: number): Promise<void> => {
    await client.printRoom.note({ ref, means: 'printer', format: 'pdf', pages });
    await queries.invalidateQueries({ queryKey: api.printRoom.log.key() });
  };
  return { rows: log.data ?? [], notePrinted };
}
