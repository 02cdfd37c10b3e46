import { Form, Input, Select } from 'antd';
import { ATTACHMENT_ROLES, type AttachmentRole, AttachmentTitle } from '../../db/model/attachments.ts';
import type { AttachmentView } from '../../db/model/contract/attachments.ts';
import { keysOf } from '../../db/model/terms.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { zodRule } from '../shared/zodRule.ts';

interface Props {
  readonly attachment: AttachmentView;
  readonly onClose: () => void;
}

interface Fields {
  readonly title: string;
  readonly role: AttachmentRole;
}

const ROLES = keysOf(ATTACHMENT_ROLES).map((value) => ({ value, label: ATTACHMENT_ROLES[value] }));

/** Another name for an attachment, or another thing it shows. */
export function EditAttachmentModal({ attachment, onClose }: Props) {
  const [form] = Form.useForm<Fields>();
  const act = useAct(client.attachments.edit);
  const save = async ({ title, role }: Fields) => {
    const done = await act.run({ id: attachment.id, title: title.trim(), role });
    if (done.ok) onClose();
  };
  return (
    <FormModal<Fields>
      title="附件名称和类别"
      okText="保存"
      refusedTitle="没有保存"
      form={form}
      name="attachment"
      initialValues={{ title: attachment.title, role: attachment.role }}
      act={act}
      focus="title"
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="title" label="名称" rules={[zodRule(AttachmentTitle, '名称')]}>
        <Input maxLength={80} onPressEnter={() => form.submit()} />
      </Form.Item>
      <Form.Item name="role" label="类别">
        <Select options={ROLES} />
      </Form.Item>
    </FormModal>
  );
}
