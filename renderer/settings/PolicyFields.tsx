import { AutoComplete, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { FigureKey } from '../../db/model/policyFigures.ts';
import { COUNTING_RULES, keysOf } from '../../db/model/terms.ts';
import { AreaInput, DateInput, MoneyInput, NumberInput } from '../shared/inputs.tsx';

const whole = (suffix: string, max: number, min = 0): ReactNode => (
  <NumberInput rule={{ suffix, min, max }} />
);

/** The figures in the order of the notice, under the words a clerk looks for. Phases are drawn apart. */
export const POLICY_SECTIONS: readonly { readonly title: string; readonly keys: readonly FigureKey[] }[] = [
  { title: '名称和名额', keys: ['programmeName', 'quota', 'basis'] },
  { title: '创建条件和标准', keys: ['minArea', 'minOwnInvestment', 'passScore', 'award'] },
  {
    title: '公示和抽查',
    keys: ['publicityDays', 'countingRule', 'citySamplePercent', 'provinceSamplePercent'],
  },
  {
    title: '各阶段起止日期',
    keys: ['phases.mobilise', 'phases.apply', 'phases.build', 'phases.accept'],
  },
  {
    title: '报送期限和日常督促',
    keys: [
      'deadlines.roster',
      'deadlines.plans',
      'deadlines.results',
      'deadlines.summary',
      'deadlines.payees',
      'reportDay',
      'visitIntervalDays',
    ],
  },
];

/** The field of each figure, by its key; scores are kept in tenths. */
export const POLICY_CONTROLS: Readonly<Partial<Record<FigureKey, ReactNode>>> = {
  programmeName: <AutoComplete options={['名优特', '名特优'].map((value) => ({ value }))} />,
  basis: <Input placeholder="如 《关于印发……实施方案的通知》（文号）" maxLength={200} />,
  quota: whole('家', 9999),
  minArea: <AreaInput />,
  minOwnInvestment: <MoneyInput />,
  passScore: <NumberInput rule={{ suffix: '分', min: 0, max: 100, decimals: 1, example: '90' }} />,
  publicityDays: whole('天', 60, 1),
  countingRule: (
    <Select options={keysOf(COUNTING_RULES).map((value) => ({ value, label: COUNTING_RULES[value] }))} />
  ),
  award: <MoneyInput />,
  citySamplePercent: whole('%', 100),
  provinceSamplePercent: whole('%', 100),
  'deadlines.roster': <DateInput />,
  'deadlines.plans': <DateInput />,
  'deadlines.results': <DateInput />,
  'deadlines.summary': <DateInput />,
  'deadlines.payees': <DateInput />,
  reportDay: whole('日', 28, 1),
  visitIntervalDays: whole('天', 365, 1),
};

export const TENTHS = {
  getValueProps: (value: unknown) => ({ value: typeof value === 'number' ? value / 10 : null }),
  normalize: (value: unknown) => (typeof value === 'number' ? Math.round(value * 10) : value),
};
