import { App, AutoComplete, Form, Input, InputNumber } from 'antd';
import { useNavigate } from 'react-router';
import { NewYear } from '../../db/model/contract/years.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { zodRule } from '../shared/zodRule.ts';

/** 新建年度: copies the policy of the year shown, its dates moved; the quota is asked. */
export function NewYearModal({ onClose }: { readonly onClose: () => void }) {
  const { campaign, latestYear } = useOffice();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<NewYear>();
  const create = useAct(client.years.create);
  const save = async (values: NewYear) => {
    const input = NewYear.parse({ ...values, basis: values.basis ?? '' });
    if (!(await create.run(input)).ok) return;
    onClose();
    message.success(`已建立${input.year}年度，请核对年度政策`);
    void navigate('/settings?tab=policy');
  };
  return (
    <FormModal<NewYear>
      title="新建年度"
      okText="建立"
      refusedTitle="没有建立"
      form={form}
      name="newYear"
      initialValues={{
        year: latestYear + 1,
        programmeName: campaign.policy.programmeName,
        basis: '',
      }}
      act={create}
      focus="quota"
      intro={
        <p>
          沿用{campaign.year}年度的各项政策数值，日期顺延到新年度，建立后可逐项修改。{campaign.year}
          年度的资料不变，随时可以切换回去查看。
        </p>
      }
      onSave={save}
      onClose={onClose}
    >
      <div className="two-columns">
        <Form.Item name="year" label="年度" rules={[{ required: true, message: '请填写年度' }]}>
          <InputNumber
            className="full-width"
            min={2000}
            max={2100}
            precision={0}
            controls={false}
            suffix="年"
          />
        </Form.Item>
        <Form.Item
          name="quota"
          label="本单位名额（附表1）"
          rules={[{ required: true, message: '请填写名额，未下达时填0' }]}
        >
          <InputNumber className="full-width" min={0} max={9999} precision={0} controls={false} suffix="家" />
        </Form.Item>
        <Form.Item
          name="programmeName"
          label="创建名称（文书照此打印）"
          rules={[zodRule(NewYear.shape.programmeName, '创建名称')]}
        >
          <AutoComplete options={['名优特', '名特优'].map((value) => ({ value }))} />
        </Form.Item>
        <Form.Item name="basis" label="依据文件（可后补）">
          <Input maxLength={200} placeholder="新年度的通知及文号" />
        </Form.Item>
      </div>
    </FormModal>
  );
}
