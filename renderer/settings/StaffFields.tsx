import { Checkbox, Form, Input } from 'antd';
import { StaffInput } from '../../db/model/bureau.ts';
import { keysOf, STAFF_ROLES } from '../../db/model/terms.ts';
import { CHARACTER_RULE } from '../shared/characterRule.ts';
import { zodRule } from '../shared/zodRule.ts';

/** One person: name, where, what post, which duties in the campaign. */
export const StaffFields = () => (
  <>
    <div className="two-columns">
      <Form.Item
        name="name"
        label="姓名"
        required
        rules={[zodRule(StaffInput.shape.name, '姓名'), CHARACTER_RULE]}
      >
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="unit" label="科（所）">
        <Input placeholder="如 食品生产监督管理科" maxLength={40} />
      </Form.Item>
      <Form.Item name="position" label="职务">
        <Input placeholder="如 科长" maxLength={30} />
      </Form.Item>
    </div>
    <Form.Item name="roles" label="职责" rules={[{ required: true, message: '至少选一种职责' }]}>
      <Checkbox.Group options={keysOf(STAFF_ROLES).map((value) => ({ value, label: STAFF_ROLES[value] }))} />
    </Form.Item>
  </>
);
