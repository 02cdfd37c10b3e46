import { Form, Input } from 'antd';
import type { RectificationView, ResultRow } from '../../db/model/contract/results.ts';
import { addDays, type IsoDate } from '../../db/model/dates.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';
import { scoredText } from './scoreText.ts';

const DAYS = 14;

interface Props {
  readonly row: Pick<ResultRow, 'workshopId' | 'name' | 'county'>;
  /** What is corrected; null for a new one. */
  readonly before: RectificationView | null;
  readonly onClose: () => void;
}

interface Fields {
  readonly issuedOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly demands: string;
  readonly reason: string;
}

async function send({ row, before }: Props, { reason, ...rectification }: Fields): Promise<unknown> {
  if (before) return client.results.changeDemand({ id: before.id, rectification, reason });
  return client.results.demand({ workshopId: row.workshopId, rectification });
}

/** 下达整改: what is demanded and until when; corrected with a reason. */
export function DemandModal(props: Props) {
  const { row, before, onClose } = props;
  const { today } = useOffice();
  const [form] = Form.useForm<Fields>();
  const act = useAct((fields: Fields) => send(props, fields));
  const save = async (fields: Fields): Promise<void> => {
    if ((await act.run(fields)).ok) onClose();
  };
  return (
    <FormModal<Fields>
      title={`${before ? '修改整改要求' : '下达整改'}：${row.name}`}
      okText={before ? '保存' : '下达'}
      refusedTitle="没有保存"
      form={form}
      name="demand"
      initialValues={{
        issuedOn: before?.issuedOn ?? today,
        dueOn: before?.dueOn ?? addDays(today, DAYS),
        demands: before?.demands ?? '',
        reason: '',
      }}
      act={act}
      focus="demands"
      intro={<p className="quiet">县级考评：{scoredText(row.county)}。整改完成后复查，原考评结果保留。</p>}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item
        name="demands"
        label="整改要求"
        rules={[{ required: true, whitespace: true, message: '请写明整改要求' }]}
      >
        <Input.TextArea rows={5} maxLength={2000} showCount placeholder="逐条写明问题和整改标准" />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="issuedOn" label="下达日期" rules={[{ required: true, message: '请填下达日期' }]}>
          <DateInput />
        </Form.Item>
        <Form.Item name="dueOn" label="整改期限" rules={[{ required: true, message: '请填整改期限' }]}>
          <DateInput />
        </Form.Item>
      </div>
      {before && (
        <Form.Item
          name="reason"
          label="修改原因"
          rules={[{ required: true, whitespace: true, message: '请写明原因' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      )}
    </FormModal>
  );
}
