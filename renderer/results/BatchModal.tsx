import { App, Form, Input, Select } from 'antd';
import { PAY_STATES } from '../../db/model/awards.ts';
import type { AwardsView } from '../../db/model/contract/awards.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import type { PaymentBatchId, WorkshopId } from '../../db/model/ids.ts';
import { fen, formatYuan, inChineseCapitals } from '../../db/model/money.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';

interface Props {
  readonly awards: AwardsView;
  readonly onClose: () => void;
  readonly onMade: (id: PaymentBatchId) => void;
}

interface Fields {
  readonly title: string;
  readonly madeOn: IsoDate;
  readonly workshopIds: WorkshopId[];
}

/** 生成发放表 over those who may be paid; failed payments among them are repeated. */
export function BatchModal({ awards, onClose, onMade }: Props) {
  const { today, campaign } = useOffice();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const act = useAct(client.awards.makeBatch);
  const ready = awards.rows.filter((row) => row.problems.length === 0);
  const waiting = awards.rows.filter((row) => row.problems.length > 0 && row.paidOn === null);
  const chosen = Form.useWatch('workshopIds', form) ?? ready.map((row) => row.workshopId);
  const total = fen(awards.award * chosen.length);
  const made = awards.batches.filter((one) => one.cancelled === null).length;
  const save = async (fields: Fields): Promise<void> => {
    const result = await act.run(fields);
    if (!result.ok) return;
    message.success('已生成发放表');
    onMade(result.value.batchId);
  };
  return (
    <FormModal<Fields>
      title="生成发放表"
      okText="生成"
      refusedTitle="没有生成"
      form={form}
      name="batch"
      initialValues={{
        title: `${campaign.year}年奖补资金第${made + 1}批`,
        madeOn: today,
        workshopIds: ready.map((row) => row.workshopId),
      }}
      act={act}
      focus="title"
      width={640}
      outro={
        <>
          <p>
            {`每家${formatYuan(awards.award)}元，${chosen.length}家共${formatYuan(total)}元，大写：${inChineseCapitals(total)}。`}
          </p>
          {waiting.length > 0 && (
            <p className="quiet">
              {`暂不能列入：${waiting.map((row) => `${row.name}（${PAY_STATES[row.state]}）`).join('、')}`}
            </p>
          )}
        </>
      }
      onSave={save}
      onClose={onClose}
    >
      <div className="two-columns">
        <Form.Item
          name="title"
          label="名称"
          rules={[{ required: true, whitespace: true, message: '请填名称' }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="madeOn" label="制表日期" rules={[{ required: true, message: '请填制表日期' }]}>
          <DateInput />
        </Form.Item>
      </div>
      <Form.Item
        name="workshopIds"
        label="发放给"
        rules={[{ required: true, type: 'array', min: 1, message: '请选择小作坊' }]}
      >
        <Select<WorkshopId[]>
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={ready.map((row) => ({
            value: row.workshopId,
            label: row.state === 'failed' ? `${row.name}（补发）` : row.name,
          }))}
        />
      </Form.Item>
    </FormModal>
  );
}
