import { Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { helperOn, type VisitInput, visitProblems } from '../../db/model/assistance.ts';
import type { VisitView, WorkshopAssistance } from '../../db/model/contract/assistance.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import type { StaffId, VisitId } from '../../db/model/ids.ts';
import type { Result } from '../../db/model/problems.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { enterMoves } from '../shared/enterMoves.ts';
import { DateInput } from '../shared/inputs.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { useVisitorChoices } from './useHelperChoices.ts';

interface Props {
  readonly of: WorkshopAssistance;
  /** The visit to correct; none for a new one. */
  readonly visit?: VisitView | undefined;
  readonly onClose: () => void;
  readonly onDone: (visitId: VisitId) => void;
}

type Fields = VisitInput & { readonly reason: string };

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

/** Whether the day and the visitor chosen so far are those of the helper; only then no tick is asked for. */
function useSubstitute(
  of: WorkshopAssistance,
  day: IsoDate | null | undefined,
  staffId: StaffId | undefined,
) {
  if (!day || !staffId) return false;
  const helper = helperOn(of.assignments, day);
  return helper !== undefined && helper.staffId !== staffId;
}

function useSaving({ of, visit }: Props) {
  const add = useAct(client.assistance.addVisit);
  const change = useAct(client.assistance.changeVisit);
  const run = async ({ reason, ...fields }: Fields): Promise<Result<VisitId>> => {
    const input = { ...fields, substitute: fields.substitute ?? false };
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
  const [form] = Form.useForm<Fields>();
  const visitors = useVisitorChoices();
  const saving = useSaving(props);
  const day = Form.useWatch('visitedOn', form);
  const staffId = Form.useWatch('staffId', form);
  const asksSubstitute = useSubstitute(of, day, staffId);
  const nameOf = (id: StaffId) => visitors.find((one) => one.value === id)?.label ?? '';
  const checkDay = (value: IsoDate | null): string | undefined => {
    if (!value || !staffId) return undefined;
    const choice = { staffId, visitedOn: value, substitute: true };
    return visitProblems(of.assignments, choice, today, nameOf)[0]?.message;
  };
  const save = async (fields: Fields) => {
    const done = await saving.run(fields);
    if (done.ok) onDone(done.value);
  };
  useCommand('save', () => form.submit());
  return (
    <Modal
      open
      width={640}
      title={`${visit ? '更正走访记录' : '登记走访'}：${of.workshopName}`}
      okText={visit ? '保存更正' : '登记'}
      cancelText="取消"
      confirmLoading={saving.running}
      afterOpenChange={(shown) => shown && form.focusField('findings')}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <ProblemList problems={saving.problems} title="没有保存" />
      <Form<Fields>
        form={form}
        name="visit"
        layout="vertical"
        onKeyDown={enterMoves}
        initialValues={firstValues(of, visit, today)}
        onFinish={(fields) => void save(fields)}
      >
        <div className="visit-fields">
          <Form.Item
            name="visitedOn"
            label="走访日期"
            dependencies={['staffId']}
            rules={[
              { required: true, message: '请填走访日期' },
              {
                validator: async (_, value: IsoDate | null) => {
                  const found = checkDay(value);
                  if (found) throw new Error(found);
                },
              },
            ]}
          >
            <DateInput />
          </Form.Item>
          <Form.Item name="staffId" label="走访人" rules={[{ required: true, message: '请选走访人' }]}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={[...visitors]} />
          </Form.Item>
          <Form.Item name="progressPercent" label="改造进度">
            <InputNumber className="full-width" min={0} max={100} precision={0} suffix="%" controls={false} />
          </Form.Item>
        </div>
        {asksSubstitute && (
          <Form.Item
            name="substitute"
            valuePropName="checked"
            rules={[
              {
                validator: async (_, ticked: boolean) => {
                  if (!ticked) throw new Error('走访人不是当天的帮扶责任人；确由其代为走访的，请勾选');
                },
              },
            ]}
          >
            <Checkbox>代为走访（当天的帮扶责任人没有到场）</Checkbox>
          </Form.Item>
        )}
        <Form.Item
          name="findings"
          label="走访情况"
          rules={[{ required: true, whitespace: true, message: '请填走访情况' }]}
        >
          <Input.TextArea rows={3} maxLength={1000} showCount placeholder="看到的改造进展和存在的问题" />
        </Form.Item>
        <Form.Item name="advice" label="指导意见">
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
        <Form.Item name="ownerResponse" label="业主反馈">
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        {visit && (
          <Form.Item
            name="reason"
            label="更正原因"
            rules={[{ required: true, whitespace: true, message: '请写明更正原因' }]}
          >
            <Input maxLength={200} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
