import { App, Form } from 'antd';
import type { Rule } from 'antd/es/form';
import { useState } from 'react';
import {
  cardDigits,
  PAYEE_LABELS,
  Payee,
  type PayeeField,
  type PayeePatch,
  PayeePatch as PayeePatchSchema,
  passesLuhn,
} from '../../db/model/awards.ts';
import type { AwardRow } from '../../db/model/contract/awards.ts';
import { type Problem, warning } from '../../db/model/problems.ts';
import { client, useAct } from '../api.ts';
import { CHARACTER_RULE } from '../shared/characterRule.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { zodRule } from '../shared/zodRule.ts';
import { PayeeInput } from './PayeeInput.tsx';

const FIELDS: readonly PayeeField[] = ['idName', 'accountName', 'bank', 'card'];

const HINTS: Readonly<Record<PayeeField, string>> = {
  idName: '与业主身份证一致',
  accountName: '与银行账户一致；与身份证姓名不同的，请核实',
  bank: '写到网点，如“××银行××支行”',
  card: '业主本人银行卡；可带空格',
};

type Fields = { readonly [Field in PayeeField]?: string | undefined };

/** What was touched; the others stay as they are kept. */
const patchOf = (fields: Fields): PayeePatch => {
  const given = FIELDS.filter((field) => fields[field] !== undefined).map(
    (field) => [field, fields[field]] as const,
  );
  return PayeePatchSchema.parse(Object.fromEntries(given));
};

const cardWarnings = (card: string | undefined): readonly Problem[] => {
  const digits = card === undefined ? '' : cardDigits(card);
  return Payee.shape.card.safeParse(digits).success && !passesLuhn(digits)
    ? [warning('payee.luhn', '银行卡号的校验位不对，请对照银行卡核对是否录错；核对无误的可以保存')]
    : [];
};

interface Props {
  readonly row: AwardRow;
  readonly onClose: () => void;
}

/** 收款信息 of one owner: sealed; a changed one must be confirmed anew. */
export function PayeeModal({ row, onClose }: Props) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const card = Form.useWatch('card', form);
  const [warned, setWarned] = useState<readonly Problem[]>([]);
  const act = useAct(client.awards.savePayee);
  const kept = row.payee;
  const save = async (fields: Fields): Promise<void> => {
    const result = await act.run({ workshopId: row.workshopId, payee: patchOf(fields) });
    if (!result.ok) return;
    message.success('已保存，请与业主核实后登记核实');
    if (result.value.warnings.length === 0) onClose();
    else setWarned(result.value.warnings);
  };
  const rulesOf = (field: PayeeField): Rule[] => {
    const rule = zodRule(Payee.shape[field], PAYEE_LABELS[field]);
    return kept === null
      ? [rule]
      : [
          {
            validator: async (_, value: unknown) => {
              if (value === undefined) return;
              const parsed = Payee.shape[field].safeParse(value);
              if (!parsed.success) throw new Error(parsed.error.issues[0]?.message ?? '填写有误');
            },
          },
        ];
  };
  return (
    <FormModal<Fields>
      title={`收款信息：${row.name}（业主${row.ownerName}）`}
      okText="保存"
      refusedTitle="没有保存"
      form={form}
      name="payee"
      initialValues={kept === null ? { idName: row.ownerName, accountName: row.ownerName } : {}}
      act={act}
      width={600}
      cancelText={warned.length > 0 ? '关闭' : '取消'}
      intro={
        <>
          <ProblemList problems={warned} title="已保存，请留意" />
          <p className="quiet">
            加密保存，屏幕上遮蔽显示，查看会记入操作记录；只出现在发放表和加密报送的文件中。
          </p>
        </>
      }
      outro={<ProblemList problems={cardWarnings(card)} />}
      onSave={save}
      onClose={onClose}
    >
      {FIELDS.map((field) => (
        <Form.Item
          key={field}
          name={field}
          label={PAYEE_LABELS[field]}
          extra={HINTS[field]}
          required={kept === null}
          rules={[...rulesOf(field), CHARACTER_RULE]}
        >
          <PayeeInput field={field} workshopId={row.workshopId} masked={kept?.[field] ?? null} />
        </Form.Item>
      ))}
    </FormModal>
  );
}
