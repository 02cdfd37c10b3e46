import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { WritingId } from '../../db/model/ids.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { ReasonModal } from '../shared/ReasonModal.tsx';
import { useUndoMessage } from '../shared/useUndoMessage.tsx';

/** Moves a text into 回收站, with 撤销. */
export function RemoveWriting({ id, title }: { readonly id: WritingId; readonly title: string }) {
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const removed = useUndoMessage();
  const act = useAct(client.writings.remove, { refresh: false });
  const remove = async (reason: string): Promise<void> => {
    const result = await act.run({ id, reason });
    if (!result.ok) return;
    removed('已移入回收站', () => client.recycle.restore({ kind: 'writing', id: result.value.binId }));
    void navigate('/summary');
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>移入回收站…</Button>
      <ReasonModal
        open={asking}
        title={`移入回收站：《${title}》`}
        okText="移入回收站"
        running={act.running}
        problems={act.problems}
        onReason={(reason) => void remove(reason)}
        onClose={() => setAsking(false)}
      >
        <p>可在“小作坊”页的回收站中恢复，也可以按记录重新生成。</p>
      </ReasonModal>
    </>
  );
}
