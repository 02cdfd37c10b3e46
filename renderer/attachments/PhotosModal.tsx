import { Modal } from 'antd';
import type { ComponentProps } from 'react';
import { AttachmentPanel } from './AttachmentPanel.tsx';

interface Props extends ComponentProps<typeof AttachmentPanel> {
  readonly title: string;
  /** What the photos are of. */
  readonly text: string;
  readonly onClose: () => void;
}

/** The photos of one line of a table: seen, added, removed. */
export const PhotosModal = ({ title, text, onClose, ...panel }: Props) => (
  <Modal open width={860} title={`照片：${title}`} footer={null} onCancel={onClose}>
    <p>{text}</p>
    <AttachmentPanel {...panel} />
  </Modal>
);
