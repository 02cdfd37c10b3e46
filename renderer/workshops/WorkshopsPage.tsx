import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { WorkshopRow } from '../../db/model/contract/workshops.ts';
import { STAGES } from '../../db/model/stage.ts';
import { keysOf } from '../../db/model/terms.ts';
import { api, problemsOf } from '../api.ts';
import { PrintManyButton } from '../printRoom/handOver.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ReapplyModal } from '../years/ReapplyModal.tsx';
import { MakePapersButton } from './MakePapersButton.tsx';
import { NoApplications } from './NoApplications.tsx';
import { searchTextOf } from './searchText.ts';
import { useFigureRows } from './useFigureRows.ts';
import { workshopColumns } from './workshopColumns.tsx';

/** Brings the PDF reader with it: loaded when a paper is first looked at. */
const PaperPreview = lazy(async () => ({
  default: (await import('../papers/PaperPreview.tsx')).PaperPreview,
}));

const CHIPS = keysOf(STAGES).map((key) => ({ key, label: STAGES[key] }));
const keyOf = (row: WorkshopRow) => row.workshopId;
const stageOf = (row: WorkshopRow) => row.stage;

const BLANK_FORMS: readonly { readonly key: 'application' | 'promise'; readonly label: string }[] = [
  { key: 'application', label: '空白申请表' },
  { key: 'promise', label: '空白资金投入承诺书' },
];

/** 小作坊: everyone who applied this year. */
export function WorkshopsPage() {
  const navigate = useNavigate();
  const list = useQuery(api.workshops.list.queryOptions());
  const [paper, setPaper] = useState<PaperRef | null>(null);
  const figure = useFigureRows();
  const [params] = useSearchParams();
  const years = useQuery(api.years.list.queryOptions());
  const hasOtherYears = (years.data?.length ?? 0) > 1;
  const [reapplying, setReapplying] = useState(false);
  const columns = useMemo(() => workshopColumns(figure.noteOf), [figure.noteOf]);
  const open = useCallback((row: WorkshopRow) => void navigate(`/workshops/${row.workshopId}`), [navigate]);
  const toImport = () => void navigate('/import');
  const toNew = () => void navigate('/workshops/new');
  return (
    <>
      <PageHeader title="小作坊">
        <Button onClick={() => void navigate('/recycle')}>回收站</Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: BLANK_FORMS.map(({ key, label }) => ({
              key,
              label,
              onClick: () => setPaper({ paper: key, workshopId: null }),
            })),
          }}
        >
          <Button>空白表格</Button>
        </Dropdown>
        {hasOtherYears && <Button onClick={() => setReapplying(true)}>从往年再次申请</Button>}
        <Button onClick={toNew}>新增申请</Button>
        <Button type="primary" onClick={toImport}>
          导入申请汇总表
        </Button>
      </PageHeader>
      {list.isError && <ProblemList problems={problemsOf(list.error)} />}
      <DataTable<WorkshopRow>
        id="workshops"
        rows={list.data}
        rowKey={keyOf}
        columns={columns}
        searchText={searchTextOf}
        searchHint="搜索名称、业主、首字母、证照号"
        chipOf={stageOf}
        chips={CHIPS}
        startChip={params.get('stage') ?? undefined}
        only={figure.only}
        onOpen={open}
        selectionActions={(rows) => (
          <>
            <PrintManyButton workshopIds={rows.map(keyOf)} />
            <MakePapersButton workshopIds={rows.map(keyOf)} />
          </>
        )}
        empty={
          <NoApplications>
            {hasOtherYears && <Button onClick={() => setReapplying(true)}>从往年再次申请</Button>}
          </NoApplications>
        }
      />
      {reapplying && <ReapplyModal onClose={() => setReapplying(false)} />}
      {paper && (
        <Suspense fallback={null}>
          <PaperPreview refs={paper} onClose={() => setPaper(null)} />
        </Suspense>
      )}
    </>
  );
}
