import { Button, Empty, Flex, Tag } from 'antd';
import { useState } from 'react';
import { percentText } from '../../db/model/assistance.ts';
import { attachmentSubject } from '../../db/model/attachments.ts';
import type { VisitView } from '../../db/model/contract/assistance.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { AttachmentPanel } from '../attachments/AttachmentPanel.tsx';
import { ReasonModal } from '../shared/ReasonModal.tsx';
import { useUndoMessage } from '../shared/useUndoMessage.tsx';

interface Props {
  readonly visits: readonly VisitView[];
  readonly onAdd: (() => void) | null;
  readonly onCorrect: (visit: VisitView) => void;
  readonly onPaper: (visit: VisitView) => void;
}

const Said = ({ label, text }: { readonly label: string; readonly text: string }) =>
  text === '' ? null : (
    <p className="visit-said">
      <span>{label}</span>
      {text}
    </p>
  );

function Visit({
  visit,
  onCorrect,
  onPaper,
  onRemove,
}: Omit<Props, 'visits' | 'onAdd'> & {
  readonly visit: VisitView;
  readonly onRemove: (visit: VisitView) => void;
}) {
  return (
    <section className="panel" aria-label={`${visit.visitedOn}走访`}>
      <Flex align="center" gap={8} wrap>
        <strong>{visit.visitedOn}</strong>
        <span>{visit.staffName}</span>
        {visit.substitute && <Tag>代为走访</Tag>}
        {visit.progressPercent !== null && (
          <Tag color="blue">改造进度{percentText(visit.progressPercent)}</Tag>
        )}
        <span className="push" />
        <Button size="small" onClick={() => onPaper(visit)}>
          打印
        </Button>
        <Button size="small" onClick={() => onCorrect(visit)}>
          更正
        </Button>
        <Button size="small" type="text" onClick={() => onRemove(visit)}>
          移入回收站
        </Button>
      </Flex>
      <Said label="走访情况" text={visit.findings} />
      <Said label="指导意见" text={visit.advice} />
      <Said label="业主反馈" text={visit.ownerResponse} />
      <AttachmentPanel
        subject={attachmentSubject('visit', visit.id)}
        roles={['site']}
        emptyText="还没有现场照片"
      />
    </section>
  );
}

/** The visit log, the newest first; a removal can be undone at once or later in 回收站. */
export function VisitList({ visits, onAdd, onCorrect, onPaper }: Props) {
  const offerUndo = useUndoMessage();
  const [removing, setRemoving] = useState<VisitView>();
  const remove = useAct(client.assistance.removeVisit);
  const takeAway = async (reason: string) => {
    if (!removing) return;
    const done = await remove.run({ visitId: removing.id, reason });
    if (!done.ok) return;
    setRemoving(undefined);
    const { binId: id } = done.value;
    offerUndo('走访记录已移入回收站', () => client.recycle.restore({ kind: 'visit', id }));
  };
  return (
    <div className="stack">
      {visits.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有走访记录">
          {onAdd && (
            <Button type="primary" onClick={onAdd}>
              登记走访
            </Button>
          )}
        </Empty>
      )}
      {visits.map((visit) => (
        <Visit key={visit.id} visit={visit} onCorrect={onCorrect} onPaper={onPaper} onRemove={setRemoving} />
      ))}
      <ReasonModal
        open={removing !== undefined}
        title={`移入回收站：${removing?.visitedOn ?? ''}的走访记录`}
        okText="移入回收站"
        running={remove.running}
        problems={remove.problems}
        onReason={(reason) => void takeAway(reason)}
        onClose={() => setRemoving(undefined)}
      >
        <p>记录和照片都会保留在回收站，可以恢复。</p>
      </ReasonModal>
    </div>
  );
}
