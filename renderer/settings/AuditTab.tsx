import { FileExcelOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Flex, Select } from 'antd';
import { useState } from 'react';
import { ACTION_GROUPS } from '../../db/model/auditActions.ts';
import type { AuditFilter } from '../../db/model/contract/system.ts';
import { keysOf } from '../../db/model/terms.ts';
import { api, client, problemsOf } from '../api.ts';
import { AuditTable } from '../shared/AuditTable.tsx';
import { auditContent } from '../shared/auditList.ts';
import { DateInput } from '../shared/inputs.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useListExport } from '../shared/useListExport.ts';

const PAGE = 200;
/** As many as one workbook is given; the filter of days reaches the others. */
const MOST_EXPORTED = 500;
const EVERYTHING: AuditFilter = { staffId: null, group: null, from: null, to: null };
const GROUPS = keysOf(ACTION_GROUPS).map((value) => ({ value, label: ACTION_GROUPS[value] }));

interface FilterProps {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}

const Filters = ({ filter, onChange }: FilterProps) => {
  const staff = useQuery(api.settings.staff.queryOptions());
  const set = (part: Partial<AuditFilter>) => onChange({ ...filter, ...part });
  return (
    <Flex gap={8} wrap align="center">
      <Select
        allowClear
        className="audit-filter"
        aria-label="经办人"
        placeholder="全部经办人"
        value={filter.staffId}
        options={(staff.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
        onChange={(staffId) => set({ staffId: staffId ?? null })}
      />
      <Select
        allowClear
        className="audit-filter"
        aria-label="类别"
        placeholder="全部类别"
        value={filter.group}
        options={GROUPS}
        onChange={(group) => set({ group: group ?? null })}
      />
      <span>从</span>
      <span className="short-date">
        <DateInput aria-label="开始日期" value={filter.from} onChange={(from) => set({ from })} />
      </span>
      <span>到</span>
      <span className="short-date">
        <DateInput aria-label="结束日期" value={filter.to} onChange={(to) => set({ to })} />
      </span>
      <Button type="link" onClick={() => onChange(EVERYTHING)}>
        清除筛选
      </Button>
    </Flex>
  );
};

/** 操作记录 of the whole office, newest first, further back on demand. */
export function AuditTab() {
  const [filter, setFilter] = useState(EVERYTHING);
  const { save, running } = useListExport();
  const audit = useInfiniteQuery(
    api.settings.audit.infiniteOptions({
      input: (before: string | null) => ({ ...filter, before, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.id),
    }),
  );
  const exportAll = async () => {
    const rows = await client.settings.audit({ ...filter, before: null, limit: MOST_EXPORTED });
    const days = filter.from || filter.to ? `${filter.from ?? ''}至${filter.to ?? ''}` : '';
    const group = filter.group ? ACTION_GROUPS[filter.group] : '';
    const filters = [group, days].filter((one) => one !== '').join('；');
    await save({ title: '操作记录一览表', filters, ...auditContent(rows) });
  };
  return (
    <div className="panel stack">
      <Flex justify="space-between" gap={8} wrap>
        <Filters filter={filter} onChange={setFilter} />
        <Button icon={<FileExcelOutlined />} loading={running} onClick={() => void exportAll()}>
          导出Excel
        </Button>
      </Flex>
      <ProblemList problems={audit.isError ? problemsOf(audit.error) : []} />
      <AuditTable rows={audit.data?.pages.flat()} loading={audit.isPending} withWorkshop />
      {audit.hasNextPage && (
        <Button loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
          更早的记录
        </Button>
      )}
    </div>
  );
}
