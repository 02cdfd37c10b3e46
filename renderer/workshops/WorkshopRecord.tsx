import { App, Button, Tabs } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { WorkshopPage } from '../../db/model/contract/workshops.ts';
import { AssistanceRecord } from '../assistance/AssistanceRecord.tsx';
import { WorkshopAttachments } from '../attachments/WorkshopAttachments.tsx';
import { InspectionTab } from '../inspections/InspectionBody.tsx';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { ArchiveTab } from '../printRoom/ArchiveTab.tsx';
import { SelfCheckTab } from '../scoring/SelfCheckTab.tsx';
import { AuditTable } from '../shared/AuditTable.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { StageTag } from '../shared/StageTag.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { ApplicationForm } from './ApplicationForm.tsx';
import { valuesOf } from './applicationForm.ts';
import { MaterialList } from './MaterialList.tsx';
import { NextStepButton } from './NextStepButton.tsx';
import { PlanSummary } from './PlanSummary.tsx';
import { ReviewsTab } from './ReviewsTab.tsx';
import { WorkshopActions } from './WorkshopActions.tsx';
import { WorkshopTimeline } from './WorkshopTimeline.tsx';

const DEFAULT_TAB = 'application';

type SheetKind = 'application' | 'promise' | 'qualification';

const Papers = ({ onOpen }: { readonly onOpen: (paper: SheetKind) => void }) => (
  <section className="panel" aria-label="文书">
    <p className="side-heading">文书</p>
    <Button block onClick={() => onOpen('application')}>
      申请表
    </Button>
    <Button block onClick={() => onOpen('promise')}>
      资金投入承诺书
    </Button>
    <Button block onClick={() => onOpen('qualification')}>
      资格审核表
    </Button>
  </section>
);

/** The page of a workshop that is there. */
export function WorkshopRecord({ page }: { readonly page: WorkshopPage }) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [search, setSearch] = useSearchParams();
  const [paper, setPaper] = useState<PaperRef | null>(null);
  const { workshop, workshopId } = page;
  const tab = search.get('tab') ?? DEFAULT_TAB;
  const openPaper = (kind: SheetKind) => setPaper({ paper: kind, workshopId });
  useCommand('print', () => openPaper('application'), paper === null && tab === DEFAULT_TAB);
  const place = [workshop.township, workshop.address].filter(Boolean).join(' ');
  return (
    <>
      <PageHeader
        title={
          <>
            {workshop.name} <StageTag stage={page.stage} />
          </>
        }
        note={`业主 ${workshop.ownerName}　${place}`}
      >
        <Button onClick={() => void navigate('/workshops')}>返回列表</Button>
        <WorkshopActions page={page} />
        <NextStepButton page={page} />
      </PageHeader>
      <WorkshopTimeline steps={page.timeline} />
      <Tabs
        className="record-tabs"
        activeKey={tab}
        onChange={(key) => setSearch({ tab: key }, { replace: true })}
        items={[
          {
            key: DEFAULT_TAB,
            label: '申请',
            children: (
              <ApplicationForm
                workshopId={workshopId}
                saved={valuesOf(page)}
                masked={page.private}
                onSaved={() => message.success('已保存')}
                side={
                  <>
                    <Papers onOpen={openPaper} />
                    <MaterialList page={page} />
                  </>
                }
              />
            ),
          },
          { key: 'reviews', label: '审核与遴选', children: <ReviewsTab page={page} /> },
          { key: 'selfCheck', label: '自查', children: <SelfCheckTab workshopId={workshopId} /> },
          { key: 'plan', label: '改造方案', children: <PlanSummary page={page} /> },
          {
            key: 'assistance',
            label: '帮扶',
            children: <AssistanceRecord workshopId={workshopId} />,
          },
          {
            key: 'inspections',
            label: '考评验收',
            children: <InspectionTab workshopId={workshopId} />,
          },
          {
            key: 'attachments',
            label: '附件',
            children: <WorkshopAttachments workshopId={workshopId} applicationId={page.applicationId} />,
          },
          { key: 'archive', label: '一坊一档', children: <ArchiveTab workshopId={workshopId} /> },
          {
            key: 'audit',
            label: '操作记录',
            children: (
              <div className="panel">
                <AuditTable rows={page.audit} />
              </div>
            ),
          },
        ]}
      />
      {paper && <PaperPreview refs={paper} onClose={() => setPaper(null)} />}
    </>
  );
}
