import { useQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { InspectionListRow } from '../../db/model/contract/inspections.ts';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import { api, problemsOf } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { PrintManyButton } from '../printRoom/handOver.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { inspectionColumns } from './inspectionColumns.tsx';
import { inspectionChips, inspectionGroupOf, inspectionGroupOfLink } from './inspectionGroups.ts';
import './inspections.css';

const rowKey = (row: InspectionListRow): string => row.workshopId;
const searchText = (row: InspectionListRow): string =>
  `${row.workshopName} ${row.ownerName} ${row.township}`.toLowerCase();

const blankSheets = (rows: readonly InspectionListRow[]): PaperRef => ({
  paper: 'scoreSheets',
  workshopIds: rows.map((row) => row.workshopId),
  level: 'county',
});

function NoRoster() {
  const navigate = useNavigate();
  return (
    <Empty description="创建名单还没有确定。确定名单、改造完成并销号后，在这里逐家考评验收。">
      <Button type="primary" onClick={() => void navigate('/publicity')}>
        去公示
      </Button>
    </Empty>
  );
}

/** 考评验收: every workshop of the 创建名单 with what each level gave it. */
export function InspectionsPage() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { campaign } = useOffice();
  const { passScore } = campaign.policy;
  const list = useQuery(api.inspections.list.queryOptions());
  const [paper, setPaper] = useState<PaperRef>();
  const chips = useMemo(() => inspectionChips(passScore), [passScore]);
  const rows = list.data ?? [];
  const waiting = rows.filter((row) => ['ready', 'rectified'].includes(inspectionGroupOf(row)));
  return (
    <>
      <PageHeader title="考评验收" note="县级考评、市级复评和省级抽查分别记录，互不覆盖">
        {rows.length > 0 && (
          <Button onClick={() => setPaper({ paper: 'inspectionSummary' })}>考评验收汇总表</Button>
        )}
        {waiting.length > 0 && (
          <Button onClick={() => setPaper(blankSheets(waiting))}>
            打印待验收的空白评分表（{waiting.length}家）
          </Button>
        )}
      </PageHeader>
      {list.error && <ProblemList problems={problemsOf(list.error)} />}
      <DataTable
        id="inspections"
        name="考评验收"
        rows={list.data}
        rowKey={rowKey}
        columns={inspectionColumns}
        searchText={searchText}
        searchHint="搜索名称、业主、乡镇"
        chipOf={inspectionGroupOf}
        chips={chips}
        startChip={inspectionGroupOfLink(params.get('stage'))}
        onOpen={(row) => void navigate(`/inspections/${row.workshopId}`)}
        selectionActions={(chosen) => (
          <>
            <Button onClick={() => setPaper(blankSheets(chosen))}>打印空白评分表（{chosen.length}家）</Button>
            <PrintManyButton workshopIds={chosen.map((row) => row.workshopId)} sheets={['countySheet']} />
          </>
        )}
        empty={<NoRoster />}
      />
      {paper && <PaperPreview refs={paper} onClose={() => setPaper(undefined)} />}
    </>
  );
}
