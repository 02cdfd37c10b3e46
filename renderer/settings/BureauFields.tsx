import { Form, Input, Radio } from 'antd';
import type { NamePath } from 'antd/es/form/interface';
import { Bureau } from '../../db/model/bureau.ts';
import { BUREAU_KINDS, keysOf } from '../../db/model/terms.ts';
import { CHARACTER_RULE } from '../shared/characterRule.ts';
import { zodRule } from '../shared/zodRule.ts';

type BureauKey = keyof Bureau;

interface Line {
  readonly key: Exclude<BureauKey, 'kind'>;
  readonly label: string;
  readonly hint: string;
  readonly optional?: boolean;
  readonly wide?: boolean;
}

const LINES: readonly Line[] = [
  { key: 'name', label: '单位全称', hint: '如 示例县市场监督管理局', wide: true },
  { key: 'district', label: '所辖县（市、区）', hint: '如 示例县' },
  { key: 'cityBureau', label: '上级市局', hint: '如 示例市市场监督管理局' },
  { key: 'section', label: '承办科（股）室', hint: '如 食品生产监督管理科' },
  { key: 'contactName', label: '联系人', hint: '印在公示和报送材料上' },
  { key: 'contactPhone', label: '办公电话', hint: '座机，如 0434-1234567' },
  { key: 'supervisionPhone', label: '监督电话', hint: '纪检监督座机，可不填', optional: true },
  { key: 'address', label: '办公地址', hint: '受理异议的地址' },
  { key: 'postcode', label: '邮政编码', hint: '6位数字，可不填', optional: true },
];

export const EMPTY_BUREAU: Readonly<Record<BureauKey, string>> = {
  name: '',
  kind: 'county',
  district: '',
  cityBureau: '',
  section: '',
  contactName: '',
  contactPhone: '',
  supervisionPhone: '',
  address: '',
  postcode: '',
};

/** 本单位, as first start and 设置 ask for it. `at`: where the fields lie in the form. */
export const BureauFields = ({ at = [] }: { readonly at?: readonly string[] }) => {
  const path = (key: BureauKey): NamePath => [...at, key];
  return (
    <div className="two-columns">
      <Form.Item name={path('kind')} label="单位类别" className="wide">
        <Radio.Group options={keysOf(BUREAU_KINDS).map((value) => ({ value, label: BUREAU_KINDS[value] }))} />
      </Form.Item>
      {LINES.map(({ key, label, hint, optional = false, wide = false }) => (
        <Form.Item
          key={key}
          name={path(key)}
          label={label}
          required={!optional}
          rules={[zodRule(Bureau.shape[key], label), CHARACTER_RULE]}
          validateTrigger="onBlur"
          className={wide ? 'wide' : ''}
        >
          <Input placeholder={hint} />
        </Form.Item>
      ))}
    </div>
  );
};
