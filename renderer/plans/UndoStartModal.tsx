import type { PlanId } from '../../db/model/ids.ts';
import { client } from '../api.ts';
import { ReasonAct } from '../shared/ReasonAct.tsx';

interface Props {
  readonly planId: PlanId;
  readonly onClose: () => void;
}

/** Takes the start of the works back, from the plan or from its works. */
export function UndoStartModal({ planId, onClose }: Props) {
  return (
    <ReasonAct
      title="撤销开工登记"
      okText="撤销开工"
      call={(reason) => client.plans.undoStartWorks({ planId, reason })}
      onClose={onClose}
    >
      <p>撤销后方案回到“已签批”，可以重新登记开工。已登记改造进度的，请先撤销进度。</p>
    </ReasonAct>
  );
}
