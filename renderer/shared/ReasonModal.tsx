import { Form, Modal } from 'antd';
import { type ReactNode, useEffect } from 'react';
import type { Problem } from '../../db/model/problems.ts';
import { ProblemList } from './ProblemList.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { useCommand } from './useCommand.ts';

interface Props {
  readonly open: boolean;
  readonly title: string;
  /** What will happen, and how it can be undone. */
  readonly children?: ReactNode;
  readonly label?: string;
  readonly okText: string;
  readonly running?: boolean;
  readonly problems?: readonly Problem[];
  readonly maxLength?: number;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why: withdrawals, removals and changed figures carry their reason into the records. */
export function ReasonModal(props: Props) {
  const {
    open,
    title,
    children,
    label = '原因',
    okText,
    running = false,
    problems = [],
    maxLength = 200,
  } = props;
  const [form] = Form.useForm<{ reason: string }>();
  useCommand('save', () => form.submit(), open);
  useEffect(() => {
    if (open) form.resetFields();
  }, [open, form]);
  return (
    <Modal
      open={open}
      title={title}
      okText={okText}
      cancelText="取消"
      confirmLoading={running}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      destroyOnHidden
      // The field can take the keyboard only once the dialog has come up.
      afterOpenChange={(opened) => opened && form.focusField('reason')}
    >
      <ProblemList problems={problems} />
      {children}
      <ReasonForm form={form} label={label} maxLength={maxLength} onReason={props.onReason} />
    </Modal>
  );
}
