import { Form, Input, InputNumber } from 'antd';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { FormModal } from '../shared/FormModal.tsx';

interface Props {
  readonly quota: number;
  readonly onClose: () => void;
}

interface Fields {
  readonly quota: number;
  readonly reason: string;
}

/** Changes the year's quota; the reason goes into the records. */
export function QuotaModal({ quota, onClose }: Props) {
  const [form] = Form.useForm<Fields>();
  const act = useAct(client.selection.raiseQuota);
  const save = async ({ quota: changed, reason }: Fields): Promise<void> => {
    const result = await act.run({ quota: changed, reason: reason.trim() });
    if (result.ok) onClose();
  };
  return (
    <FormModal<Fields>
      title="调整名额"
      okText="保存"
      refusedTitle="名额没有调整"
      form={form}
      name="quota"
      initialValues={{ quota, reason: '' }}
      act={act}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="quota" label="本年度创建名额" rules={[{ required: true }]}>
        <InputNumber className="full-width" min={0} max={9999} precision={0} suffix="家" />
      </Form.Item>
      <Form.Item
        name="reason"
        label="调整原因"
        rules={[{ required: true, whitespace: true, message: '请写明调整原因，如市局调整名额的通知' }]}
      >
        <Input.TextArea rows={3} maxLength={200} showCount />
      </Form.Item>
    </FormModal>
  );
}
