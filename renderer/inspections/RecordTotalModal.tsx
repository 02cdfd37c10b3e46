import { Form, Input } from 'antd';
import type { IsoDate } from '../../db/model/dates.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { INSPECTION_LEVELS } from '../../db/model/terms.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput, NumberInput } from '../shared/inputs.tsx';

interface Props {
  readonly workshopId: WorkshopId;
  readonly level: 'city' | 'province';
  readonly onClose: () => void;
}

interface Fields {
  readonly inspectedOn: IsoDate;
  readonly total: number;
  readonly veto: string;
  readonly note: string;
}

/** What city or province made known: the total without the lines. */
export function RecordTotalModal({ workshopId, level, onClose }: Props) {
  const { today } = useOffice();
  const [form] = Form.useForm<Fields>();
  const act = useAct(client.scoring.recordTotal);
  const label = INSPECTION_LEVELS[level];
  const save = async ({ inspectedOn, total, veto, note }: Fields): Promise<void> => {
    const given = { workshopId, level, inspectedOn, total: Math.round(total * 10), veto, note };
    if ((await act.run(given)).ok) onClose();
  };
  return (
    <FormModal<Fields>
      title={`登记${label}考评总分`}
      okText="登记"
      refusedTitle="没有登记"
      form={form}
      name="recordTotal"
      initialValues={{ inspectedOn: today, veto: '', note: '' }}
      act={act}
      focus="total"
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="inspectedOn" label="考评日期" rules={[{ required: true, message: '请填考评日期' }]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="total" label="总分" rules={[{ required: true, message: '请填总分' }]}>
        <NumberInput rule={{ suffix: '分', min: 0, max: 1000, decimals: 1, example: '92.5' }} />
      </Form.Item>
      <Form.Item
        name="veto"
        label="不符合的否决项"
        extra="上级通报有否决项的，照通报填写；不论总分多少，均为不通过"
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="note" label="备注" extra="可写通报文号、扣分情况">
        <Input maxLength={500} />
      </Form.Item>
    </FormModal>
  );
}
