import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer, Empty, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { VISIT_STATES } from '../../db/model/assistance.ts';
import type { AssistanceRow, HelperLoad } from '../../db/model/contract/assistance.ts';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import { keysOf } from '../../db/model/terms.ts';
import { api, problemsOf } from '../api.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import type { OnlyRows } from '../shared/dataColumn.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { AssistanceRecord } from './AssistanceRecord.tsx';
import { assistanceColumns } from './assistanceColumns.tsx';
import { HelperModal, type HelperWork } from './HelperModal.tsx';
import { LoadsTable } from './LoadsTable.tsx';

const chips = keysOf(VISIT_STATES).map((key) => ({ key, label: VISIT_STATES[key] }));
const rowKey = (row: AssistanceRow): string => row.workshopId;
const chipOf = (row: AssistanceRow): readonly string[] => row.states;
const searchText = (row: AssistanceRow): string =>
  `${row.name} ${row.ownerName} ${row.township} ${row.helper?.name ?? ''} ${row.initials}`.toLowerCase();
const HELPER_LIST: PaperRef = { paper: 'helperList' };

function NoRoster() {
  const navigate = useNavigate();
  return (
    <Empty description="创建名单还没有确定。确定名单后，在这里为每家安排一名帮扶责任人。">
      <Button type="primary" onClick={() => void navigate('/publicity')}>
        去公示
      </Button>
    </Empty>
  );
}

interface Working {
  readonly work: HelperWork;
  readonly rows: readonly AssistanceRow[];
  readonly clear: () => void;
}

/** Names for those without a helper, hands over those with one; a mixed choice offers both. */
function Actions({
  rows,
  onWork,
}: {
  readonly rows: readonly AssistanceRow[];
  readonly onWork: (work: HelperWork, rows: readonly AssistanceRow[]) => void;
}) {
  const without = rows.filter((row) => row.helper === null);
  const having = rows.filter((row) => row.helper !== null);
  return (
    <>
      {without.length > 0 && (
        <Button onClick={() => onWork('assign', without)}>安排责任人（{without.length}家）…</Button>
      )}
      {having.length > 0 && (
        <Button onClick={() => onWork('handOver', having)}>移交（{having.length}家）…</Button>
      )}
    </>
  );
}

/** 帮扶: every workshop of the 创建名单 with its helper and its visits, and every helper's load. */
export function AssistancePage() {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [view, setView] = useState<'workshops' | 'helpers'>('workshops');
  const [days, setDays] = useState<number | null>(null);
  const [helper, setHelper] = useState<HelperLoad>();
  const [opened, setOpened] = useState<AssistanceRow>();
  const [working, setWorking] = useState<Working>();
  const [paper, setPaper] = useState(false);
  const list = useQuery(api.assistance.list.queryOptions({ input: { days } }));
  const rows = list.data?.rows;
  const only: OnlyRows | undefined = helper && {
    label: `${helper.name}帮扶的`,
    keys: new Set((rows ?? []).filter((row) => row.helper?.staffId === helper.staffId).map(rowKey)),
    onClear: () => setHelper(undefined),
  };
  return (
    <>
      <PageHeader title="帮扶" note="一对一、点对点：每家一名帮扶责任人">
        <Segmented
          aria-label="查看方式"
          value={view}
          onChange={setView}
          options={[
            { value: 'workshops', label: '按小作坊' },
            { value: 'helpers', label: '按帮扶责任人' },
          ]}
        />
        <InputNumber
          className="interval-input"
          aria-label="多少天没有走访算超期"
          prefix="超期"
          suffix="天未走访"
          min={1}
          max={365}
          precision={0}
          controls={false}
          value={days ?? list.data?.interval ?? null}
          onChange={(value) => setDays(value)}
        />
        {(rows?.length ?? 0) > 0 && <Button onClick={() => setPaper(true)}>帮扶安排表</Button>}
      </PageHeader>
      {list.error && <ProblemList problems={problemsOf(list.error)} />}
      {view === 'helpers' ? (
        <LoadsTable
          loads={list.data?.loads}
          onOpen={(load) => {
            setHelper(load);
            setView('workshops');
          }}
        />
      ) : (
        <DataTable
          id="assistance"
          only={only}
          rows={rows}
          rowKey={rowKey}
          columns={assistanceColumns}
          searchText={searchText}
          searchHint="搜索名称、业主、乡镇、帮扶责任人"
          chipOf={chipOf}
          chips={chips}
          startChip={params.get('state') ?? undefined}
          onOpen={setOpened}
          selectionActions={(chosen, clear) => (
            <Actions rows={chosen} onWork={(work, some) => setWorking({ work, rows: some, clear })} />
          )}
          empty={<NoRoster />}
        />
      )}
      {working && (
        <HelperModal
          work={working.work}
          workshops={working.rows}
          onClose={() => setWorking(undefined)}
          onDone={() => {
            message.success(`已办理${working.rows.length}家`);
            working.clear();
            setWorking(undefined);
          }}
        />
      )}
      <Drawer
        open={opened !== undefined}
        size={760}
        title={opened?.name}
        onClose={() => setOpened(undefined)}
        closable={{ 'aria-label': '关闭' }}
        destroyOnHidden
        extra={
          <Button onClick={() => void navigate(`/workshops/${opened?.workshopId}?tab=assistance`)}>
            打开小作坊档案
          </Button>
        }
      >
        {opened && <AssistanceRecord workshopId={opened.workshopId} />}
      </Drawer>
      {paper && <PaperPreview refs={HELPER_LIST} onClose={() => setPaper(false)} />}
    </>
  );
}
