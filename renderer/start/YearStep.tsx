import { AutoComplete, Form, Input, Typography } from 'antd';
import { useEffect } from 'react';
import { z } from 'zod';
import { OfficeProfile } from '../../db/model/bureau.ts';
import { type IsoDate, yearOf } from '../../db/model/dates.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { NumberInput } from '../shared/inputs.tsx';
import { StepButtons } from './StepButtons.tsx';

const Year = z.object({
  year: OfficeProfile.shape.year,
  quota: OfficeProfile.shape.quota,
  programmeName: OfficeProfile.shape.programmeName,
  basis: OfficeProfile.shape.basis,
});
export type Year = z.infer<typeof Year>;

interface Props {
  /** What was typed before, complete or not. */
  readonly value: Partial<Year> | null;
  readonly today: IsoDate;
  readonly onBack: (typed: Partial<Year>) => void;
  readonly onDone: (year: Year) => void;
}

const whole = (max: number, suffix: string, hint: string, min = 0) => (
  <NumberInput rule={{ suffix, min, max }} placeholder={hint} />
);

/** Step 2: 年度与名额. The notice's other figures are filled in and can be changed in 设置. */
export function YearStep({ value, today, onBack, onDone }: Props) {
  const [form] = Form.useForm<Year>();
  useEffect(() => form.focusField('quota'), [form]);
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={value ?? { year: yearOf(today), programmeName: '名优特', basis: '' }}
      onKeyDown={enterMoves}
      onFinish={(values) => onDone(Year.parse(values))}
      aria-label="年度与名额"
    >
      <div className="two-columns">
        <Form.Item name="year" label="创建年度" rules={[{ required: true, message: '请填写创建年度' }]}>
          {whole(2100, '年', '四位年份', 2000)}
        </Form.Item>
        <Form.Item
          name="quota"
          label="本单位名额（附表1）"
          rules={[{ required: true, message: '请填写名额，未下达时填0' }]}
        >
          {whole(9999, '家', '名额分配表下达的家数')}
        </Form.Item>
        <Form.Item
          name="programmeName"
          label="创建名称（文书照此打印）"
          rules={[{ required: true, whitespace: true, message: '请填写创建名称' }]}
        >
          <AutoComplete options={['名优特', '名特优'].map((one) => ({ value: one }))} />
        </Form.Item>
        <Form.Item name="basis" label="依据文件（可不填）">
          <Input placeholder="如 《关于印发……实施方案的通知》" maxLength={200} />
        </Form.Item>
      </div>
      <Typography.Paragraph type="secondary">
        面积、投入、公示天数、各阶段日期等按通知规定的数值填好，以后可在“设置—年度政策”中修改。
      </Typography.Paragraph>
      <StepButtons onBack={() => onBack(form.getFieldsValue())} />
    </Form>
  );
}
