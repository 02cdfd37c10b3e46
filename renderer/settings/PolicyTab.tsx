import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex, Form, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { defaultPolicy, Policy } from '../../db/model/policy.ts';
import { POLICY_FIGURES, policyChanges, reasonsNeeded } from '../../db/model/policyFigures.ts';
import { type Problem, problem } from '../../db/model/problems.ts';
import { api, client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ReasonModal } from '../shared/ReasonModal.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { useDraft } from '../shared/useDraft.tsx';
import { POLICY_SECTIONS } from './PolicyFields.tsx';
import { PolicyItem } from './PolicyItem.tsx';
import './settings.css';

const figureOf = (key: string) => POLICY_FIGURES.filter((one) => one.key === key);

/** Says which figure is wrong. */
function faultOf({ path, message }: z.core.$ZodIssue): Problem {
  const at = path.join('.');
  const figure = POLICY_FIGURES.find(({ key }) => at === key || at.startsWith(`${key}.`));
  return problem('policy.field', figure ? `${figure.label}：${message}` : message, { field: at });
}

/** What the fields hold while they are edited; checked when it is saved. */
const Unsaved = z.record(z.string(), z.unknown());
type Unsaved = z.infer<typeof Unsaved>;

interface Asking {
  readonly policy: Policy;
  readonly why: readonly Problem[];
}

/** 年度政策: the notice's figures of this year. A figure that records rest on changes only with a reason. */
export function PolicyTab() {
  const { campaign } = useOffice();
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [edited, setEdited] = useState<Unsaved | null>(null);
  const [faults, setFaults] = useState<readonly Problem[]>([]);
  const use = useQuery(api.years.policyUse.queryOptions());
  const save = useAct(client.settings.savePolicy);
  const draft = useDraft(`policy-${campaign.id}`, edited, Unsaved, (values) => {
    form.setFieldsValue(values);
    setEdited(values);
  });
  useCommand('save', () => form.submit());
  // Saved elsewhere (quota in 申请遴选) or another year: the fields follow.
  useEffect(() => form.setFieldsValue(campaign.policy), [form, campaign.policy]);

  const write = async (policy: Policy, reason: string) => {
    if (!(await save.run({ policy, reason })).ok) return;
    setAsking(null);
    setEdited(null);
    await draft.drop();
    message.success('已保存');
  };
  const submit = async () => {
    const policy = Policy.safeParse(form.getFieldsValue(true));
    if (!policy.success) {
      setFaults(policy.error.issues.map(faultOf));
      return;
    }
    setFaults([]);
    if (policyChanges(campaign.policy, policy.data).length === 0) {
      message.info('没有改动');
      return;
    }
    const why = use.data ? reasonsNeeded(campaign.policy, policy.data, use.data) : [];
    if (why.length > 0) setAsking({ policy: policy.data, why });
    else await write(policy.data, '');
  };
  const toDefaults = () => {
    const { programmeName, basis, quota } = form.getFieldsValue(true);
    form.setFieldsValue({ ...defaultPolicy(campaign.year, 0), programmeName, basis, quota });
    setEdited(Unsaved.parse(form.getFieldsValue(true)));
    message.info('已填入通知规定的数值，保存后生效');
  };
  return (
    <Form
      form={form}
      layout="vertical"
      className="panel form-narrow"
      initialValues={campaign.policy}
      onKeyDown={enterMoves}
      onValuesChange={() => setEdited(Unsaved.parse(form.getFieldsValue(true)))}
      onFinish={() => void submit()}
      scrollToFirstError={{ focus: true, block: 'center' }}
      aria-label="年度政策"
    >
      {draft.banner}
      <ProblemList
        problems={[...faults, ...(asking ? [] : save.problems)]}
        title="没有保存"
        onClose={save.clear}
      />
      {POLICY_SECTIONS.map(({ title, keys }) => (
        <section key={title} aria-label={title}>
          <Typography.Title level={2} className="section-title">
            {title}
          </Typography.Title>
          <div className="two-columns">
            {keys.flatMap(figureOf).map((figure) => (
              <PolicyItem key={figure.key} figure={figure} form={form} year={campaign.year} use={use.data} />
            ))}
          </div>
        </section>
      ))}
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={save.running}>
          保存 Ctrl+S
        </Button>
        <Button onClick={toDefaults}>全部恢复为通知规定</Button>
      </Flex>
      <ReasonModal
        open={asking !== null}
        title="修改已经用过的数值"
        okText="保存"
        running={save.running}
        problems={save.problems}
        onReason={(reason) => asking && void write(asking.policy, reason)}
        onClose={() => {
          setAsking(null);
          save.clear();
        }}
      >
        <p>已办的事项不会自动重算。原因和修改前后的数值都记入操作记录。</p>
        <ul className="problem-sentences">
          {asking?.why.map((one) => (
            <li key={one.message}>{one.message}</li>
          ))}
        </ul>
      </ReasonModal>
    </Form>
  );
}
