import type { IsoDate } from '../../db/model/dates.ts';
import type { PlanId } from '../../db/model/ids.ts';
import { StartWorksModal } from './StartWorksModal.tsx';
import { UndoStartModal } from './UndoStartModal.tsx';

interface Props {
  readonly kind: 'start' | 'undoStart';
  readonly planId: PlanId;
  readonly startedOn: IsoDate | null;
  readonly onClose: () => void;
}

/** 登记开工, or taking it back: over the plan and over its works. */
export const StartDialog = ({ kind, planId, startedOn, onClose }: Props) =>
  kind === 'start' ? (
    <StartWorksModal planId={planId} startedOn={startedOn} onClose={onClose} />
  ) : (
    <UndoStartModal planId={planId} onClose={onClose} />
  );
