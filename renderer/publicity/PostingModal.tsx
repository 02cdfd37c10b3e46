import { AutoComplete, Form, Input } from 'antd';
import type { PublicityView } from '../../db/model/contract/publicity.ts';
import { client, useAct } from '../api.ts';
import { useStaffNames } from '../selection/useStaffNames.ts';
import { FormModal } from '../shared/FormModal.tsx';

interface Fields {
  readonly postedBy: string;
  readonly postedNote: string;
}

interface Props {
  readonly publicity: PublicityView;
  readonly onClose: () => void;
}

/** 登记发布情况: who posted it and how; the picture is attached beside. */
export function PostingModal({ publicity, onClose }: Props) {
  const [form] = Form.useForm<Fields>();
  const act = useAct(client.publicity.recordPosting);
  const names = useStaffNames('clerk');
  const save = async (fields: Fields): Promise<void> => {
    const result = await act.run({ publicityId: publicity.id, ...fields });
    if (result.ok) onClose();
  };
  return (
    <FormModal<Fields>
      title="登记发布情况"
      okText="保存"
      refusedTitle="没有保存"
      form={form}
      name="posting"
      initialValues={{ postedBy: publicity.postedBy, postedNote: publicity.postedNote }}
      act={act}
      intro={<p>发布位置：{publicity.place}。张贴照片或网页截图请加在“发布凭证”中。</p>}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item
        name="postedBy"
        label="发布人"
        rules={[{ required: true, whitespace: true, message: '请填发布人' }]}
      >
        <AutoComplete options={names.map((value) => ({ value }))} placeholder="选择或输入姓名" />
      </Form.Item>
      <Form.Item
        name="postedNote"
        label="发布方式"
        extra="如 县政府网站“通知公告”栏目，同时在镇政府公告栏张贴"
      >
        <Input.TextArea rows={3} maxLength={300} showCount />
      </Form.Item>
    </FormModal>
  );
}
