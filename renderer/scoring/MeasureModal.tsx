import { Form, Input, Select } from 'antd';
import { MeasureInput } from '../../db/model/scoring/measures.ts';
import { keysOf, TASK_CATEGORIES } from '../../db/model/terms.ts';
import { type ActState, FormModal } from '../shared/FormModal.tsx';
import { zodRule } from '../shared/zodRule.ts';

interface Props {
  readonly measure: MeasureInput;
  readonly isNew: boolean;
  readonly act: ActState;
  readonly onDone: (measure: MeasureInput) => Promise<void>;
  readonly onClose: () => void;
}

export const NEW_MEASURE: MeasureInput = {
  itemCode: '',
  category: 'hygiene',
  problem: '',
  measure: '',
  standard: '',
};

const { shape } = MeasureInput;

const LONG = [
  { name: 'problem', label: '存在问题' },
  { name: 'measure', label: '改造任务' },
  { name: 'standard', label: '提升标准' },
] as const;

/** One measure of the library. */
export function MeasureModal({ measure, isNew, act, onDone, onClose }: Props) {
  const [form] = Form.useForm<MeasureInput>();
  return (
    <FormModal<MeasureInput>
      title={isNew ? '增加措施' : '修改措施'}
      okText="确定"
      refusedTitle="没有保存"
      form={form}
      name="measure"
      initialValues={measure}
      act={act}
      focus="itemCode"
      onSave={(values) => onDone(MeasureInput.parse(values))}
      onClose={onClose}
    >
      <Form.Item
        name="itemCode"
        label="评分项编号"
        extra="与评分表中的编号一致，如1.2"
        rules={[zodRule(shape.itemCode, '评分项编号')]}
      >
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="category" label="类别">
        <Select
          options={keysOf(TASK_CATEGORIES).map((value) => ({ value, label: TASK_CATEGORIES[value] }))}
        />
      </Form.Item>
      {LONG.map(({ name, label }) => (
        <Form.Item key={name} name={name} label={label} rules={[zodRule(shape[name], label)]}>
          <Input.TextArea rows={2} maxLength={name === 'standard' ? 460 : 500} />
        </Form.Item>
      ))}
    </FormModal>
  );
}
