import { Form, Modal } from 'antd';
import type { PublicityView } from '../../db/model/contract/publicity.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { focusFirstField } from '../shared/focusFirstField.ts';
import { DateInput } from '../shared/inputs.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';

interface Props {
  readonly publicity: PublicityView;
  readonly onClose: () => void;
}

/** Confirms the 创建名单 after a publicity without open objections. */
export function ConfirmRosterModal({ publicity, onClose }: Props) {
  const { today } = useOffice();
  const [form] = Form.useForm<{ confirmedOn: IsoDate }>();
  const act = useAct(client.publicity.confirmRoster);
  const count = publicity.entries.filter((one) => one.departure === null).length;
  const save = async ({ confirmedOn }: { readonly confirmedOn: IsoDate }): Promise<void> => {
    const result = await act.run({ publicityId: publicity.id, confirmedOn });
    if (result.ok) onClose();
  };
  useCommand('save', () => form.submit());
  return (
    <Modal
      open
      title="确定创建名单"
      okText={`确定${count}家为创建名单`}
      cancelText="取消"
      confirmLoading={act.running}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={focusFirstField}
    >
      <ProblemList problems={act.problems} title="名单没有确定" />
      <p>公示已期满且没有未处理的异议。确定后名单固定下来，可以报送市局，并为每家编制改造提升方案。</p>
      <Form
        form={form}
        name="confirm"
        layout="vertical"
        onKeyDown={enterMoves}
        initialValues={{ confirmedOn: today }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item name="confirmedOn" label="确定日期" rules={[{ required: true, message: '请填确定日期' }]}>
          <DateInput />
        </Form.Item>
      </Form>
    </Modal>
  );
}
