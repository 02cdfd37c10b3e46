import { App, Button, Form } from 'antd';
import { Bureau } from '../../db/model/bureau.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { BureauFields } from './BureauFields.tsx';

/** 本单位: what papers print of the office. */
export function BureauTab() {
  const { bureau } = useOffice();
  const { message } = App.useApp();
  const [form] = Form.useForm<Bureau>();
  const save = useAct(client.settings.saveBureau);
  useCommand('save', () => form.submit());
  const submit = async (values: Bureau) => {
    const done = await save.run(Bureau.parse(values));
    if (done.ok) message.success('已保存');
  };
  return (
    <Form
      form={form}
      layout="vertical"
      className="panel form-narrow"
      initialValues={bureau}
      onKeyDown={enterMoves}
      onFinish={(values) => void submit(values)}
      aria-label="本单位"
    >
      <ProblemList problems={save.problems} title="没有保存" onClose={save.clear} />
      <BureauFields />
      <Button type="primary" htmlType="submit" loading={save.running}>
        保存 Ctrl+S
      </Button>
    </Form>
  );
}
