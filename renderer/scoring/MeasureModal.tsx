import { Form, Input, Modal, Select } from 'antd';
import type { Problem } from '../../db/model/problems.ts';
import { MeasureInput } from '../../db/model/scoring/measures.ts';
import { keysOf, TASK_CATEGORIES } from '../../db/model/terms.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { zodRule } from '../shared/zodRule.ts';

interface Props {
  readonly measure: MeasureInput;
  readonly isNew: boolean;
  readonly running: boolean;
  readonly problems: readonly Problem[];
  readonly onDone: (measure: MeasureInput) => void;
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
export function MeasureModal({ measure, isNew, running, problems, onDone, onClose }: Props) {
  const [form] = Form.useForm<MeasureInput>();
  useCommand('save', () => form.submit());
  return (
    <Modal
      open
      title={isNew ? '增加措施' : '修改措施'}
      okText="确定"
      cancelText="取消"
      confirmLoading={running}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={(opened) => opened && form.focusField('itemCode')}
    >
      <ProblemList problems={problems} title="没有保存" />
      <Form
        form={form}
        layout="vertical"
        initialValues={measure}
        onKeyDown={enterMoves}
        onFinish={(values) => onDone(MeasureInput.parse(values))}
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
      </Form>
    </Modal>
  );
}
