import { Button, Form, Input, Modal, Radio, Select, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type {
  OutsideEventView,
  PassedObjectionInput,
  PassedObjectionView,
  PassedSettlement,
} from '../../db/model/contract/results.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { keysOf, OBJECTION_OUTCOMES } from '../../db/model/terms.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { DateInput } from '../shared/inputs.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useUndoMessage } from '../shared/useUndoMessage.tsx';
import { useReasonDialog } from './useReasonDialog.tsx';

const OUTCOMES = keysOf(OBJECTION_OUTCOMES).map((value) => ({ value, label: OBJECTION_OUTCOMES[value] }));

type AddFields = Omit<PassedObjectionInput, 'eventId' | 'workshopId'> & { readonly workshopId?: WorkshopId };

/** 登记转来的异议: sealed, never printed. */
export function AddPassedModal({
  event,
  onClose,
}: {
  readonly event: OutsideEventView;
  readonly onClose: () => void;
}) {
  const { today } = useOffice();
  const [form] = Form.useForm<AddFields>();
  const act = useAct(client.results.addObjection);
  const save = async ({ workshopId, ...fields }: AddFields): Promise<void> => {
    const result = await act.run({ eventId: event.id, workshopId: workshopId ?? null, ...fields });
    if (result.ok) onClose();
  };
  return (
    <Modal
      open
      title="登记转来的异议"
      okText="登记"
      cancelText="取消"
      confirmLoading={act.running}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={(opened) => opened && form.focusField('content')}
    >
      <ProblemList problems={act.problems} title="没有登记" />
      <Form<AddFields>
        form={form}
        name="passed"
        layout="vertical"
        onKeyDown={enterMoves}
        initialValues={{ receivedOn: today, content: '' }}
        onFinish={(fields) => void save(fields)}
      >
        <div className="two-columns">
          <Form.Item name="workshopId" label="针对的小作坊">
            <Select<WorkshopId>
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder="不针对某一家时不选"
              options={event.workshops.map((one) => ({ value: one.workshopId, label: one.name }))}
            />
          </Form.Item>
          <Form.Item name="receivedOn" label="转来日期" rules={[{ required: true, message: '请填转来日期' }]}>
            <DateInput />
          </Form.Item>
        </div>
        <Form.Item
          name="content"
          label="异议内容"
          extra="加密保存，不在任何材料上出现；不要写反映人姓名和联系方式。"
          rules={[{ required: true, whitespace: true, message: '请填异议内容' }]}
        >
          <Input.TextArea rows={4} maxLength={1000} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}

type SettleFields = Omit<PassedSettlement, 'id'>;

function SettleModal({
  objection,
  onClose,
}: {
  readonly objection: PassedObjectionView;
  readonly onClose: () => void;
}) {
  const { today } = useOffice();
  const [form] = Form.useForm<SettleFields>();
  const act = useAct(client.results.settleObjection);
  const save = async (fields: SettleFields): Promise<void> => {
    if ((await act.run({ id: objection.id, ...fields })).ok) onClose();
  };
  return (
    <Modal
      open
      title="处理异议"
      okText="登记处理结果"
      cancelText="取消"
      confirmLoading={act.running}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <ProblemList problems={act.problems} title="没有登记" />
      <p className="typed-lines">{objection.content}</p>
      <Form<SettleFields>
        form={form}
        name="settlePassed"
        layout="vertical"
        onKeyDown={enterMoves}
        initialValues={{ settledOn: today }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item
          name="outcome"
          label="核查结论"
          extra="异议成立的，该小作坊的推荐需要复核，请到“推荐名单”撤回或维持。"
          rules={[{ required: true, message: '请选核查结论' }]}
        >
          <Radio.Group options={OUTCOMES} />
        </Form.Item>
        <Form.Item
          name="handling"
          label="核查处理情况"
          rules={[{ required: true, whitespace: true, message: '请写明核查处理情况' }]}
        >
          <Input.TextArea rows={4} maxLength={300} showCount />
        </Form.Item>
        <Form.Item name="settledOn" label="处理日期" rules={[{ required: true, message: '请填处理日期' }]}>
          <DateInput />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** The objections to a 验收结果公示 that were passed on to this office. */
export function PassedObjections({ objections }: { readonly objections: readonly PassedObjectionView[] }) {
  const reason = useReasonDialog();
  const undo = useUndoMessage();
  const [settling, setSettling] = useState<PassedObjectionView>();
  const reopen = (one: PassedObjectionView): void =>
    reason.ask({
      title: '撤回处理结果',
      okText: '撤回处理结果',
      text: '异议回到“待处理”，需要重新登记处理结果。',
      run: (why) => client.results.reopenObjection({ id: one.id, reason: why }),
    });
  const discard = (one: PassedObjectionView): void => {
    let binId = '';
    reason.ask({
      title: '移除误登的异议',
      okText: '移入回收站',
      text: '只用于重复或误登的情况，可以从回收站恢复。',
      run: async (why) => {
        binId = (await client.results.discardObjection({ id: one.id, reason: why })).binId;
      },
      onDone: () =>
        undo('异议已移入回收站', () => client.recycle.restore({ kind: 'passedObjection', id: binId })),
    });
  };
  const columns: ColumnsType<PassedObjectionView> = [
    { title: '转来日期', width: 110, dataIndex: 'receivedOn' },
    { title: '针对', width: 170, dataIndex: 'workshopName', ellipsis: true },
    { title: '内容', dataIndex: 'content' },
    {
      title: '处理',
      width: 280,
      render: (_, one) =>
        one.outcome === null
          ? '待处理'
          : `${one.settledOn}，${OBJECTION_OUTCOMES[one.outcome]}：${one.handling}`,
    },
    {
      title: '办理',
      width: 160,
      render: (_, one) =>
        one.outcome === null ? (
          <div className="result-actions">
            <Button size="small" type="primary" onClick={() => setSettling(one)}>
              处理…
            </Button>
            <Button size="small" onClick={() => discard(one)}>
              误登…
            </Button>
          </div>
        ) : (
          <Button size="small" onClick={() => reopen(one)}>
            撤回处理…
          </Button>
        ),
    },
  ];
  return (
    <>
      <Table<PassedObjectionView>
        size="small"
        dataSource={[...objections]}
        rowKey="id"
        columns={columns}
        pagination={false}
      />
      {settling && <SettleModal objection={settling} onClose={() => setSettling(undefined)} />}
      {reason.dialog}
    </>
  );
}
