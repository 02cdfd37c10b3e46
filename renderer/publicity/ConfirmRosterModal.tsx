import { Form } from 'antd';
import type { PublicityView } from '../../db/model/contract/publicity.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';

interface Props {
  readonly publicity: PublicityView;
  readonly onClose: () => void;
}

interface Fields {
  readonly confirmedOn: IsoDate;
}

/** Confirms the 创建名单 after a publicity without open objections. */
export function ConfirmRosterModal({ publicity, onClose }: Props) {
  const { today } = useOffice();
  const [form] = Form.useForm<Fields>();
  const act = useAct(client.publicity.confirmRoster);
  const count = publicity.entries.filter((one) => one.departure === null).length;
  const save = async ({ confirmedOn }: Fields): Promise<void> => {
    const result = await act.run({ publicityId: publicity.id, confirmedOn });
    if (result.ok) onClose();
  };
  return (
    <FormModal<Fields>
      title="确定创建名单"
      okText={`确定${count}家为创建名单`}
      refusedTitle="名单没有确定"
      form={form}
      name="confirm"
      initialValues={{ confirmedOn: today }}
      act={act}
      intro={
        <p>公示已期满且没有未处理的异议。确定后名单固定下来，可以报送市局，并为每家编制改造提升方案。</p>
      }
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="confirmedOn" label="确定日期" rules={[{ required: true, message: '请填确定日期' }]}>
        <DateInput />
      </Form.Item>
    </FormModal>
  );
}
