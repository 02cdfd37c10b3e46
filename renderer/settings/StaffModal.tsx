import { Form, Modal } from 'antd';
import { useEffect } from 'react';
import { StaffInput } from '../../db/model/bureau.ts';
import type { Problem } from '../../db/model/problems.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { StaffFields } from './StaffFields.tsx';

interface Props {
  /** Null: closed. */
  readonly editing: StaffInput | null;
  readonly isNew: boolean;
  readonly running?: boolean;
  readonly problems?: readonly Problem[];
  readonly onDone: (staff: StaffInput) => void;
  readonly onClose: () => void;
}

export const NOBODY: StaffInput = { name: '', unit: '', position: '', roles: [] };

/** Adds or changes one person. */
export function StaffModal({ editing, isNew, running = false, problems = [], onDone, onClose }: Props) {
  const [form] = Form.useForm<StaffInput>();
  useEffect(() => {
    if (editing) form.setFieldsValue({ ...editing, roles: [...editing.roles] });
  }, [editing, form]);
  useCommand('save', () => form.submit(), editing !== null);
  return (
    <Modal
      open={editing !== null}
      title={isNew ? '增加人员' : '修改人员'}
      okText="确定"
      cancelText="取消"
      confirmLoading={running}
      onOk={() => form.submit()}
      onCancel={onClose}
      forceRender
      afterOpenChange={(opened) => opened && form.focusField('name')}
      afterClose={() => form.resetFields()}
    >
      <ProblemList problems={problems} title="没有保存" />
      <Form
        form={form}
        layout="vertical"
        onKeyDown={enterMoves}
        onFinish={(values) => {
          const parsed = StaffInput.safeParse({ ...NOBODY, ...values });
          if (parsed.success) onDone(parsed.data);
        }}
      >
        <StaffFields />
      </Form>
    </Modal>
  );
}
