import { Form, Input, InputNumber, Select, Typography } from 'antd';
import { PublicityInput } from '../../db/model/contract/publicity.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { warningsOf } from '../../db/model/problems.ts';
import { PRIVACY_REASON } from '../../db/model/publicity.ts';
import { COUNTING_RULES, type CountingRule, keysOf } from '../../db/model/terms.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';
import { ReasonModal } from '../shared/ReasonModal.tsx';
import { Proposal } from './Proposal.tsx';
import { ProposalFigures } from './proposalFigures.ts';

interface Fields {
  readonly firstDay: IsoDate;
  readonly countingRule: CountingRule;
  readonly days: number;
  readonly place: string;
}

interface Props {
  readonly onClose: () => void;
  readonly onCreated: () => void;
}

const RULES = keysOf(COUNTING_RULES).map((value) => ({ value, label: COUNTING_RULES[value] }));

/** Publishes the selection: first day, counting rule and place; the last day and the list are shown as one types. */
export function CreatePublicityModal({ onClose, onCreated }: Props) {
  const { today, bureau, campaign } = useOffice();
  const [form] = Form.useForm<Fields>();
  const act = useAct(client.publicity.create);
  const initial: Fields = {
    firstDay: today,
    countingRule: campaign.policy.countingRule,
    days: campaign.policy.publicityDays,
    place: `${bureau.name}公示栏`,
  };
  const figures = ProposalFigures.safeParse(Form.useWatch([], form) ?? initial);
  const save = async (fields: Fields, privacyReason = ''): Promise<void> => {
    const result = await act.run(PublicityInput.parse({ ...fields, privacyReason }));
    if (result.ok) onCreated();
  };
  const asked = act.problems.some((one) => one.code === PRIVACY_REASON);
  return (
    <FormModal<Fields>
      title="发布创建名单公示"
      okText="确定发布"
      refusedTitle="没有发布"
      form={form}
      name="publicity"
      initialValues={initial}
      act={{ running: act.running, problems: asked ? [] : act.problems }}
      width={960}
      outro={
        <>
          {figures.success && <Proposal input={figures.data} />}
          <ReasonModal
            open={asked}
            title="公示中有像是个人号码的内容"
            label="公开的理由"
            okText="确认公开并发布"
            problems={warningsOf(act.problems)}
            running={act.running}
            onReason={(reason) => void save(form.getFieldsValue(true), reason)}
            onClose={act.clear}
          >
            <Typography.Paragraph>
              请逐处核对。不应公开的，请取消后改正；确需公开的（如证照编号、对外的订购电话），写明理由后发布，理由记入操作记录。
            </Typography.Paragraph>
          </ReasonModal>
        </>
      }
      onSave={save}
      onClose={onClose}
    >
      <div className="publicity-fields">
        <Form.Item name="firstDay" label="公示首日" rules={[{ required: true, message: '请填公示首日' }]}>
          <DateInput />
        </Form.Item>
        <Form.Item name="days" label="公示天数" rules={[{ required: true, message: '请填公示天数' }]}>
          <InputNumber className="full-width" min={1} max={60} precision={0} suffix="天" />
        </Form.Item>
        <Form.Item name="countingRule" label="计算方法">
          <Select options={RULES} />
        </Form.Item>
        <Form.Item
          name="place"
          label="发布位置"
          rules={[{ required: true, whitespace: true, message: '请填发布位置，如单位公示栏、县政府网站' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
      </div>
    </FormModal>
  );
}
