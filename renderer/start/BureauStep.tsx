import { Form } from 'antd';
import { useEffect } from 'react';
import { Bureau } from '../../db/model/bureau.ts';
import { BureauFields, EMPTY_BUREAU } from '../settings/BureauFields.tsx';
import { enterMoves } from '../shared/enterMoves.ts';
import { StepButtons } from './StepButtons.tsx';

interface Props {
  /** What was typed before, complete or not. */
  readonly value: Partial<Bureau> | null;
  readonly onBack: (typed: Partial<Bureau>) => void;
  readonly onDone: (bureau: Bureau) => void;
}

/** Step 1: 本单位. */
export function BureauStep({ value, onBack, onDone }: Props) {
  const [form] = Form.useForm<Bureau>();
  useEffect(() => form.focusField('name'), [form]);
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={value ?? EMPTY_BUREAU}
      onKeyDown={enterMoves}
      onFinish={(values) => onDone(Bureau.parse(values))}
      scrollToFirstError={{ focus: true, block: 'center' }}
      aria-label="本单位"
    >
      <BureauFields />
      <StepButtons onBack={() => onBack(form.getFieldsValue())} />
    </Form>
  );
}
