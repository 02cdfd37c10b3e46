import { App, AutoComplete, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { attachmentSubject } from '../../db/model/attachments.ts';
import type { MeetingId } from '../../db/model/ids.ts';
import { type Meeting, MeetingInput } from '../../db/model/mobilisation.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { AttachmentPanel } from '../attachments/AttachmentPanel.tsx';
import { enterMoves } from '../shared/enterMoves.ts';
import { DateInput, NumberInput } from '../shared/inputs.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { useDraft } from '../shared/useDraft.tsx';
import { zodRule } from '../shared/zodRule.ts';
import { useLeaderNames } from './useLeaderNames.ts';

interface Props {
  /** Null: a new one. */
  readonly meeting: Meeting | null;
  readonly onClose: () => void;
}

const Unsaved = MeetingInput.partial();
type Unsaved = z.infer<typeof Unsaved>;

/** What the notice wants told (三（一）): a start for the record. */
const TOLD = '讲明实施创建工程的重大意义；讲解实施方法和建设标准；提出工作要求。';

/** One 宣传动员会 in the order of its record. */
export function MeetingModal({ meeting, onClose }: Props) {
  const { campaign, today } = useOffice();
  const { message } = App.useApp();
  const leaders = useLeaderNames();
  const [form] = Form.useForm<Unsaved>();
  const [id, setId] = useState<MeetingId | null>(meeting?.id ?? null);
  const [changed, setChanged] = useState<Unsaved | null>(null);
  const save = useAct(client.mobilisation.saveMeeting);
  const draft = useDraft(`meeting-${meeting?.id ?? campaign.id}`, changed, Unsaved, (values) =>
    form.setFieldsValue({ ...values }),
  );
  useCommand('save', () => form.submit());
  const submit = async (values: Unsaved) => {
    const input = MeetingInput.parse(values);
    const saved = await save.run({ id, meeting: input });
    if (!saved.ok) return;
    await draft.drop();
    if (id !== null) {
      message.success('已保存');
      onClose();
      return;
    }
    // A new one stays open: its sign-in sheet and photos can only be attached from now on.
    setId(saved.value.id);
    message.success('已保存，可以接着添加签到表和会议照片');
  };
  const initial: Unsaved = meeting ?? {
    heldOn: today,
    topic: `${campaign.policy.programmeName}食品加工小作坊创建工作宣传动员`,
    participants: '',
    headcount: null,
    content: TOLD,
  };
  return (
    <Modal
      open
      width={id === null ? 860 : 1240}
      title={meeting ? '修改宣传动员会记录' : '登记宣传动员会'}
      okText="保存"
      cancelText={id !== null && meeting === null ? '关闭' : '取消'}
      confirmLoading={save.running}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={(opened) => opened && form.focusField(meeting === null ? 'place' : 'topic')}
    >
      {draft.banner}
      <ProblemList problems={save.problems} title="没有保存" />
      <div className={id === null ? '' : 'meeting-desk'}>
        <Form<Unsaved>
          form={form}
          layout="vertical"
          initialValues={initial}
          onKeyDown={enterMoves}
          onValuesChange={(_, values) => setChanged(Unsaved.safeParse(values).data ?? null)}
          onFinish={(values) => void submit(values)}
          scrollToFirstError={{ focus: true, block: 'center' }}
          aria-label="宣传动员会"
        >
          <div className="two-columns">
            <Form.Item
              name="topic"
              label="会议议题"
              required
              className="wide"
              rules={[zodRule(MeetingInput.shape.topic, '会议议题')]}
            >
              <Input />
            </Form.Item>
            <Form.Item name="heldOn" label="召开日期" rules={[{ required: true, message: '请填召开日期' }]}>
              <DateInput />
            </Form.Item>
            <Form.Item name="place" label="地点" required rules={[zodRule(MeetingInput.shape.place, '地点')]}>
              <Input placeholder="如 县局三楼会议室" />
            </Form.Item>
            <Form.Item
              name="host"
              label="主持人"
              required
              rules={[zodRule(MeetingInput.shape.host, '主持人')]}
            >
              <AutoComplete options={leaders.map((value) => ({ value }))} />
            </Form.Item>
            <Form.Item name="headcount" label="参加人数">
              <NumberInput rule={{ suffix: '人', min: 1, max: 100_000, example: '60' }} />
            </Form.Item>
            <Form.Item name="participants" label="参加人员" className="wide">
              <Input.TextArea
                className="grows two-lines"
                maxLength={1000}
                placeholder="如 局领导、食品生产监管科、各监管所负责人、小作坊业主代表"
              />
            </Form.Item>
            <Form.Item name="content" label="会议内容" className="wide">
              <Input.TextArea className="grows meeting-content" maxLength={10_000} />
            </Form.Item>
          </div>
        </Form>
        <section aria-label="会议附件">
          <p className="side-heading">附件（签到表、会议照片、讲话材料）</p>
          {id === null ? (
            <p className="quiet">保存后可以添加</p>
          ) : (
            <AttachmentPanel
              subject={attachmentSubject('meeting', id)}
              roles={['signIn', 'site', 'minutes']}
              emptyText="还没有附件，请添加签到表和会议照片"
            />
          )}
        </section>
      </div>
    </Modal>
  );
}
