import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { PublicityInput } from '../../db/model/contract/publicity.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { COUNTING_RULES, type CountingRule, keysOf } from '../../db/model/terms.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { DateInput } from '../shared/inputs.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
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
  const save = async (fields: Fields): Promise<void> => {
    const result = await act.run(PublicityInput.parse(fields));
    if (result.ok) onCreated();
  };
  useCommand('save', () => form.submit());
  return (
    <Modal
      open
      width={960}
      title="发布创建名单公示"
      okText="确定发布"
      cancelText="取消"
      confirmLoading={act.running}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <ProblemList problems={act.problems} title="没有发布" />
      <Form
        form={form}
        name="publicity"
        layout="vertical"
        onKeyDown={enterMoves}
        initialValues={initial}
        onFinish={(fields) => void save(fields)}
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
      </Form>
      {figures.success && <Proposal input={figures.data} />}
    </Modal>
  );
}
