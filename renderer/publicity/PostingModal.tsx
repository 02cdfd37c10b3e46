import { AutoComplete, Form, Input, Modal } from 'antd';
import type { PublicityView } from '../../db/model/contract/publicity.ts';
import { client, useAct } from '../api.ts';
import { useStaffNames } from '../selection/useStaffNames.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { focusFirstField } from '../shared/focusFirstField.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';

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
  useCommand('save', () => form.submit());
  return (
    <Modal
      open
      title="登记发布情况"
      okText="保存"
      cancelText="取消"
      confirmLoading={act.running}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={focusFirstField}
    >
      <ProblemList problems={act.problems} title="没有保存" />
      <p>发布位置：{publicity.place}。张贴照片或网页截图请加在“发布凭证”中。</p>
      <Form
        form={form}
        name="posting"
        layout="vertical"
        onKeyDown={enterMoves}
        initialValues={{ postedBy: publicity.postedBy, postedNote: publicity.postedNote }}
        onFinish={(fields) => void save(fields)}
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
      </Form>
    </Modal>
  );
}
