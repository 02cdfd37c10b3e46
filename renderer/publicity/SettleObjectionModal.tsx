import { Alert } from 'antd';
import type { ObjectionView } from '../../db/model/contract/publicity.ts';
import { client } from '../api.ts';
import { ObjectionOutcomeModal } from '../shared/ObjectionOutcomeModal.tsx';

interface Props {
  readonly objection: ObjectionView;
  readonly onClose: () => void;
}

/** Closes an objection with its outcome; an upheld one takes its workshop off the list. */
export const SettleObjectionModal = ({ objection, onClose }: Props) => (
  <ObjectionOutcomeModal
    content={objection.content}
    settle={(settlement) => client.publicity.settleObjection({ objectionId: objection.id, ...settlement })}
    ifUpheld={
      objection.workshopName !== '' && (
        <Alert
          className="page-message"
          type="warning"
          showIcon
          title={`“${objection.workshopName}”将从公示名单中取消，名额空出，公示记录保留。`}
        />
      )
    }
    onClose={onClose}
  />
);
