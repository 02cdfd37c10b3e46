import { Form } from 'antd';
import { useState } from 'react';
import { helperOn, VisitInput } from '../../db/model/assistance.ts';
import type { VisitView, WorkshopAssistance } from '../../db/model/contract/assistance.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import type { VisitId } from '../../db/model/ids.ts';
import type { Result } from '../../db/model/problems.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { useDraft } from '../shared/useDraft.tsx';
import { UnsavedVisit, VisitFields } from './VisitFields.tsx';

interface Props {
  readonly of: WorkshopAssistance;
  /** The visit to correct; none for a new one. */
  readonly visit?: VisitView | undefined;
  readonly onClose: () => void;
  readonly onDone: (visitId: VisitId) => void;
}

/** A new visit begins with today and the helper of today. */
function firstValues({ assignments }: WorkshopAssistance, visit: VisitView | undefined, today: IsoDate) {
  if (visit) return { ...visit, reason: '' };
  const helper = helperOn(assignments, today);
  return {
    visitedOn: today,
    ...(helper ? { staffId: helper.staffId } : {}),
    substitute: false,
    findings: '',
    advice: '',
    ownerResponse: '',
    progressPercent: null,
    reason: '',
  };
}

function useSaving({ of, visit }: Props) {
  const add = useAct(client.assistance.addVisit);
  const change = useAct(client.assistance.changeVisit);
  const run = async ({ reason = '', ...fields }: UnsavedVisit): Promise<Result<VisitId>> => {
    const input = VisitInput.parse({ ...fields, substitute: fields.substitute ?? false });
    if (!visit) {
      const added = await add.run({ workshopId: of.workshopId, visit: input });
      return added.ok ? { ok: true, value: added.value.visitId } : added;
    }
    const changed = await change.run({ visitId: visit.id, visit: input, reason: reason.trim() });
    return changed.ok ? { ok: true, value: visit.id } : changed;
  };
  const { running, problems } = visit ? change : add;
  return { run, running, problems };
}

/** 登记走访, or the correction of one with its reason. */
export function VisitModal(props: Props) {
  const { of, visit, onClose, onDone } = props;
  const { today } = useOffice();
  const [form] = Form.useForm<UnsavedVisit>();
  const saving = useSaving(props);
  const [changed, setChanged] = useState<UnsavedVisit | null>(null);
  const draft = useDraft(`visit-${visit?.id ?? of.workshopId}`, changed, UnsavedVisit, (values) =>
    form.setFieldsValue({ ...values }),
  );
  const save = async (fields: UnsavedVisit) => {
    const done = await saving.run(fields);
    if (!done.ok) return;
    await draft.drop();
    onDone(done.value);
  };
  return (
    <FormModal<UnsavedVisit>
      title={`${visit ? '更正走访记录' : '登记走访'}：${of.workshopName}`}
      okText={visit ? '保存更正' : '登记'}
      refusedTitle="没有保存"
      form={form}
      name="visit"
      initialValues={firstValues(of, visit, today)}
      act={saving}
      focus="findings"
      width={640}
      onValuesChange={setChanged}
      intro={draft.banner}
      onSave={save}
      onClose={onClose}
    >
      <VisitFields of={of} form={form} correcting={visit !== undefined} />
    </FormModal>
  );
}
