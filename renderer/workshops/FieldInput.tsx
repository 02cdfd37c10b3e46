import { AutoComplete, Form, Input, InputNumber, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import { memo, type ReactNode } from 'react';
import type { MaskedPrivate, PrivateField } from '../../db/model/contract/workshops.ts';
import { CREDIT_CODE_FAULTS, creditCodeFault } from '../../db/model/creditCode.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { privatePatternsIn } from '../../db/model/privateNumbers.ts';
import { CERTIFICATE_KINDS, GENDERS, keysOf } from '../../db/model/terms.ts';
import { CHARACTER_RULE } from '../shared/characterRule.ts';
import { AreaInput, DateInput, MoneyInput } from '../shared/inputs.tsx';
import { type FormField, labelOf, maxLengthOf } from './applicationFields.ts';
import { privateFault } from './applicationForm.ts';
import { PrivateInput } from './PrivateInput.tsx';

const optionsOf = (labels: Record<string, string>) =>
  keysOf(labels).map((value) => ({ value, label: labels[value] }));

interface Props {
  readonly field: FormField;
  readonly workshopId: WorkshopId | null;
  readonly masked: MaskedPrivate;
  /** What other applicants of the year say in this field. */
  readonly known: readonly string[];
  /** A condition of the notice this field does not meet. */
  readonly condition: string | undefined;
}

function control({ field, workshopId, masked, known }: Props): ReactNode {
  const maxLength = maxLengthOf(field);
  const limit = maxLength === undefined ? {} : { maxLength };
  switch (field.kind) {
    case 'private':
      return (
        <PrivateInput
          field={field.name}
          label={labelOf(field)}
          workshopId={workshopId}
          masked={masked[field.name]}
        />
      );
    case 'money':
      return <MoneyInput />;
    case 'area':
      return <AreaInput />;
    case 'date':
      return <DateInput />;
    case 'count':
      return <InputNumber className="full-width" min={0} precision={0} controls={false} suffix="人" />;
    case 'gender':
      return <Select allowClear options={optionsOf(GENDERS)} />;
    case 'certificateKind':
      return <Select allowClear options={optionsOf(CERTIFICATE_KINDS)} />;
    case 'suggest':
      return (
        <AutoComplete
          options={known.map((value) => ({ value }))}
          placeholder={field.hint}
          showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
        />
      );
    case 'long':
      return <Input.TextArea className="grows two-lines" placeholder={field.hint} {...limit} />;
    case 'text':
      return <Input placeholder={field.hint} {...limit} />;
  }
}

const isRequired = (field: FormField): boolean => field.part !== 'private' && field.required === true;

const privateRule = (field: PrivateField): Rule => ({
  validator: async (_, value: string | null | undefined) => {
    const fault = privateFault(field, value ?? '');
    if (fault !== undefined) throw new Error(fault);
  },
});

/** Only a warning: a licence may carry what the standard does not know, and the clerk has it in hand. */
const CREDIT_CODE_RULE: Rule = {
  warningOnly: true,
  validator: async (_, value: string | undefined) => {
    const fault = creditCodeFault(value ?? '');
    if (fault !== undefined) throw new Error(CREDIT_CODE_FAULTS[fault]);
  },
};

/** Asked where it is typed, and not first when a notice is to be published. A warning: it may be meant. */
const PUBLIC_TEXT_RULE: Rule = {
  warningOnly: true,
  validator: async (_, value: unknown) => {
    const [found] = typeof value === 'string' ? privatePatternsIn(value) : [];
    if (!found) return;
    throw new Error(`“${found.masked}”像是${found.kind}，请核对：这一栏可能印在公示等公开材料上`);
  },
};

const requiredRule = (field: FormField): Rule[] =>
  isRequired(field) ? [{ required: true, whitespace: true, message: `请填写${labelOf(field)}` }] : [];

const isTyped = ({ kind }: FormField): boolean => kind === 'text' || kind === 'long' || kind === 'suggest';

function rulesOf(field: FormField): Rule[] {
  if (field.part === 'private') return [privateRule(field.name)];
  if (field.name === 'creditCode') return [CREDIT_CODE_RULE];
  // A certificate's number may well look like somebody's.
  if (field.name === 'certificateNo') return [CHARACTER_RULE];
  if (!isTyped(field)) return requiredRule(field);
  return [...requiredRule(field), CHARACTER_RULE, PUBLIC_TEXT_RULE];
}

function Field(props: Props) {
  const { field, condition } = props;
  return (
    <Form.Item
      name={[field.part, field.name]}
      label={labelOf(field)}
      rules={rulesOf(field)}
      validateTrigger="onBlur"
      className={field.wide ? 'wide' : ''}
      {...(condition === undefined ? {} : { extra: <span className="condition-note">{condition}</span> })}
      {...(field.kind === 'gender' || field.kind === 'certificateKind'
        ? { normalize: (value: unknown) => value ?? null }
        : {})}
    >
      {control(props)}
    </Form.Item>
  );
}

/**
 * One field of the application form, with its label, its checks and the notice's condition beside it. Left alone while
 * another one is typed in: there are more than thirty.
 */
export const FieldInput = memo(Field);
