import { Form, type FormInstance, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '../../db/model/problems.ts';
import { enterMoves } from './enterMoves.ts';
import { focusFirstField } from './focusFirstField.ts';
import { ProblemList } from './ProblemList.tsx';
import { useCommand } from './useCommand.ts';

/** How the one thing it does is going. */
export interface ActState {
  readonly running: boolean;
  readonly problems: readonly Problem[];
}

interface Props<Fields extends object> {
  readonly title: string;
  readonly okText: string;
  readonly cancelText?: string;
  /** Says what did not happen, over the refusals. */
  readonly refusedTitle: string;
  readonly form: FormInstance<Fields>;
  /** Of the form: its fields get their ids from it. */
  readonly name: string;
  readonly initialValues: Partial<Fields>;
  readonly act: ActState;
  /** Where typing begins; the first field where left out. */
  readonly focus?: keyof Fields & string;
  readonly width?: number;
  /** Where what is asked cannot be done as things are. */
  readonly blocked?: boolean;
  /** Above the form: what it is about, and what will happen. */
  readonly intro?: ReactNode;
  /** Below the form. */
  readonly outro?: ReactNode;
  readonly children: ReactNode;
  /** Everything typed so far, to be kept. */
  readonly onValuesChange?: (fields: Fields) => void;
  readonly onSave: (fields: Fields) => Promise<void>;
  readonly onClose: () => void;
}

/** A small dialog that asks for a few fields and does one thing: Enter moves on, Ctrl+S does it, a refusal stays in it. */
export function FormModal<Fields extends object>(props: Props<Fields>) {
  const { form, act, focus } = props;
  useCommand('save', () => form.submit());
  return (
    <Modal
      open
      {...(props.width === undefined ? {} : { width: props.width })}
      title={props.title}
      okText={props.okText}
      cancelText={props.cancelText ?? '取消'}
      okButtonProps={{ disabled: props.blocked ?? false }}
      confirmLoading={act.running}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      afterOpenChange={(opened) => {
        if (focus === undefined) focusFirstField(opened);
        else if (opened) form.focusField(focus);
      }}
    >
      <ProblemList problems={act.problems} title={props.refusedTitle} />
      {props.intro}
      <Form<Fields>
        form={form}
        name={props.name}
        layout="vertical"
        onKeyDown={enterMoves}
        initialValues={props.initialValues}
        onValuesChange={(_, all) => props.onValuesChange?.(all)}
        onFinish={(fields) => void props.onSave(fields)}
      >
        {props.children}
      </Form>
      {props.outro}
    </Modal>
  );
}
