import type { ObjectionView, PublicityView, RosterView } from '../../db/model/contract/publicity.ts';
import { client } from '../api.ts';
import { ReasonAct } from '../shared/ReasonAct.tsx';
import { periodText } from './publicityText.ts';

interface Closing {
  readonly onClose: () => void;
}

/** Brings a cancelled publicity back. */
export function RestoreModal({ publicity, onClose }: Closing & { readonly publicity: PublicityView }) {
  return (
    <ReasonAct
      title="恢复公示"
      okText="恢复公示"
      call={(reason) => client.publicity.restore({ publicityId: publicity.id, reason })}
      onClose={onClose}
    >
      <p>{periodText(publicity)}的公示重新有效。名单内有小作坊已另行公示或取消入选的，不能恢复。</p>
    </ReasonAct>
  );
}

/** Takes the settlement of an objection back. */
export function ReopenModal({ objection, onClose }: Closing & { readonly objection: ObjectionView }) {
  return (
    <ReasonAct
      title="撤回处理结果"
      okText="撤回处理结果"
      call={(reason) => client.publicity.reopenObjection({ objectionId: objection.id, reason })}
      onClose={onClose}
    >
      <p>异议回到“待处理”，需要重新登记处理结果；因异议取消的小作坊随即恢复在公示名单上。</p>
    </ReasonAct>
  );
}

/** An objection that was recorded by mistake goes to 回收站. */
export function DiscardModal({ objection, onClose }: Closing & { readonly objection: ObjectionView }) {
  return (
    <ReasonAct
      title="移除误登的异议"
      okText="移入回收站"
      call={(reason) => client.publicity.discardObjection({ objectionId: objection.id, reason })}
      onClose={onClose}
    >
      <p>只用于重复或误登的情况。异议人撤回的，请按“异议人撤回”处理。移入回收站后可以恢复。</p>
    </ReasonAct>
  );
}

/** Takes the confirmation of a 创建名单 back. */
export function UndoRosterModal({ roster, onClose }: Closing & { readonly roster: RosterView }) {
  return (
    <ReasonAct
      title="撤销确定名单"
      okText="撤销确定名单"
      call={(reason) => client.publicity.undoRoster({ rosterId: roster.id, reason })}
      onClose={onClose}
    >
      <p>
        名单回到“公示期满待确定”，可以补登异议后重新确定。已报送，或者已有方案、评分、处理结果的名单不能撤销。
      </p>
    </ReasonAct>
  );
}
