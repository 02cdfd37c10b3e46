import { App, Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { defaultPolicy, Policy } from '../../db/model/policy.ts';
import { type Problem, problem } from '../../db/model/problems.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { PolicyFields } from './PolicyFields.tsx';

/** 年度政策: the notice's figures of this year. A figure in use changes only with a reason. */
export function PolicyTab() {
  const { campaign } = useOffice();
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<readonly Problem[]>([]);
  const save = useAct(client.settings.savePolicy);
  useCommand('save', () => form.submit());

  const submit = async () => {
    const policy = Policy.safeParse(form.getFieldsValue(true));
    if (!policy.success) {
      setFaults(policy.error.issues.map((issue) => problem('policy.field', issue.message)));
      return;
    }
    setFaults([]);
    const done = await save.run({ policy: policy.data, reason });
    if (!done.ok) return;
    setReason('');
    message.success('已保存');
  };
  const toDefaults = () => {
    const { programmeName, basis, quota } = campaign.policy;
    form.setFieldsValue({ ...defaultPolicy(campaign.year, quota), programmeName, basis });
    message.info('已填入通知规定的数值，保存后生效');
  };
  return (
    <Form
      form={form}
      layout="vertical"
      className="panel form-narrow"
      initialValues={campaign.policy}
      onKeyDown={enterMoves}
      onFinish={() => void submit()}
      scrollToFirstError={{ focus: true, block: 'center' }}
      aria-label="年度政策"
    >
      <ProblemList problems={[...faults, ...save.problems]} title="没有保存" onClose={save.clear} />
      <PolicyFields />
      <Form.Item
        label="修改原因"
        extra="已经用过的数值（如名额、面积、投入、公示天数）修改时须写明原因，会记入操作记录"
      >
        <Input
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.target.value)}
          aria-label="修改原因"
        />
      </Form.Item>
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={save.running}>
          保存 Ctrl+S
        </Button>
        <Button onClick={toDefaults}>填入通知规定的数值</Button>
      </Flex>
    </Form>
  );
}
