import { Checkbox, Form, type FormInstance, Input, Select } from 'antd';
import { z } from 'zod';
import { helperOn, VisitInput, visitProblems } from '../../db/model/assistance.ts';
import type { WorkshopAssistance } from '../../db/model/contract/assistance.ts';
import { IsoDate } from '../../db/model/dates.ts';
import type { StaffId } from '../../db/model/ids.ts';
import { useOffice } from '../app/office.ts';
import { DateInput, NumberInput } from '../shared/inputs.tsx';
import { useVisitorChoices } from './useHelperChoices.ts';

/** What the form holds while it is filled in; kept unsaved as it is. */
export const UnsavedVisit = VisitInput.extend({
  visitedOn: IsoDate.nullable(),
  findings: z.string(),
  reason: z.string(),
}).partial();
export type UnsavedVisit = z.infer<typeof UnsavedVisit>;

interface Props {
  readonly of: WorkshopAssistance;
  readonly form: FormInstance<UnsavedVisit>;
  /** A correction says why. */
  readonly correcting: boolean;
}

/** Whether somebody else than the helper of that day is chosen; only then a tick is asked for. */
function isSubstitute(
  of: WorkshopAssistance,
  day: IsoDate | null | undefined,
  staffId: StaffId | undefined,
): boolean {
  if (!day || !staffId) return false;
  const helper = helperOn(of.assignments, day);
  return helper !== undefined && helper.staffId !== staffId;
}

/** What is told of one visit, in the order of its paper. */
export function VisitFields({ of, form, correcting }: Props) {
  const { today } = useOffice();
  const visitors = useVisitorChoices();
  const day = Form.useWatch('visitedOn', form);
  const staffId = Form.useWatch('staffId', form);
  const nameOf = (id: StaffId) => visitors.find((one) => one.value === id)?.label ?? '';
  const checkDay = (value: IsoDate | null): string | undefined => {
    if (!value || !staffId) return undefined;
    const choice = { staffId, visitedOn: value, substitute: true };
    return visitProblems(of.assignments, choice, today, nameOf)[0]?.message;
  };
  return (
    <>
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
          <NumberInput rule={{ suffix: '%', min: 0, max: 100, example: '60' }} />
        </Form.Item>
      </div>
      {isSubstitute(of, day, staffId) && (
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
      {correcting && (
        <Form.Item
          name="reason"
          label="更正原因"
          rules={[{ required: true, whitespace: true, message: '请写明更正原因' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      )}
    </>
  );
}
