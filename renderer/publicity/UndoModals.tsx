import type { ObjectionView, PublicityView, RosterView } from '../../db/model/contract/publicity.ts';
import { client, useAct } from '../api.ts';
import { ReasonModal } from '../shared/ReasonModal.tsx';
import { periodText } from './publicityText.ts';

interface Closing {
  readonly onClose: () => void;
}

/** Brings a cancelled publicity back. */
export function RestoreModal({ publicity, onClose }: Closing & { readonly publicity: PublicityView }) {
  const act = useAct(client.publicity.restore);
  const save = async (reason: string): Promise<void> => {
    if ((await act.run({ publicityId: publicity.id, reason })).ok) onClose();
  };
  return (
    <ReasonModal
      open
      title="恢复公示"
      okText="恢复公示"
      running={act.running}
      problems={act.problems}
      onReason={(reason) => void save(reason)}
      onClose={onClose}
    >
      <p>{periodText(publicity)}的公示重新有效。名单内有小作坊已另行公示或取消入选的，不能恢复。</p>
    </ReasonModal>
  );
}

/** Takes the settlement of an objection back. */
export function ReopenModal({ objection, onClose }: Closing & { readonly objection: ObjectionView }) {
  const act = useAct(client.publicity.reopenObjection);
  const save = async (reason: string): Promise<void> => {
    if ((await act.run({ objectionId: objection.id, reason })).ok) onClose();
  };
  return (
    <ReasonModal
      open
      title="撤回处理结果"
      okText="撤回处理结果"
      running={act.running}
      problems={act.problems}
      onReason={(reason) => void save(reason)}
      onClose={onClose}
    >
      <p>异议回到“待处理”，需要重新登记处理结果；因异议取消的小作坊随即恢复在公示名单上。</p>
    </ReasonModal>
  );
}

/** Deletes an objection that was recorded by mistake. */
export function DiscardModal({ objection, onClose }: Closing & { readonly objection: ObjectionView }) {
  const act = useAct(client.publicity.discardObjection);
  const save = async (reason: string): Promise<void> => {
    if ((await act.run({ objectionId: objection.id, reason })).ok) onClose();
  };
  return (
    <ReasonModal
      open
      title="删除误登的异议"
      okText="删除异议"
      running={act.running}
      problems={act.problems}
      onReason={(reason) => void save(reason)}
      onClose={onClose}
    >
      <p>只用于重复或误登的情况。异议人撤回的，请按“异议人撤回”处理。操作记录会保留。</p>
    </ReasonModal>
  );
}

/** Takes the confirmation of a 创建名单 back. */
export function UndoRosterModal({ roster, onClose }: Closing & { readonly roster: RosterView }) {
  const act = useAct(client.publicity.undoRoster);
  const save = async (reason: string): Promise<void> => {
    if ((await act.run({ rosterId: roster.id, reason })).ok) onClose();
  };
  return (
    <ReasonModal
      open
      title="撤销确定名单"
      okText="撤销确定名单"
      running={act.running}
      problems={act.problems}
      onReason={(reason) => void save(reason)}
      onClose={onClose}
    >
      <p>名单回到“公示期满待确定”，可以补登异议后重新确定。已报送或已编制方案的名单不能撤销。</p>
    </ReasonModal>
  );
}
