import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Skeleton } from 'antd';
import { useState } from 'react';
import type { VisitView, WorkshopAssistance } from '../../db/model/contract/assistance.ts';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { api, problemsOf } from '../api.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { HelperHistory } from './HelperHistory.tsx';
import { HelperModal, type HelperWork } from './HelperModal.tsx';
import { VisitList } from './VisitList.tsx';
import { VisitModal } from './VisitModal.tsx';
import './assistance.css';

type Open =
  | { readonly dialog: HelperWork }
  | { readonly dialog: 'visit'; readonly visit?: VisitView }
  | { readonly dialog: 'paper'; readonly ref: PaperRef };

function Dialogs({
  of,
  open,
  onClose,
}: {
  readonly of: WorkshopAssistance;
  readonly open: Open;
  readonly onClose: () => void;
}) {
  if (open.dialog === 'paper') return <PaperPreview refs={open.ref} onClose={onClose} />;
  if (open.dialog === 'visit')
    return <VisitModal of={of} visit={open.visit} onClose={onClose} onDone={onClose} />;
  const last = of.assignments.at(-1);
  const helper = last ? { staffId: last.staffId, name: last.name } : null;
  const workshop = { workshopId: of.workshopId, name: of.workshopName, helper };
  return <HelperModal work={open.dialog} workshops={[workshop]} onClose={onClose} onDone={onClose} />;
}

function Record({ of }: { readonly of: WorkshopAssistance }) {
  const [open, setOpen] = useState<Open>();
  const paper = (visitId: VisitView['id'] | null, blank = false): Open => ({
    dialog: 'paper',
    ref: { paper: 'assistanceRecord', workshopId: of.workshopId, visitId, blank },
  });
  const helped = of.assignments.length > 0;
  if (!of.assisted && !helped)
    return <Empty className="page-empty" description="列入创建名单后，在这里安排帮扶责任人并登记走访" />;
  return (
    <div className="stack">
      <section className="panel" aria-label="帮扶责任人">
        <p className="side-heading">帮扶责任人</p>
        <HelperHistory of={of} onWork={(work) => setOpen({ dialog: work })} />
      </section>
      {helped && (
        <Flex align="center" gap={8} wrap>
          <strong>走访记录（{of.visits.length}次）</strong>
          <span className="push" />
          <Button onClick={() => setOpen(paper(null, true))}>空白走访表</Button>
          <Button disabled={of.visits.length === 0} onClick={() => setOpen(paper(null))}>
            帮扶记录表
          </Button>
          <Button type="primary" onClick={() => setOpen({ dialog: 'visit' })}>
            登记走访
          </Button>
        </Flex>
      )}
      {helped && (
        <VisitList
          visits={of.visits}
          onAdd={() => setOpen({ dialog: 'visit' })}
          onCorrect={(visit) => setOpen({ dialog: 'visit', visit })}
          onPaper={(visit) => setOpen(paper(visit.id))}
        />
      )}
      {open && <Dialogs of={of} open={open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

/** 帮扶 of one workshop: its helpers and its visits. The same on its page and beside the list. */
export function AssistanceRecord({ workshopId }: { readonly workshopId: WorkshopId }) {
  const of = useQuery(api.assistance.of.queryOptions({ input: { workshopId } }));
  if (of.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (of.isError) return <ProblemList problems={problemsOf(of.error)} />;
  return <Record of={of.data} />;
}
