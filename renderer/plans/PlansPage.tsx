import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Tabs } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { PlanRow } from '../../db/model/contract/plans.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import { keysOf } from '../../db/model/terms.ts';
import { api, client } from '../api.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { SavedNote } from '../papers/SavedNote.tsx';
import { PrintManyButton } from '../printRoom/handOver.tsx';
import { problemsOf } from '../problems.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { FileButton, FolderButton } from '../shared/FilePick.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ProgressModal } from '../shared/ProgressModal.tsx';
import { useSaveFile } from '../shared/useSaveFile.tsx';
import { OverdueTasks } from '../works/OverdueTasks.tsx';
import { WorksImportMenu } from '../works/WorksImportMenu.tsx';
import { ImportPlansModal } from './ImportPlansModal.tsx';
import { PLAN_GROUPS, planColumns, planGroupOf, planGroupOfLink } from './planColumns.tsx';
import './plans.css';
import { useManyPlans } from './useManyPlans.ts';

const chips = keysOf(PLAN_GROUPS).map((key) => ({ key, label: PLAN_GROUPS[key] }));
const rowKey = (row: PlanRow): string => row.workshopId;
const searchText = (row: PlanRow): string =>
  `${row.workshopName} ${row.ownerName} ${row.helperName}`.toLowerCase();
const OVERDUE = 'overdue';
const LEDGER: PaperRef = { paper: 'planLedger' };

function NoRoster() {
  const navigate = useNavigate();
  return (
    <Empty description="创建名单还没有确定。公示期满并确定名单后，在这里为每家编制改造提升方案。">
      <Button type="primary" onClick={() => void navigate('/publicity')}>
        去公示
      </Button>
    </Empty>
  );
}

/** 改造方案: every workshop of the 创建名单 with its plan. */
export function PlansPage() {
  const navigate = useNavigate();
  const plans = useQuery(api.plans.list.queryOptions());
  const [params, setParams] = useSearchParams();
  const [importing, setImporting] = useState<PickedPath>();
  const [imported, setImported] = useState<number>();
  const [ledger, setLedger] = useState(false);
  const many = useManyPlans();
  const template = useSaveFile();
  const saveTemplate = (): Promise<void> =>
    template.save({ make: () => client.plans.importTemplate(), purpose: 'documents', said: '模板已保存' });
  const any = (plans.data?.length ?? 0) > 0;
  const overdue = (plans.data ?? []).reduce((sum, row) => sum + (row.works?.overdue ?? 0), 0);
  const view = params.get('view') === OVERDUE ? OVERDUE : 'plans';
  return (
    <>
      <PageHeader title="改造方案">
        {any && (
          <>
            <Button onClick={() => setLedger(true)}>改造方案台账</Button>
            <WorksImportMenu />
            <Button loading={template.running} onClick={() => void saveTemplate()}>
              下载方案模板
            </Button>
            <FileButton purpose="plansWorkbook" type="primary" onPicked={setImporting}>
              从Excel导入方案…
            </FileButton>
          </>
        )}
      </PageHeader>
      {plans.error && <ProblemList problems={problemsOf(plans.error)} />}
      <ProblemList problems={many.problems} title="有的方案没有生成" onClose={many.clear} />
      <SavedNote saved={many.saved} onClose={many.clear} />
      {imported !== undefined && (
        <Alert
          className="page-message"
          type="success"
          showIcon
          title={`已导入${imported}份方案草稿，请逐份核对后提交签批。`}
          closable={{ onClose: () => setImported(undefined), 'aria-label': '关闭提示' }}
        />
      )}
      <ProgressModal work={many.work} />
      {any && (
        <Tabs
          className="plan-tabs"
          activeKey={view}
          items={[
            { key: 'plans', label: '各家方案' },
            { key: OVERDUE, label: `逾期任务 ${overdue}` },
          ]}
          onChange={(key) => setParams(key === OVERDUE ? { view: OVERDUE } : {}, { replace: true })}
        />
      )}
      {view === OVERDUE ? (
        <OverdueTasks />
      ) : (
        <DataTable
          id="plans"
          rows={plans.data}
          rowKey={rowKey}
          columns={planColumns}
          searchText={searchText}
          searchHint="搜索名称、业主、帮扶责任人"
          chipOf={planGroupOf}
          chips={chips}
          startChip={planGroupOfLink(params.get('stage'))}
          onOpen={(row) => void navigate(`/plans/${row.workshopId}${row.works ? '?tab=works' : ''}`)}
          selectionActions={(rows) => (
            <>
              <PrintManyButton workshopIds={rows.map((row) => row.workshopId)} sheets={['plan']} />
              <FolderButton
                purpose="documents"
                disabled={rows.every((row) => row.revisionId === null)}
                onPicked={(folder) => void many.make(rows, folder)}
              >
                批量导出PDF…
              </FolderButton>
            </>
          )}
          empty={<NoRoster />}
        />
      )}
      {importing && (
        <ImportPlansModal
          file={importing}
          onClose={() => setImporting(undefined)}
          onImported={(count) => {
            setImporting(undefined);
            setImported(count);
          }}
        />
      )}
      {ledger && <PaperPreview refs={LEDGER} onClose={() => setLedger(false)} />}
    </>
  );
}
