import { App, Form, Input } from 'antd';
import type { ResultRow } from '../../db/model/contract/results.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { RESULT_DECISIONS, type ResultDecision } from '../../db/model/terms.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';
import { pointsText } from './scoreText.ts';

interface Props {
  readonly decision: ResultDecision;
  readonly rows: readonly ResultRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Fields {
  readonly decidedOn: IsoDate;
  readonly reason: string;
}

const EXPLANATIONS: Readonly<Record<ResultDecision, string>> = {
  recommend: '列入后作为县级推荐名单上报。依据的考评之后如有新的考评或上级复评未达标，会提示复核。',
  withhold: '不发放奖补资金，可随时撤回。',
  criticise: '按通知四（二），降低标准、不符合条件的不予发放并通报。可随时撤回。',
};

/** 推荐, 不予发放 or 通报, for one or many. */
export function DecisionModal({ decision, rows, onClose, onDone }: Props) {
  const { today } = useOffice();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const act = useAct(client.results.decide);
  const needsReason = decision !== 'recommend';
  const save = async ({ decidedOn, reason }: Fields): Promise<void> => {
    const workshopIds = rows.map((row) => row.workshopId);
    const result = await act.run({ workshopIds, decision, decidedOn, reason: reason.trim() });
    if (!result.ok) return;
    message.success(`${RESULT_DECISIONS[decision]}：已办理${result.value.decided}家`);
    onDone();
  };
  return (
    <FormModal<Fields>
      title={`${RESULT_DECISIONS[decision]}（${rows.length}家）`}
      okText="确定"
      refusedTitle="没有办理"
      form={form}
      name="decision"
      initialValues={{ decidedOn: today, reason: '' }}
      act={act}
      focus="reason"
      intro={
        <>
          <p>{rows.map((row) => `${row.name}（${pointsText(row.county?.total ?? null)}）`).join('、')}</p>
          <p className="quiet">{EXPLANATIONS[decision]}</p>
        </>
      }
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="decidedOn" label="处理日期" rules={[{ required: true, message: '请填处理日期' }]}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="reason"
        label={needsReason ? '理由' : '说明（可不填）'}
        rules={[{ required: needsReason, whitespace: needsReason, message: '请写明理由' }]}
      >
        <Input.TextArea rows={3} maxLength={200} showCount />
      </Form.Item>
    </FormModal>
  );
}
