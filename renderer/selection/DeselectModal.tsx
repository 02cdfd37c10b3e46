import type { WorkshopRow } from '../../db/model/contract/workshops.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { ReasonModal } from '../shared/ReasonModal.tsx';
import { namesOf } from './board.ts';

interface Props {
  readonly rows: readonly WorkshopRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Takes a selection back; the places become free again. */
export function DeselectModal({ rows, onClose, onDone }: Props) {
  const act = useAct(client.selection.deselect);
  const save = async (reason: string): Promise<void> => {
    const result = await act.run({ applicationIds: rows.map((row) => row.applicationId), reason });
    if (result.ok) onDone();
  };
  return (
    <ReasonModal
      open
      title={`取消入选：${namesOf(rows)}`}
      okText="取消入选"
      running={act.running}
      problems={act.problems}
      maxLength={200}
      onReason={(reason) => void save(reason)}
      onClose={onClose}
    >
      <p>名额随即空出，申请和审核意见保留，以后仍可再次入选。</p>
    </ReasonModal>
  );
}
