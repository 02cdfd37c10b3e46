import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { InspectionPage as Page } from '../../db/model/contract/inspections.ts';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { InspectionRow } from '../../db/model/contract/scoring.ts';
import { inChinese } from '../../db/model/dates.ts';
import { WorkshopId } from '../../db/model/ids.ts';
import type { InspectionLevel } from '../../db/model/terms.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { NotFound } from '../app/NotFound.tsx';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { StartSheetModal } from '../scoring/StartSheetModal.tsx';
import { scoringName, sheetPath } from '../scoring/sheetWords.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ReasonModal } from '../shared/ReasonModal.tsx';
import { StageTag } from '../shared/StageTag.tsx';
import { ComparisonPanel } from './ComparisonPanel.tsx';
import { RecordTotalModal } from './RecordTotalModal.tsx';
import { ScoringTable } from './ScoringTable.tsx';
import './inspections.css';

type Ask =
  | { readonly kind: 'start'; readonly level: InspectionLevel }
  | { readonly kind: 'total'; readonly level: 'city' | 'province' }
  | { readonly kind: 'remove'; readonly row: InspectionRow }
  | { readonly kind: 'paper'; readonly ref: PaperRef };

function RemoveModal({ row, onClose }: { readonly row: InspectionRow; readonly onClose: () => void }) {
  const act = useAct(client.scoring.remove);
  const remove = async (reason: string): Promise<void> => {
    if ((await act.run({ inspectionId: row.id, reason })).ok) onClose();
  };
  return (
    <ReasonModal
      open
      title={`移除${inChinese(row.inspectedOn)}的${scoringName(row.level)}`}
      okText="移除"
      running={act.running}
      problems={act.problems}
      onReason={(reason) => void remove(reason)}
      onClose={onClose}
    >
      <p>移除后不再计入结果；记录仍在表中，可以随时恢复。</p>
    </ReasonModal>
  );
}

/** The one main step: go on with the open sheet, score for the first time, or again. */
function MainStep({ page, onAsk }: { readonly page: Page; readonly onAsk: (ask: Ask) => void }) {
  const navigate = useNavigate();
  const { open, outcomes } = page.row;
  if (open)
    return (
      <Button type="primary" onClick={() => void navigate(sheetPath(open.level, open.inspectionId))}>
        继续填写{scoringName(open.level)}
      </Button>
    );
  // After a scoring that failed, here or above, the next step is to score again.
  const done = page.row.stage === 'countyPassed' || page.row.stage === 'recheckPassed';
  return (
    <Button type={done ? 'default' : 'primary'} onClick={() => onAsk({ kind: 'start', level: 'county' })}>
      {outcomes.county ? '县级复查' : '开始县级考评'}
    </Button>
  );
}

const ABOVE: readonly { readonly label: string; readonly ask: Ask }[] = [
  { label: '市级：只登记总分', ask: { kind: 'total', level: 'city' } },
  { label: '市级：录入整张评分表', ask: { kind: 'start', level: 'city' } },
  { label: '省级：只登记总分', ask: { kind: 'total', level: 'province' } },
  { label: '省级：录入整张评分表', ask: { kind: 'start', level: 'province' } },
];

function Loaded({ page }: { readonly page: Page }) {
  const navigate = useNavigate();
  const restore = useAct(client.scoring.restore);
  const [ask, setAsk] = useState<Ask>();
  const { row, rows, comparison } = page;
  const close = () => setAsk(undefined);
  const all = [...rows.province, ...rows.city, ...rows.county, ...rows.self];
  const blank: PaperRef = { paper: 'scoreSheets', workshopIds: [row.workshopId], level: 'county' };
  const passed = row.outcomes.county?.passed === true;
  return (
    <>
      <PageHeader
        title={`${row.workshopName}考评验收`}
        note={
          <>
            业主 {row.ownerName}　<StageTag stage={row.stage} />
          </>
        }
      >
        <Button onClick={() => void navigate('/inspections')}>返回列表</Button>
        <Button onClick={() => void navigate(`/workshops/${row.workshopId}`)}>小作坊档案</Button>
        <Button onClick={() => setAsk({ kind: 'paper', ref: blank })}>打印空白评分表</Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: ABOVE.map(({ label, ask: next }, index) => ({
              key: String(index),
              label,
              onClick: () => setAsk(next),
            })),
          }}
        >
          <Button>登记上级考评…</Button>
        </Dropdown>
        <MainStep page={page} onAsk={setAsk} />
      </PageHeader>
      <ProblemList problems={restore.problems} title="没有恢复" onClose={restore.clear} />
      {!passed && <ProblemList problems={row.readiness} title="验收前请核对" />}
      <div className="stack">
        <section className="panel" aria-label="各级评分">
          <ScoringTable
            rows={all}
            actions={{
              open: (one) => void navigate(sheetPath(one.level, one.id)),
              remove: (one) => setAsk({ kind: 'remove', row: one }),
              restore: (one) => void restore.run({ inspectionId: one.id }),
            }}
          />
        </section>
        <ComparisonPanel comparison={comparison} />
      </div>
      {ask?.kind === 'start' && (
        <StartSheetModal
          workshopId={row.workshopId}
          level={ask.level}
          warnings={ask.level === 'county' ? row.readiness : []}
          onClose={close}
        />
      )}
      {ask?.kind === 'total' && (
        <RecordTotalModal workshopId={row.workshopId} level={ask.level} onClose={close} />
      )}
      {ask?.kind === 'remove' && <RemoveModal row={ask.row} onClose={close} />}
      {ask?.kind === 'paper' && <PaperPreview refs={ask.ref} onClose={close} />}
    </>
  );
}

function PageOf({ workshopId }: { readonly workshopId: WorkshopId }) {
  const page = useQuery(api.inspections.page.queryOptions({ input: { workshopId } }));
  if (page.isError) return <ProblemList problems={problemsOf(page.error)} />;
  if (page.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  return <Loaded page={page.data} />;
}

/** One workshop's 考评验收: every level's scorings and where they differ. */
export function InspectionPage() {
  const workshopId = WorkshopId.safeParse(useParams().workshopId);
  return workshopId.success ? <PageOf key={workshopId.data} workshopId={workshopId.data} /> : <NotFound />;
}
