import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, problemsOf } from '../api.ts';
import { AuditTable } from '../shared/AuditTable.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';

const PAGE = 200;

/** 操作记录 of the whole office, newest first, further back on demand. */
export function AuditTab() {
  const audit = useInfiniteQuery(
    api.settings.audit.infiniteOptions({
      input: (before: string | null) => ({ before, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.id),
    }),
  );
  return (
    <div className="panel stack">
      <ProblemList problems={audit.isError ? problemsOf(audit.error) : []} />
      <AuditTable rows={audit.data?.pages.flat()} loading={audit.isPending} />
      {audit.hasNextPage && (
        <Button loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
          更早的记录
        </Button>
      )}
    </div>
  );
}
