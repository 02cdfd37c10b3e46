import { useQuery } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { WorkshopPage } from '../../db/model/contract/workshops.ts';
import { api, client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { WithdrawModal } from '../selection/WithdrawModal.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ReasonModal } from '../shared/ReasonModal.tsx';
import { useUndoMessage } from '../shared/useUndoMessage.tsx';

type Asking = 'withdraw' | 'remove';

/** What is seldom done to a workshop: 退出, its undoing, 移入回收站. */
export function WorkshopActions({ page }: { readonly page: WorkshopPage }) {
  const { campaign } = useOffice();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const undoable = useUndoMessage();
  const [asking, setAsking] = useState<Asking | null>(null);
  const undo = useAct(client.workshops.undoWithdraw);
  const remove = useAct(client.workshops.remove);
  const { applicationId, workshopId } = page;
  const others = useQuery(api.years.otherYears.queryOptions({ input: { workshopId } }));
  const years = (others.data ?? []).map((one) => `${one.year}年度`).join('、');
  const title = years === '' ? page.workshop.name : `${page.workshop.name}（${campaign.year}年度申请）`;

  const close = () => {
    setAsking(null);
    remove.clear();
  };
  const doRemove = async (reason: string) => {
    const removed = await remove.run({ workshopId, reason });
    if (!removed.ok) return;
    const { kind, id } = removed.value;
    undoable(`“${title}”已移入回收站`, () => client.recycle.restore({ kind, id }));
    void navigate('/workshops');
  };
  const undoWithdraw = async () => {
    const done = await undo.run({ applicationId });
    if (done.ok) message.success('已撤销退出');
  };
  const items = [
    page.withdrawn
      ? { key: 'undo', label: '撤销退出', onClick: () => void undoWithdraw() }
      : { key: 'withdraw', label: '登记退出…', onClick: () => setAsking('withdraw') },
    { key: 'remove', label: '移入回收站…', onClick: () => setAsking('remove') },
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button>更多</Button>
      </Dropdown>
      <ProblemList problems={undo.problems} title="没有撤销" onClose={undo.clear} />
      {asking === 'withdraw' && (
        <WithdrawModal row={{ applicationId, name: page.workshop.name }} onClose={close} />
      )}
      <ReasonModal
        open={asking === 'remove'}
        title={`把“${title}”移入回收站`}
        okText="移入回收站"
        running={remove.running}
        problems={remove.problems}
        onReason={(reason) => void doRemove(reason)}
        onClose={close}
      >
        <p>
          移入后不再出现在本年度的各列表中，可以从回收站恢复。
          {years !== '' && `只移除本年度的申请和审核意见，${years}的记录不变。`}
        </p>
      </ReasonModal>
    </>
  );
}
