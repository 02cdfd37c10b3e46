import { Form, Modal, Select } from 'antd';
import { useState } from 'react';
import type { WritingSubject } from '../../db/model/contract/writings.ts';
import type { ActState } from '../shared/FormModal.tsx';
import { focusFirstField } from '../shared/focusFirstField.ts';
import { ProblemList } from '../shared/ProblemList.tsx';

/** What every choice of a subject is handed. */
export interface ChoiceProps {
  readonly act: ActState;
  readonly onChosen: (subject: WritingSubject) => void;
  readonly onClose: () => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly subject: WritingSubject;
}

interface Props extends ChoiceProps {
  readonly title: string;
  readonly note: string;
  readonly label: string;
  readonly placeholder: string;
  /** Undefined while they are fetched. */
  readonly choices: readonly Choice[] | undefined;
  readonly emptyText: string;
}

/** What a text is to be about: one of the things there are. */
export function SubjectModal({ act, choices, onChosen, onClose, ...texts }: Props) {
  const [value, setValue] = useState<string>();
  const chosen = choices?.find((one) => one.value === value);
  return (
    <Modal
      open
      title={texts.title}
      okText="生成"
      cancelText="取消"
      confirmLoading={act.running}
      okButtonProps={{ disabled: chosen === undefined }}
      onOk={() => chosen && onChosen(chosen.subject)}
      onCancel={onClose}
      afterOpenChange={focusFirstField}
    >
      <ProblemList problems={act.problems} />
      <p>{texts.note}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={texts.label} htmlFor="writing-subject">
          <Select
            id="writing-subject"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={texts.placeholder}
            loading={choices === undefined}
            {...(value === undefined ? {} : { value })}
            options={(choices ?? []).map((one) => ({ value: one.value, label: one.label }))}
            notFoundContent={texts.emptyText}
            onChange={setValue}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
