import { Button, Flex, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { attachmentSubject } from '../../db/model/attachments.ts';
import type { PublicityView } from '../../db/model/contract/publicity.ts';
import { PUBLICITY_STATES } from '../../db/model/publicity.ts';
import { COUNTING_RULES } from '../../db/model/terms.ts';
import { AttachmentPanel } from '../attachments/AttachmentPanel.tsx';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { AddObjectionModal } from './AddObjectionModal.tsx';
import { CancelPublicityModal } from './CancelPublicityModal.tsx';
import { ConfirmRosterModal } from './ConfirmRosterModal.tsx';
import { EntriesTable } from './EntriesTable.tsx';
import { ObjectionsTable } from './ObjectionsTable.tsx';
import { PostingModal } from './PostingModal.tsx';
import { openObjections, periodText, postingText, publicityNote } from './publicityText.ts';
import { RestoreModal } from './UndoModals.tsx';

const POSTING = ['posting'] as const;

type Doing = 'notice' | 'report' | 'posting' | 'objection' | 'cancel' | 'restore' | 'confirm';

interface DialogsProps {
  readonly publicity: PublicityView;
  readonly doing: Doing | undefined;
  readonly onClose: () => void;
}

function Dialogs({ publicity, doing, onClose }: DialogsProps) {
  const { id } = publicity;
  switch (doing) {
    case undefined:
      return null;
    case 'notice':
      return <PaperPreview refs={{ paper: 'selectionNotice', publicityId: id }} onClose={onClose} />;
    case 'report':
      return <PaperPreview refs={{ paper: 'publicityReport', publicityId: id }} onClose={onClose} />;
    case 'posting':
      return <PostingModal publicity={publicity} onClose={onClose} />;
    case 'objection':
      return <AddObjectionModal publicity={publicity} onClose={onClose} />;
    case 'cancel':
      return <CancelPublicityModal publicity={publicity} onClose={onClose} />;
    case 'restore':
      return <RestoreModal publicity={publicity} onClose={onClose} />;
    case 'confirm':
      return <ConfirmRosterModal publicity={publicity} onClose={onClose} />;
  }
}

/** One publicity: where it stands, its list, its objections, and what can be done now. */
export function PublicityPanel({ publicity }: { readonly publicity: PublicityView }) {
  const [doing, setDoing] = useState<Doing>();
  const close = (): void => setDoing(undefined);
  const { state, rosterId } = publicity;
  const live = state !== 'cancelled' && rosterId === null;
  const waiting = openObjections(publicity);
  const remaining = publicity.entries.filter((one) => one.departure === null).length;
  const proof = attachmentSubject('publicity', publicity.id);
  return (
    <section className="panel publicity" aria-label={`公示：${periodText(publicity)}`}>
      <Flex justify="space-between" align="center" gap={12} wrap>
        <Flex align="center" gap={8} wrap>
          <h2 className="publicity-title">{periodText(publicity)}</h2>
          <Tag color={state === 'running' ? 'blue' : state === 'awaitingObjections' ? 'error' : 'default'}>
            {rosterId === null ? PUBLICITY_STATES[state] : '已确定创建名单'}
          </Tag>
          {publicity.supplementary && <Tag>递补</Tag>}
          <span className="quiet">
            {publicity.days}天，{COUNTING_RULES[publicity.countingRule]}，发布于{publicity.place}
          </span>
        </Flex>
        <Flex gap={8} wrap>
          {live && <Button onClick={() => setDoing('cancel')}>撤销公示</Button>}
          {state === 'cancelled' && <Button onClick={() => setDoing('restore')}>恢复公示</Button>}
          {state !== 'cancelled' && <Button onClick={() => setDoing('posting')}>登记发布情况</Button>}
          {live && <Button onClick={() => setDoing('objection')}>登记异议</Button>}
          <Button onClick={() => setDoing('notice')}>公示文稿</Button>
          {state === 'closed' && <Button onClick={() => setDoing('report')}>公示情况说明</Button>}
          {live && (
            <Button
              type="primary"
              disabled={state !== 'closed' || remaining === 0}
              onClick={() => setDoing('confirm')}
            >
              确定创建名单
            </Button>
          )}
        </Flex>
      </Flex>
      {rosterId === null && <p className="publicity-note">{publicityNote(publicity)}</p>}
      <p className="publicity-note quiet">{postingText(publicity)}</p>
      <Tabs
        size="small"
        defaultActiveKey={waiting > 0 ? 'objections' : 'entries'}
        items={[
          {
            key: 'entries',
            label: `公示名单（${publicity.entries.length}家）`,
            children: <EntriesTable entries={publicity.entries} height={320} />,
          },
          {
            key: 'objections',
            label: waiting > 0 ? `异议（${waiting}件待处理）` : `异议（${publicity.objections.length}件）`,
            children: <ObjectionsTable objections={publicity.objections} editable={live} />,
          },
          {
            key: 'proof',
            label: '发布凭证',
            children: (
              <AttachmentPanel
                subject={proof}
                roles={POSTING}
                emptyText="还没有凭证，请添加张贴照片或网页截图"
              />
            ),
          },
        ]}
      />
      <Dialogs publicity={publicity} doing={doing} onClose={close} />
    </section>
  );
}
