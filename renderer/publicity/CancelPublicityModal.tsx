import type { PublicityView } from '../../db/model/contract/publicity.ts';
import { client } from '../api.ts';
import { ReasonAct } from '../shared/ReasonAct.tsx';
import { periodText } from './publicityText.ts';

interface Props {
  readonly publicity: PublicityView;
  readonly onClose: () => void;
}

/** Calls a publicity off, with a trace. */
export const CancelPublicityModal = ({ publicity, onClose }: Props) => (
  <ReasonAct
    title="撤销公示"
    okText="撤销公示"
    maxLength={300}
    call={(reason) => client.publicity.cancel({ publicityId: publicity.id, reason })}
    onClose={onClose}
  >
    <p>{periodText(publicity)}的公示将作废并留下记录，名单内的小作坊回到待公示，可以重新发布。</p>
  </ReasonAct>
);
