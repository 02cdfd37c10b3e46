import { AutoComplete, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { normaliseCode } from '../../db/model/checkCode.ts';
import type { PlanView, RevisionView } from '../../db/model/contract/plans.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { ALL_SIGNATURES } from '../../db/model/plan.ts';
import { type Problem, problem } from '../../db/model/problems.ts';
import { SIGNATURE_ROLES, type SignatureRole } from '../../db/model/terms.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { useSoleName, useStaffNames } from '../selection/useStaffNames.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';

interface SignatureFields {
  readonly signed: boolean;
  readonly signerName: string;
  readonly signedOn: IsoDate | null;
  readonly opinion: string;
}

interface Fields {
  readonly checkCode: string;
  readonly signatures: Readonly<Record<SignatureRole, SignatureFields>>;
}

interface Props {
  readonly plan: PlanView;
  readonly revision: RevisionView;
  readonly onClose: () => void;
}

const NOBODY = problem('sign.nobody', '请勾选已在纸质方案上签字的人');

/** What the typed code says about the paper at hand. */
function codeVerdict(
  typed: string,
  expected: string | null,
): { status: 'success' | 'error'; help: string } | null {
  if (typed.trim() === '') return null;
  return expected !== null && normaliseCode(typed) === normaliseCode(expected)
    ? { status: 'success', help: '与本版一致' }
    : { status: 'error', help: '与本版不一致，请核对是否录错，或拿错了版本' };
}

/** Records who signed the paper: four blocks, and the code that ties the paper to this revision. */
export function SignModal({ plan, revision, onClose }: Props) {
  const { today } = useOffice();
  const [form] = Form.useForm<Fields>();
  const [incomplete, setIncomplete] = useState<readonly Problem[]>([]);
  const act = useAct(client.plans.sign);
  const staff: Readonly<Record<SignatureRole, readonly string[]>> = {
    owner: [plan.ownerName],
    helper: [...new Set([plan.current.content.helperName, ...useStaffNames('helper')])],
    sectionHead: useStaffNames('sectionHead'),
    leader: useStaffNames('leader'),
  };
  const usual: Readonly<Record<SignatureRole, string>> = {
    owner: plan.ownerName,
    helper: plan.current.content.helperName,
    sectionHead: useSoleName('sectionHead'),
    leader: useSoleName('leader'),
  };
  const done = new Set(revision.signatures.map((one) => one.role));
  const open = ALL_SIGNATURES.filter((role) => !done.has(role));
  const typed = Form.useWatch('checkCode', form) ?? '';
  const verdict = codeVerdict(typed, revision.checkCode);
  const ticked = Form.useWatch('signatures', form);

  const save = async ({ checkCode, signatures }: Fields): Promise<void> => {
    const given = open.flatMap((role) => {
      const { signed, signerName, signedOn, opinion } = signatures[role];
      return signed && signedOn !== null
        ? [{ role, signerName: signerName.trim(), signedOn, opinion: opinion.trim() }]
        : [];
    });
    setIncomplete(given.length === 0 ? [NOBODY] : []);
    if (given.length === 0) return;
    const code = checkCode.trim();
    const result = await act.run({
      revisionId: revision.id,
      checkCode: code === '' ? null : code,
      signatures: given,
    });
    if (result.ok) onClose();
  };
  const initialOf = (role: SignatureRole): SignatureFields => ({
    signed: true,
    signerName: usual[role],
    signedOn: today,
    opinion: '同意',
  });
  return (
    <FormModal<Fields>
      title={`登记签批：${plan.workshopName}，第${revision.number}版`}
      okText="登记签批"
      refusedTitle="签批没有登记"
      form={form}
      name="sign"
      initialValues={{
        checkCode: '',
        signatures: {
          owner: initialOf('owner'),
          helper: initialOf('helper'),
          sectionHead: initialOf('sectionHead'),
          leader: initialOf('leader'),
        },
      }}
      act={{ running: act.running, problems: [...incomplete, ...act.problems] }}
      width={860}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item
        name="checkCode"
        label="纸质方案上的校验码"
        extra="照纸质方案每页页脚的16位校验码录入，核对所签的就是这一版。大小写、空格不限。"
        {...(verdict ? { validateStatus: verdict.status, help: verdict.help, hasFeedback: true } : {})}
      >
        <Input className="code-input" maxLength={40} placeholder="XXXX-XXXX-XXXX-XXXX" />
      </Form.Item>
      <section aria-label="签字">
        {open.map((role) => {
          const on = ticked?.[role]?.signed ?? true;
          return (
            <div className="signature-row" key={role}>
              <Form.Item name={['signatures', role, 'signed']} valuePropName="checked">
                <Checkbox>{SIGNATURE_ROLES[role]}已签</Checkbox>
              </Form.Item>
              <Form.Item
                name={['signatures', role, 'signerName']}
                rules={[{ required: on, whitespace: on, message: '请填签字人' }]}
              >
                <AutoComplete
                  aria-label={`${SIGNATURE_ROLES[role]}姓名`}
                  placeholder="签字人"
                  disabled={!on}
                  maxLength={30}
                  options={staff[role].filter(Boolean).map((value) => ({ value }))}
                />
              </Form.Item>
              <Form.Item
                name={['signatures', role, 'signedOn']}
                rules={[{ required: on, message: '请填签字日期' }]}
              >
                <DateInput aria-label={`${SIGNATURE_ROLES[role]}签字日期`} disabled={!on} />
              </Form.Item>
              <Form.Item name={['signatures', role, 'opinion']}>
                <Input
                  aria-label={`${SIGNATURE_ROLES[role]}意见`}
                  placeholder="意见"
                  maxLength={300}
                  disabled={!on}
                />
              </Form.Item>
            </div>
          );
        })}
      </section>
      <p className="quiet">
        四方都签字后方案才算签批完成，之后方可登记开工。也可以先登记一部分，其余以后补登。
      </p>
    </FormModal>
  );
}
