import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { Bureau } from '../../db/model/bureau.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { useDraft } from '../shared/useDraft.tsx';
import { BureauFields } from './BureauFields.tsx';

/** What the fields hold while they are edited; checked when it is saved. */
const Unsaved = z.record(z.string(), z.string());
type Unsaved = z.infer<typeof Unsaved>;

/** 本单位: what papers print of the office. */
export function BureauTab() {
  const { bureau } = useOffice();
  const { message } = App.useApp();
  const [form] = Form.useForm<Bureau>();
  const save = useAct(client.settings.saveBureau);
  const [edited, setEdited] = useState<Unsaved | null>(null);
  const draft = useDraft('bureau', edited, Unsaved, (values) => {
    form.setFieldsValue(values);
    setEdited(values);
  });
  useCommand('save', () => form.submit());
  const submit = async (values: Bureau) => {
    if (!(await save.run(Bureau.parse(values))).ok) return;
    setEdited(null);
    await draft.drop();
    message.success('已保存');
  };
  return (
    <Form
      form={form}
      layout="vertical"
      className="panel form-narrow"
      initialValues={bureau}
      onKeyDown={enterMoves}
      onValuesChange={(_, values) => setEdited(Unsaved.parse(values))}
      onFinish={(values) => void submit(values)}
      scrollToFirstError={{ focus: true, block: 'center' }}
      aria-label="本单位"
    >
      {draft.banner}
      <ProblemList problems={save.problems} title="没有保存" onClose={save.clear} />
      <BureauFields />
      <Button type="primary" htmlType="submit" loading={save.running}>
        保存 Ctrl+S
      </Button>
    </Form>
  );
}
