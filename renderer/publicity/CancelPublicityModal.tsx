import type { PublicityView } from '../../db/model/contract/publicity.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { ReasonModal } from '../shared/ReasonModal.tsx';
import { periodText } from './publicityText.ts';

interface Props {
  readonly publicity: PublicityView;
  readonly onClose: () => void;
}

/** Calls a publicity off, with a trace. */
export function CancelPublicityModal({ publicity, onClose }: Props) {
  const act = useAct(client.publicity.cancel);
  const save = async (reason: string): Promise<void> => {
    const result = await act.run({ publicityId: publicity.id, reason });
    if (result.ok) onClose();
  };
  return (
    <ReasonModal
      open
      title="撤销公示"
      okText="撤销公示"
      running={act.running}
      problems={act.problems}
      maxLength={300}
      onReason={(reason) => void save(reason)}
      onClose={onClose}
    >
      <p>{periodText(publicity)}的公示将作废并留下记录，名单内的小作坊回到待公示，可以重新发布。</p>
    </ReasonModal>
  );
}
