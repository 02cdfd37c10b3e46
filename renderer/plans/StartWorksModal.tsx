import { Form } from 'antd';
import type { IsoDate } from '../../db/model/dates.ts';
import type { PlanId } from '../../db/model/ids.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';

interface Props {
  readonly planId: PlanId;
  /** Already recorded: the day is then corrected. */
  readonly startedOn?: IsoDate | null;
  readonly onClose: () => void;
}

interface Fields {
  readonly startedOn: IsoDate;
}

/** The works began: possible only after the leader signed. */
export function StartWorksModal({ planId, startedOn: recorded = null, onClose }: Props) {
  const { today } = useOffice();
  const [form] = Form.useForm<Fields>();
  const act = useAct(client.plans.startWorks);
  const save = async ({ startedOn }: Fields): Promise<void> => {
    const result = await act.run({ planId, startedOn });
    if (result.ok) onClose();
  };
  return (
    <FormModal<Fields>
      title={recorded === null ? '登记开工' : '更正开工日期'}
      okText={recorded === null ? '登记开工' : '更正'}
      refusedTitle="没有登记"
      form={form}
      name="start"
      initialValues={{ startedOn: recorded ?? today }}
      act={act}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item
        name="startedOn"
        label="开工日期"
        extra="不早于主管领导签字日期"
        rules={[{ required: true, message: '请填开工日期' }]}
      >
        <DateInput />
      </Form.Item>
    </FormModal>
  );
}
