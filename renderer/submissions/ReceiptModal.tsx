import { Form, Input } from 'antd';
import { ReceiptInput, type SubmissionView } from '../../db/model/contract/packages.ts';
import { IsoDate } from '../../db/model/dates.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';

interface Fields {
  readonly receivedOn: string | null;
  readonly receivedBy: string;
  readonly note: string;
}

interface Props {
  readonly submission: SubmissionView;
  readonly onClose: () => void;
}

/** Records who took a package in, and when. */
export function ReceiptModal({ submission, onClose }: Props) {
  const [form] = Form.useForm<Fields>();
  const { today } = useOffice();
  const act = useAct(client.packages.recordReceipt);
  const save = async (fields: Fields): Promise<void> => {
    const receipt = ReceiptInput.safeParse(fields);
    if (!receipt.success) return;
    const result = await act.run({ submissionId: submission.id, receipt: receipt.data });
    if (result.ok) onClose();
  };
  return (
    <FormModal<Fields>
      title="登记回执"
      okText="登记"
      refusedTitle="没有登记"
      form={form}
      name="receipt"
      initialValues={{ receivedOn: IsoDate.parse(today), receivedBy: '', note: '' }}
      act={act}
      focus="receivedBy"
      intro={<p>{submission.folderName}</p>}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="receivedOn" label="接收日期" rules={[{ required: true, message: '请填写接收日期' }]}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="receivedBy"
        label="接收人"
        rules={[{ required: true, whitespace: true, message: '请填写接收人' }]}
      >
        <Input maxLength={40} placeholder="照报送清单上的接收人签字" />
      </Form.Item>
      <Form.Item name="note" label="备注">
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </FormModal>
  );
}
