import { Form, Input, Select } from 'antd';
import type { Vacancy } from '../../db/model/contract/selection.ts';
import { ApplicationId } from '../../db/model/ids.ts';
import { client, useAct } from '../api.ts';
import { FormModal } from '../shared/FormModal.tsx';

interface Fields {
  readonly newcomerId: string;
  readonly reason: string;
}

interface Props {
  readonly vacancy: Vacancy;
  readonly onClose: () => void;
}

/** 递补: the next in rank, or another with a reason. */
export function ReplaceModal({ vacancy, onClose }: Props) {
  const [form] = Form.useForm<Fields>();
  const act = useAct(client.selection.replace);
  const [next] = vacancy.successors;
  const chosen = Form.useWatch('newcomerId', form) ?? next?.applicationId;
  const isNext = chosen === next?.applicationId;
  const save = async ({ newcomerId, reason }: Fields): Promise<void> => {
    const input = { leaverId: vacancy.applicationId, newcomerId: ApplicationId.parse(newcomerId) };
    const result = await act.run({ ...input, reason: reason.trim() });
    if (result.ok) onClose();
  };
  return (
    <FormModal<Fields>
      title={`递补“${vacancy.name}”空出的名额`}
      okText="确定递补"
      refusedTitle="没有递补"
      form={form}
      name="replace"
      initialValues={{ ...(next && { newcomerId: next.applicationId }), reason: '' }}
      act={act}
      intro={
        <p>递补后进入“待公示”，只对新递补的重新公示；公示期满后列入补充名单。发布公示前可以取消入选。</p>
      }
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="newcomerId" label="递补的小作坊" rules={[{ required: true, message: '请选择' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={vacancy.successors.map(({ applicationId, name, rank }, index) => ({
            value: applicationId,
            label: `${rank === null ? '未排名' : `第${rank}名`} ${name}${index === 0 ? '（按名次应递补）' : ''}`,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={isNext ? '说明（可不填）' : '不按名次递补的理由'}
        rules={[{ required: !isNext, whitespace: !isNext, message: '另选别家请写明理由' }]}
      >
        <Input.TextArea rows={3} maxLength={300} showCount />
      </Form.Item>
    </FormModal>
  );
}
