import { Form, Input } from 'antd';
import type { WorkshopRow } from '../../db/model/contract/workshops.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';

interface Props {
  readonly row: Pick<WorkshopRow, 'applicationId' | 'name'>;
  readonly onClose: () => void;
}

interface Fields {
  readonly on: IsoDate;
  readonly reason: string;
}

/** The owner gives the campaign up. */
export function WithdrawModal({ row, onClose }: Props) {
  const { today } = useOffice();
  const [form] = Form.useForm<Fields>();
  const act = useAct(client.workshops.withdraw);
  const save = async ({ on, reason }: Fields): Promise<void> => {
    const result = await act.run({ applicationId: row.applicationId, on, reason: reason.trim() });
    if (result.ok) onClose();
  };
  return (
    <FormModal<Fields>
      title={`登记退出：${row.name}`}
      okText="登记退出"
      refusedTitle="没有登记"
      form={form}
      name="withdraw"
      initialValues={{ on: today, reason: '' }}
      act={act}
      intro={<p>退出后不再占用名额，材料全部保留，可以随时撤销退出。</p>}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="on" label="退出日期" rules={[{ required: true, message: '请填退出日期' }]}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="reason"
        label="退出原因"
        rules={[{ required: true, whitespace: true, message: '请写明退出原因' }]}
      >
        <Input.TextArea rows={3} maxLength={200} showCount />
      </Form.Item>
    </FormModal>
  );
}
