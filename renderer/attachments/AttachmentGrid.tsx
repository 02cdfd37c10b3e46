import { Image } from 'antd';
import type { AttachmentView } from '../../db/model/contract/attachments.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { AttachmentCard } from './AttachmentCard.tsx';
import { EditAttachmentModal } from './EditAttachmentModal.tsx';
import { useCardActions } from './useCardActions.ts';
import './attachments.css';

interface Props {
  readonly attachments: readonly AttachmentView[];
  readonly readOnly?: boolean;
}

/** Attachments as small pictures; the viewer walks through all photos of the grid. */
export function AttachmentGrid({ attachments, readOnly = false }: Props) {
  const { actions, editing, endEditing, problems, clear } = useCardActions();
  return (
    <>
      <ProblemList problems={problems} title="没有办成" onClose={clear} />
      <Image.PreviewGroup>
        <ul className="attachments">
          {attachments.map((one) => (
            <AttachmentCard key={one.id} attachment={one} actions={actions} readOnly={readOnly} />
          ))}
        </ul>
      </Image.PreviewGroup>
      {editing && <EditAttachmentModal attachment={editing} onClose={endEditing} />}
    </>
  );
}
