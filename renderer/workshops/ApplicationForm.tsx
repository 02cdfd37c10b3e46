import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Form, Typography } from 'antd';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { ApplicationCore, WorkshopCore } from '../../db/model/application.ts';
import { type MaskedPrivate, PrivateField } from '../../db/model/contract/workshops.ts';
import { failedConditions } from '../../db/model/eligibility.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import type { Problem } from '../../db/model/problems.ts';
import { api, client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { useDraft } from '../shared/useDraft.tsx';
import { APPLICATION_SECTIONS, fieldPath } from './applicationFields.ts';
import { type ApplicationValues, applicantInput, DraftValues } from './applicationForm.ts';
import { ConditionList } from './ConditionList.tsx';
import { FieldInput } from './FieldInput.tsx';
import { useKnownValues } from './useKnownValues.ts';

interface Props {
  readonly workshopId: WorkshopId | null;
  readonly saved: ApplicationValues;
  readonly masked: MaskedPrivate;
  readonly onSaved: (workshopId: WorkshopId) => void;
  /** Under the conditions, at the side. */
  readonly side?: ReactNode;
}

const Facts = WorkshopCore.pick({ certificateNo: true, certificateValidUntil: true }).extend(
  ApplicationCore.pick({ operationArea: true, plannedInvestment: true, promisedOn: true }).shape,
);

/** The notice's conditions on what stands in the form now. A field half typed counts as empty. */
function useConditions({ workshop, application }: ApplicationValues): readonly Problem[] {
  const { campaign, today } = useOffice();
  const facts = Facts.safeParse({ ...workshop, ...application });
  return facts.success ? failedConditions(facts.data, campaign.policy, today) : [];
}

/** 申请表 as a form: the paper's order, checks beside the fields, kept by itself until saved. */
export function ApplicationForm({ workshopId, saved, masked, onSaved, side }: Props) {
  const { campaign } = useOffice();
  const [form] = Form.useForm<ApplicationValues>();
  // Not watched in the form: that would draw the page once more each time it is opened.
  const [edits, setEdits] = useState<ApplicationValues | null>(null);
  const dirty = edits !== null;
  const save = useAct(client.workshops.save);
  const failed = useConditions(edits ?? saved);
  const known = useKnownValues(useQuery(api.workshops.list.queryOptions()).data);
  const draft = useDraft(`application:${campaign.id}:${workshopId ?? 'new'}`, edits, DraftValues, (kept) => {
    form.setFieldsValue(kept);
    setEdits(form.getFieldsValue());
  });
  const initial = useMemo(() => saved, [saved]);

  const showAtFields = (problems: readonly Problem[]) => {
    const marked = problems.flatMap((one) => {
      const name = fieldPath(one.field);
      return name ? [{ name, errors: [one.message] }] : [];
    });
    if (marked.length === 0) return;
    form.setFields(marked);
    const [first] = marked;
    if (first) form.scrollToField(first.name, { block: 'center', focus: true });
  };
  const submit = async () => {
    const input = applicantInput(form.getFieldsValue(true), workshopId);
    if (!input.ok) return showAtFields(input.problems);
    const done = await save.run(input.value);
    if (!done.ok) return showAtFields(done.problems);
    await draft.drop();
    setEdits(null);
    // What was typed is stored and sealed now: the fields show it masked again.
    for (const name of PrivateField.options) form.setFieldValue(['private', name], undefined);
    onSaved(done.value.workshopId);
  };
  useCommand('save', () => form.submit());
  useEffect(() => {
    // A new application is for typing: its first field has the keyboard.
    if (workshopId === null) form.focusField(['workshop', 'name']);
  }, [form, workshopId]);

  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={initial}
      onValuesChange={(_, values) => setEdits(values)}
      onFinish={() => void submit()}
      onKeyDown={enterMoves}
      scrollToFirstError={{ block: 'center', focus: true }}
      aria-label="申请表"
    >
      {draft.banner}
      <ProblemList problems={save.problems} title="没有保存" onClose={save.clear} />
      <div className="form-with-side">
        <div className="panel">
          {APPLICATION_SECTIONS.map(({ title, fields }) => (
            <section key={title} aria-label={title}>
              <Typography.Title level={2} className="section-title">
                {title}
              </Typography.Title>
              <div className="two-columns">
                {fields.map((field) => (
                  <FieldInput
                    key={field.name}
                    field={field}
                    workshopId={workshopId}
                    masked={masked}
                    known={known(field.name)}
                    condition={failed.find((one) => one.field === field.name)?.message}
                  />
                ))}
              </div>
            </section>
          ))}
        </div>
        <Flex vertical gap={12} className="side-panel">
          <div className="panel">
            <ConditionList policy={campaign.policy} failed={failed} />
          </div>
          <Button
            type="primary"
            htmlType="submit"
            block
            loading={save.running}
            disabled={!dirty && workshopId !== null}
          >
            保存 Ctrl+S
          </Button>
          <Typography.Text type="secondary" className="save-state">
            {dirty ? '有未保存的修改' : '没有未保存的修改'}
          </Typography.Text>
          {side}
        </Flex>
      </div>
    </Form>
  );
}
