import { AutoComplete, Form, Input } from 'antd';
import type { RevisionView } from '../../db/model/contract/plans.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { useSoleName, useStaffNames } from '../selection/useStaffNames.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';

interface Fields {
  readonly opinion: string;
  readonly signerName: string;
  readonly returnedOn: IsoDate;
}

interface Props {
  readonly revision: RevisionView;
  readonly onClose: () => void;
}

/** 退回修改: the leader's words go into the records; a new revision is opened afterwards. */
export function ReturnModal({ revision, onClose }: Props) {
  const { today } = useOffice();
  const [form] = Form.useForm<Fields>();
  const leaders = useStaffNames('leader');
  const act = useAct(client.plans.return);
  const save = async (fields: Fields): Promise<void> => {
    const result = await act.run({ revisionId: revision.id, ...fields });
    if (result.ok) onClose();
  };
  return (
    <FormModal<Fields>
      title={`退回修改：第${revision.number}版`}
      okText="登记退回"
      refusedTitle="退回没有登记"
      form={form}
      name="return"
      initialValues={{ opinion: '', signerName: useSoleName('leader'), returnedOn: today }}
      act={act}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item
        name="opinion"
        label="领导意见"
        rules={[{ required: true, whitespace: true, message: '请照写领导的修改意见' }]}
      >
        <Input.TextArea rows={4} maxLength={300} showCount />
      </Form.Item>
      <div className="two-columns">
        <Form.Item
          name="signerName"
          label="退回人"
          rules={[{ required: true, whitespace: true, message: '请填退回人' }]}
        >
          <AutoComplete options={leaders.map((value) => ({ value }))} maxLength={30} />
        </Form.Item>
        <Form.Item name="returnedOn" label="退回日期" rules={[{ required: true, message: '请填退回日期' }]}>
          <DateInput />
        </Form.Item>
      </div>
    </FormModal>
  );
}
