import { AutoComplete, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Policy } from '../../db/model/policy.ts';
import { COUNTING_RULES, keysOf } from '../../db/model/terms.ts';
import { AreaInput, DateInput, MoneyInput } from '../shared/inputs.tsx';

const TENTHS = {
  getValueProps: (value: unknown) => ({ value: typeof value === 'number' ? value / 10 : null }),
  normalize: (value: unknown) => (typeof value === 'number' ? Math.round(value * 10) : value),
};

const whole = (suffix: string, max: number): ReactNode => (
  <InputNumber className="full-width" min={0} max={max} precision={0} controls={false} suffix={suffix} />
);

const PHASES: readonly { readonly key: keyof Policy['phases']; readonly label: string }[] = [
  { key: 'mobilise', label: '动员准备阶段' },
  { key: 'apply', label: '申请遴选阶段' },
  { key: 'build', label: '建设实施阶段' },
  { key: 'accept', label: '考评验收阶段' },
];

const DEADLINES: readonly { readonly key: keyof Policy['deadlines']; readonly label: string }[] = [
  { key: 'roster', label: '创建名单报送期限' },
  { key: 'plans', label: '改造方案报送期限' },
  { key: 'summary', label: '工作总结报送期限' },
];

const FIGURES: readonly {
  readonly key: keyof Policy;
  readonly label: string;
  readonly control: ReactNode;
}[] = [
  { key: 'minArea', label: '操作间使用面积不少于', control: <AreaInput /> },
  { key: 'minOwnInvestment', label: '业主改造投入不低于', control: <MoneyInput /> },
  { key: 'publicityDays', label: '公示天数', control: whole('天', 60) },
  { key: 'award', label: '每家奖补资金', control: <MoneyInput /> },
  { key: 'citySamplePercent', label: '市级复评比例不低于', control: whole('%', 100) },
  { key: 'provinceSamplePercent', label: '省级抽查比例不低于', control: whole('%', 100) },
];

const required = [{ required: true, message: '请填写' }];

/** Every figure of the notice an office may have to set anew. */
export const PolicyFields = () => (
  <div className="two-columns">
    <Form.Item name="programmeName" label="创建名称（文书照此打印）" rules={required}>
      <AutoComplete options={['名优特', '名特优'].map((value) => ({ value }))} />
    </Form.Item>
    <Form.Item name="quota" label="创建名额（附表1）" rules={required}>
      {whole('家', 9999)}
    </Form.Item>
    <Form.Item name="basis" label="依据文件" className="wide">
      <Input placeholder="如 《关于印发……实施方案的通知》（文号）" maxLength={200} />
    </Form.Item>
    {FIGURES.map(({ key, label, control }) => (
      <Form.Item key={key} name={key} label={label} rules={required}>
        {control}
      </Form.Item>
    ))}
    <Form.Item name="passScore" label="考评合格分数" rules={required} {...TENTHS}>
      <InputNumber className="full-width" min={0} max={100} precision={1} controls={false} suffix="分" />
    </Form.Item>
    <Form.Item name="countingRule" label="公示期计算方法" rules={required}>
      <Select options={keysOf(COUNTING_RULES).map((value) => ({ value, label: COUNTING_RULES[value] }))} />
    </Form.Item>
    {PHASES.flatMap(({ key, label }) => [
      <Form.Item key={`${key}-from`} name={['phases', key, 'from']} label={`${label}：开始`} rules={required}>
        <DateInput />
      </Form.Item>,
      <Form.Item key={`${key}-to`} name={['phases', key, 'to']} label={`${label}：结束`} rules={required}>
        <DateInput />
      </Form.Item>,
    ])}
    {DEADLINES.map(({ key, label }) => (
      <Form.Item key={key} name={['deadlines', key]} label={label} rules={required}>
        <DateInput />
      </Form.Item>
    ))}
  </div>
);
