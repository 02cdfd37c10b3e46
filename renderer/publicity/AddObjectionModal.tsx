import type { PublicityView } from '../../db/model/contract/publicity.ts';
import { client } from '../api.ts';
import { NewObjectionModal } from '../shared/NewObjectionModal.tsx';

interface Props {
  readonly publicity: PublicityView;
  readonly onClose: () => void;
}

/** Records an objection against a published list. */
export const AddObjectionModal = ({ publicity, onClose }: Props) => (
  <NewObjectionModal
    title="登记异议"
    name="objection"
    dayLabel="收到日期"
    workshops={publicity.entries.filter((one) => one.departure === null)}
    asksObjector
    record={(objection) => client.publicity.addObjection({ publicityId: publicity.id, ...objection })}
    onClose={onClose}
  />
);
