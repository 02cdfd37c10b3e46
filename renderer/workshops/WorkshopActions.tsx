import { useQuery } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { WorkshopPage } from '../../db/model/contract/workshops.ts';
import { api, client, useAct } from '../api.ts';
import { WithdrawModal } from '../selection/WithdrawModal.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ReasonModal } from '../shared/ReasonModal.tsx';
import { useUndoMessage } from '../shared/useUndoMessage.tsx';

type Asking = 'withdraw' | 'remove';

/** What is seldom done to a workshop: 退出, its undoing, 移入回收站 or, known from other years, undoing 再次申请. */
export function WorkshopActions({ page }: { readonly page: WorkshopPage }) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const undoable = useUndoMessage();
  const [asking, setAsking] = useState<Asking | null>(null);
  const undo = useAct(client.workshops.undoWithdraw);
  const remove = useAct(client.workshops.remove);
  const undoReapply = useAct(client.years.undoReapply);
  const { applicationId, workshopId } = page;
  const others = useQuery(api.years.otherYears.queryOptions({ input: { workshopId } }));

  const close = () => {
    setAsking(null);
    remove.clear();
  };
  const doRemove = async (reason: string) => {
    if (!(await remove.run({ workshopId, reason })).ok) return;
    undoable(`“${page.workshop.name}”已移入回收站`, () => client.workshops.restore({ workshopId }));
    void navigate('/workshops');
  };
  const doUndoReapply = async () => {
    if (!(await undoReapply.run({ workshopId })).ok) return;
    undoable(`已撤销“${page.workshop.name}”本年度的申请`, () =>
      client.years.reapply({ workshopIds: [workshopId] }),
    );
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
    (others.data?.length ?? 0) > 0
      ? { key: 'undoReapply', label: '撤销本年度申请', onClick: () => void doUndoReapply() }
      : { key: 'remove', label: '移入回收站…', onClick: () => setAsking('remove') },
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button>更多</Button>
      </Dropdown>
      <ProblemList problems={undo.problems} title="没有撤销" onClose={undo.clear} />
      <ProblemList problems={undoReapply.problems} title="没有撤销" onClose={undoReapply.clear} />
      {asking === 'withdraw' && (
        <WithdrawModal row={{ applicationId, name: page.workshop.name }} onClose={close} />
      )}
      <ReasonModal
        open={asking === 'remove'}
        title={`把“${page.workshop.name}”移入回收站`}
        okText="移入回收站"
        running={remove.running}
        problems={remove.problems}
        onReason={(reason) => void doRemove(reason)}
        onClose={close}
      >
        <p>移入后不再出现在各列表中，可以从回收站恢复。</p>
      </ReasonModal>
    </>
  );
}
