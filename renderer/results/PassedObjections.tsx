import { Button, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { OutsideEventView, PassedObjectionView } from '../../db/model/contract/results.ts';
import { OBJECTION_OUTCOMES } from '../../db/model/terms.ts';
import { client } from '../api.ts';
import { NewObjectionModal } from '../shared/NewObjectionModal.tsx';
import { ObjectionOutcomeModal } from '../shared/ObjectionOutcomeModal.tsx';
import { useUndoMessage } from '../shared/useUndoMessage.tsx';
import { useReasonDialog } from './useReasonDialog.tsx';

interface AddProps {
  readonly event: OutsideEventView;
  readonly onClose: () => void;
}

/** 登记转来的异议: sealed, never printed. */
export const AddPassedModal = ({ event, onClose }: AddProps) => (
  <NewObjectionModal
    title="登记转来的异议"
    name="passed"
    dayLabel="转来日期"
    workshops={event.workshops}
    asksObjector={false}
    contentHint="加密保存，不在任何材料上出现；不要写反映人姓名和联系方式。"
    record={({ workshopId, receivedOn, content }) =>
      client.results.addObjection({ eventId: event.id, workshopId, receivedOn, content })
    }
    onClose={onClose}
  />
);

/** The objections to a 验收结果公示 that were passed on to this office. */
export function PassedObjections({ objections }: { readonly objections: readonly PassedObjectionView[] }) {
  const reason = useReasonDialog();
  const undo = useUndoMessage();
  const [settling, setSettling] = useState<PassedObjectionView>();
  const reopen = (one: PassedObjectionView): void =>
    reason.ask({
      title: '撤回处理结果',
      okText: '撤回处理结果',
      text: '异议回到“待处理”，需要重新登记处理结果。',
      run: (why) => client.results.reopenObjection({ id: one.id, reason: why }),
    });
  const discard = (one: PassedObjectionView): void => {
    let binId = '';
    reason.ask({
      title: '移除误登的异议',
      okText: '移入回收站',
      text: '只用于重复或误登的情况，可以从回收站恢复。',
      run: async (why) => {
        binId = (await client.results.discardObjection({ id: one.id, reason: why })).binId;
      },
      onDone: () =>
        undo('异议已移入回收站', () => client.recycle.restore({ kind: 'passedObjection', id: binId })),
    });
  };
  const columns: ColumnsType<PassedObjectionView> = [
    { title: '转来日期', width: 110, dataIndex: 'receivedOn' },
    { title: '针对', width: 170, dataIndex: 'workshopName', ellipsis: true },
    { title: '内容', dataIndex: 'content' },
    {
      title: '处理',
      width: 280,
      render: (_, one) =>
        one.outcome === null
          ? '待处理'
          : `${one.settledOn}，${OBJECTION_OUTCOMES[one.outcome]}：${one.handling}`,
    },
    {
      title: '办理',
      width: 160,
      render: (_, one) =>
        one.outcome === null ? (
          <div className="result-actions">
            <Button size="small" type="primary" onClick={() => setSettling(one)}>
              处理…
            </Button>
            <Button size="small" onClick={() => discard(one)}>
              误登…
            </Button>
          </div>
        ) : (
          <Button size="small" onClick={() => reopen(one)}>
            撤回处理…
          </Button>
        ),
    },
  ];
  return (
    <>
      <Table<PassedObjectionView>
        size="small"
        dataSource={[...objections]}
        rowKey="id"
        columns={columns}
        pagination={false}
      />
      {settling && (
        <ObjectionOutcomeModal
          content={settling.content}
          settle={(settlement) => client.results.settleObjection({ id: settling.id, ...settlement })}
          ifUpheld={<p className="quiet">该小作坊的推荐需要复核，请到“推荐名单”撤回或维持。</p>}
          onClose={() => setSettling(undefined)}
        />
      )}
      {reason.dialog}
    </>
  );
}
