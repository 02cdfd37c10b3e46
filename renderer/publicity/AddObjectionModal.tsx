import { Form, Input, Select } from 'antd';
import type { PublicityView } from '../../db/model/contract/publicity.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
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
  readonly workshopId: WorkshopId | undefined;
  readonly receivedOn: IsoDate;
  readonly objector: string;
  readonly content: string;
}

/** Records an objection against a published list. */
export function AddObjectionModal({ publicity, onClose }: Props) {
  const { today } = useOffice();
  const [form] = Form.useForm<Fields>();
  const act = useAct(client.publicity.addObjection);
  const save = async ({ workshopId, ...fields }: Fields): Promise<void> => {
    const result = await act.run({ publicityId: publicity.id, workshopId: workshopId ?? null, ...fields });
    if (result.ok) onClose();
  };
  return (
    <FormModal<Fields>
      title="登记异议"
      okText="登记"
      refusedTitle="异议没有登记"
      form={form}
      name="objection"
      initialValues={{ receivedOn: today, objector: '', content: '' }}
      act={act}
      onSave={save}
      onClose={onClose}
    >
      <div className="two-columns">
        <Form.Item name="workshopId" label="针对的小作坊">
          <Select<WorkshopId>
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="不针对某一家时不选"
            options={publicity.entries
              .filter((one) => one.departure === null)
              .map((one) => ({ value: one.workshopId, label: one.name }))}
          />
        </Form.Item>
        <Form.Item name="receivedOn" label="收到日期" rules={[{ required: true, message: '请填收到日期' }]}>
          <DateInput />
        </Form.Item>
      </div>
      <Form.Item name="objector" label="异议人" extra="加密保存，不在任何材料上出现；匿名时不填。">
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="content"
        label="异议内容"
        rules={[{ required: true, whitespace: true, message: '请填异议内容' }]}
      >
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Form.Item>
    </FormModal>
  );
}
