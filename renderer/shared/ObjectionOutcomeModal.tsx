import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { IsoDate } from '../../db/model/dates.ts';
import { keysOf, OBJECTION_OUTCOMES, type ObjectionOutcome } from '../../db/model/terms.ts';
import { useAct } from '../act.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from './FormModal.tsx';
import { DateInput } from './inputs.tsx';

interface ObjectionSettlement {
  readonly outcome: ObjectionOutcome;
  readonly handling: string;
  readonly settledOn: IsoDate;
}

const OUTCOMES = keysOf(OBJECTION_OUTCOMES).map((value) => ({ value, label: OBJECTION_OUTCOMES[value] }));

interface Props {
  readonly content: string;
  readonly settle: (settlement: ObjectionSettlement) => Promise<unknown>;
  /** What an upheld objection brings about. */
  readonly ifUpheld: ReactNode;
  readonly onClose: () => void;
}

/** 处理异议: how it was looked into and what it came to, of a 公示 of this office or of another's. */
export function ObjectionOutcomeModal({ content, settle, ifUpheld, onClose }: Props) {
  const { today } = useOffice();
  const [form] = Form.useForm<ObjectionSettlement>();
  const upheld = Form.useWatch('outcome', form) === 'upheld';
  const act = useAct(settle);
  const save = async (fields: ObjectionSettlement): Promise<void> => {
    if ((await act.run({ ...fields, handling: fields.handling.trim() })).ok) onClose();
  };
  return (
    <FormModal<ObjectionSettlement>
      title="处理异议"
      okText="登记处理结果"
      refusedTitle="没有登记"
      form={form}
      name="settle"
      initialValues={{ settledOn: today }}
      act={act}
      intro={<p className="typed-lines">{content}</p>}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="outcome" label="核查结论" rules={[{ required: true, message: '请选核查结论' }]}>
        <Radio.Group options={OUTCOMES} />
      </Form.Item>
      {upheld && ifUpheld}
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
    </FormModal>
  );
}
