import { AutoComplete, Form, Input, Modal } from 'antd';
import type { RectificationView } from '../../db/model/contract/results.ts';
import type { RectificationDone } from '../../db/model/results.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { useStaffNames } from '../selection/useStaffNames.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { DateInput } from '../shared/inputs.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';

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
  useCommand('save', () => form.submit());
  return (
    <Modal
      open
      title={`整改完成：${rectification.workshopName}`}
      okText="登记完成"
      cancelText="取消"
      confirmLoading={act.running}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={(opened) => opened && form.focusField('checkedBy')}
    >
      <ProblemList problems={act.problems} title="没有登记" />
      <p className="typed-lines">{rectification.demands}</p>
      <Form<RectificationDone>
        form={form}
        name="done"
        layout="vertical"
        onKeyDown={enterMoves}
        initialValues={{ doneOn: today, checkedBy: '', note: '' }}
        onFinish={(fields) => void save(fields)}
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
      </Form>
    </Modal>
  );
}
