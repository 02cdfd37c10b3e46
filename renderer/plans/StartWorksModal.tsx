import { Form, Modal } from 'antd';
import type { IsoDate } from '../../db/model/dates.ts';
import type { PlanId } from '../../db/model/ids.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { focusFirstField } from '../shared/focusFirstField.ts';
import { DateInput } from '../shared/inputs.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';

interface Props {
  readonly planId: PlanId;
  /** Already recorded: the day is then corrected. */
  readonly startedOn?: IsoDate | null;
  readonly onClose: () => void;
}

/** The works began: possible only after the leader signed. */
export function StartWorksModal({ planId, startedOn: recorded = null, onClose }: Props) {
  const { today } = useOffice();
  const [form] = Form.useForm<{ startedOn: IsoDate }>();
  const act = useAct(client.plans.startWorks);
  const save = async ({ startedOn }: { readonly startedOn: IsoDate }): Promise<void> => {
    const result = await act.run({ planId, startedOn });
    if (result.ok) onClose();
  };
  useCommand('save', () => form.submit());
  return (
    <Modal
      open
      title={recorded === null ? '登记开工' : '更正开工日期'}
      okText={recorded === null ? '登记开工' : '更正'}
      cancelText="取消"
      confirmLoading={act.running}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={focusFirstField}
    >
      <ProblemList problems={act.problems} title="没有登记" />
      <Form
        form={form}
        name="start"
        layout="vertical"
        onKeyDown={enterMoves}
        initialValues={{ startedOn: recorded ?? today }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item
          name="startedOn"
          label="开工日期"
          extra="不早于主管领导签字日期"
          rules={[{ required: true, message: '请填开工日期' }]}
        >
          <DateInput />
        </Form.Item>
      </Form>
    </Modal>
  );
}
