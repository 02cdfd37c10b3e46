import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { ATTACHMENT_ROLES, type AttachmentRole } from '../../db/model/attachments.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import { desk } from '../desk.ts';

interface Props {
  readonly roles: readonly AttachmentRole[];
  readonly disabled: boolean;
  readonly onPicked: (files: readonly PickedPath[], role: AttachmentRole) => void;
}

const labelOf = (role: AttachmentRole): string =>
  role === '' ? '添加附件' : `添加${ATTACHMENT_ROLES[role]}`;

/** One button for each thing a file may show; several files can be picked at once. */
export function AddButtons({ roles, disabled, onPicked }: Props) {
  const pick = async (role: AttachmentRole) => {
    const files = await desk.pickFiles({ purpose: 'attachment' });
    if (files.length > 0) onPicked(files, role);
  };
  return (
    <Flex gap={8} wrap>
      {roles.map((role) => (
        <Button key={role} icon={<PlusOutlined />} disabled={disabled} onClick={() => void pick(role)}>
          {labelOf(role)}
        </Button>
      ))}
    </Flex>
  );
}
