import { AutoComplete, Form, Input } from 'antd';
import type { RectificationView } from '../../db/model/contract/results.ts';
import type { RectificationDone } from '../../db/model/results.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { useStaffNames } from '../selection/useStaffNames.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';

interface Props {
  readonly rectification: RectificationView;
  readonly onClose: () => void;
}

/** 整改完成: seen by whom, and when. */
export function DoneModal({ rectification, onClose }: Props) {
  const { today } = useOffice();
  const people = useStaffNames('assessor');
  const [form] = Form.useForm<RectificationDone>();
  const act = useAct(client.results.closeDemand);
  const save = async (done: RectificationDone): Promise<void> => {
    if ((await act.run({ id: rectification.id, done })).ok) onClose();
  };
  return (
    <FormModal<RectificationDone>
      title={`整改完成：${rectification.workshopName}`}
      okText="登记完成"
      refusedTitle="没有登记"
      form={form}
      name="done"
      initialValues={{ doneOn: today, checkedBy: '', note: '' }}
      act={act}
      focus="checkedBy"
      intro={<p className="typed-lines">{rectification.demands}</p>}
      onSave={save}
      onClose={onClose}
    >
      <div className="two-columns">
        <Form.Item name="doneOn" label="完成日期" rules={[{ required: true, message: '请填完成日期' }]}>
          <DateInput />
        </Form.Item>
        <Form.Item
          name="checkedBy"
          label="核查人"
          rules={[{ required: true, whitespace: true, message: '请填核查人' }]}
        >
          <AutoComplete options={people.map((value) => ({ value }))} maxLength={40} />
        </Form.Item>
      </div>
      <Form.Item name="note" label="核查情况">
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </FormModal>
  );
}
