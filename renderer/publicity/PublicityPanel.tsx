import { Button, Flex, Tabs, Tag } from 'antd';
import { useState } from 'react';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { PublicityView } from '../../db/model/contract/publicity.ts';
import { PUBLICITY_STATES } from '../../db/model/publicity.ts';
import { COUNTING_RULES } from '../../db/model/terms.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { AddObjectionModal } from './AddObjectionModal.tsx';
import { CancelPublicityModal } from './CancelPublicityModal.tsx';
import { ConfirmRosterModal } from './ConfirmRosterModal.tsx';
import { EntriesTable } from './EntriesTable.tsx';
import { ObjectionsTable } from './ObjectionsTable.tsx';
import { openObjections, periodText, publicityNote } from './publicityText.ts';

type Doing = 'notice' | 'objection' | 'cancel' | 'confirm';

/** One publicity: where it stands, its list, its objections, and what can be done now. */
export function PublicityPanel({ publicity }: { readonly publicity: PublicityView }) {
  const [doing, setDoing] = useState<Doing>();
  const close = (): void => setDoing(undefined);
  const { state, rosterId } = publicity;
  const live = state !== 'cancelled' && rosterId === null;
  const waiting = openObjections(publicity);
  const notice: PaperRef = { paper: 'selectionNotice', publicityId: publicity.id };
  return (
    <section className="panel publicity" aria-label={`公示：${periodText(publicity)}`}>
      <Flex justify="space-between" align="center" gap={12} wrap>
        <Flex align="center" gap={8} wrap>
          <h2 className="publicity-title">{periodText(publicity)}</h2>
          <Tag color={state === 'running' ? 'blue' : state === 'awaitingObjections' ? 'error' : 'default'}>
            {rosterId === null ? PUBLICITY_STATES[state] : '已确定创建名单'}
          </Tag>
          <span className="quiet">
            {publicity.days}天，{COUNTING_RULES[publicity.countingRule]}，发布于{publicity.place}
          </span>
        </Flex>
        <Flex gap={8} wrap>
          {live && <Button onClick={() => setDoing('cancel')}>撤销公示</Button>}
          {live && <Button onClick={() => setDoing('objection')}>登记异议</Button>}
          <Button onClick={() => setDoing('notice')}>公示文稿</Button>
          {live && (
            <Button type="primary" disabled={state !== 'closed'} onClick={() => setDoing('confirm')}>
              确定创建名单
            </Button>
          )}
        </Flex>
      </Flex>
      {live && <p className="publicity-note">{publicityNote(publicity)}</p>}
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
            children: <ObjectionsTable objections={publicity.objections} />,
          },
        ]}
      />
      {doing === 'notice' && <PaperPreview refs={notice} onClose={close} />}
      {doing === 'objection' && <AddObjectionModal publicity={publicity} onClose={close} />}
      {doing === 'cancel' && <CancelPublicityModal publicity={publicity} onClose={close} />}
      {doing === 'confirm' && <ConfirmRosterModal publicity={publicity} onClose={close} />}
    </section>
  );
}
