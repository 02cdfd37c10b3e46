import { Alert, Form, Input, Modal, Radio } from 'antd';
import type { ObjectionView } from '../../db/model/contract/publicity.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { keysOf, OBJECTION_OUTCOMES, type ObjectionOutcome } from '../../db/model/terms.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { focusFirstField } from '../shared/focusFirstField.ts';
import { DateInput } from '../shared/inputs.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';

interface Props {
  readonly objection: ObjectionView;
  readonly onClose: () => void;
}

interface Fields {
  readonly outcome: ObjectionOutcome;
  readonly handling: string;
  readonly settledOn: IsoDate;
}

const OUTCOMES = keysOf(OBJECTION_OUTCOMES).map((value) => ({ value, label: OBJECTION_OUTCOMES[value] }));

/** Closes an objection with its outcome; an upheld one takes its workshop off the list. */
export function SettleObjectionModal({ objection, onClose }: Props) {
  const { today } = useOffice();
  const [form] = Form.useForm<Fields>();
  const upheld = Form.useWatch('outcome', form) === 'upheld';
  const act = useAct(client.publicity.settleObjection);
  const save = async (fields: Fields): Promise<void> => {
    const result = await act.run({ objectionId: objection.id, ...fields, handling: fields.handling.trim() });
    if (result.ok) onClose();
  };
  useCommand('save', () => form.submit());
  return (
    <Modal
      open
      title="处理异议"
      okText="登记处理结果"
      cancelText="取消"
      confirmLoading={act.running}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={focusFirstField}
    >
      <ProblemList problems={act.problems} title="没有登记" />
      <p className="objection-content">{objection.content}</p>
      <Form
        form={form}
        name="settle"
        layout="vertical"
        onKeyDown={enterMoves}
        initialValues={{ settledOn: today }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item name="outcome" label="核查结论" rules={[{ required: true, message: '请选核查结论' }]}>
          <Radio.Group options={OUTCOMES} />
        </Form.Item>
        {upheld && objection.workshopName !== '' && (
          <Alert
            className="page-message"
            type="warning"
            showIcon
            title={`“${objection.workshopName}”将从公示名单中取消，名额空出，公示记录保留。`}
          />
        )}
        <Form.Item
          name="handling"
          label="核查处理情况"
          rules={[{ required: true, whitespace: true, message: '请写明核查处理情况' }]}
        >
          <Input.TextArea rows={4} maxLength={300} showCount />
        </Form.Item>
        <Form.Item name="settledOn" label="处理日期" rules={[{ required: true, message: '请填处理日期' }]}>
          <DateInput />
        </Form.Item>
      </Form>
    </Modal>
  );
}
