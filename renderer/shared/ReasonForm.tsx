import { Form, type FormInstance, Input } from 'antd';
import { useId } from 'react';

interface FormProps {
  readonly form: FormInstance<{ reason: string }>;
  readonly label: string;
  readonly maxLength: number;
  readonly onReason: (reason: string) => void;
}

/** A page may hold several of these at once: the form's name keeps the fields' ids apart. */
export const ReasonForm = ({ form, label, maxLength, onReason }: FormProps) => (
  <Form form={form} name={useId()} layout="vertical" onFinish={({ reason }) => onReason(reason.trim())}>
    <Form.Item
      name="reason"
      label={label}
      rules={[{ required: true, whitespace: true, message: `请写明${label}` }]}
    >
      <Input.TextArea rows={3} maxLength={maxLength} showCount />
    </Form.Item>
  </Form>
);
