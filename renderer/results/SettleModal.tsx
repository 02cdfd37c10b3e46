import { Form, Input, Radio } from 'antd';
import type { PaymentView } from '../../db/model/contract/awards.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';

interface Props {
  readonly payments: readonly PaymentView[];
  readonly onClose: () => void;
}

interface Fields {
  readonly state: 'paid' | 'failed';
  readonly settledOn: IsoDate;
  readonly failure: string;
}

/** 登记发放结果: paid, or failed with the bank's reason. */
export function SettleModal({ payments, onClose }: Props) {
  const { today } = useOffice();
  const [form] = Form.useForm<Fields>();
  const failed = Form.useWatch('state', form) === 'failed';
  const act = useAct(client.awards.settle);
  const save = async ({ failure = '', ...fields }: Partial<Fields> & Omit<Fields, 'failure'>) => {
    const paymentIds = payments.map((one) => one.id);
    if ((await act.run({ ...fields, failure, paymentIds })).ok) onClose();
  };
  return (
    <FormModal<Fields>
      title={`登记发放结果（${payments.length}家）`}
      okText="登记"
      refusedTitle="没有登记"
      form={form}
      name="settlePayment"
      initialValues={{ state: 'paid', settledOn: today }}
      act={act}
      intro={<p>{payments.map((one) => one.workshopName).join('、')}</p>}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="state" label="结果">
        <Radio.Group
          options={[
            { value: 'paid', label: '已发放' },
            { value: 'failed', label: '发放失败' },
          ]}
        />
      </Form.Item>
      <Form.Item name="settledOn" label="日期" rules={[{ required: true, message: '请填日期' }]}>
        <DateInput />
      </Form.Item>
      {failed && (
        <Form.Item
          name="failure"
          label="失败原因"
          extra="如户名与卡号不符、账户已注销。更正收款信息并核实后，可重新生成发放表补发。"
          rules={[{ required: true, whitespace: true, message: '请写明失败原因' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      )}
    </FormModal>
  );
}
