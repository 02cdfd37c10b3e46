import { Alert, Button, Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router';
import type { AssistanceRow } from '../../db/model/contract/assistance.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import type { StaffId, WorkshopId } from '../../db/model/ids.ts';
import type { Result } from '../../db/model/problems.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';
import { useHelperChoices } from './useHelperChoices.ts';

export type HelperWork = 'assign' | 'handOver';

/** What the dialog needs to know of a workshop. */
type HelpedWorkshop = Pick<AssistanceRow, 'workshopId' | 'name' | 'helper'>;

interface Props {
  readonly work: HelperWork;
  readonly workshops: readonly HelpedWorkshop[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Fields {
  readonly staffId: StaffId;
  readonly day: IsoDate;
  readonly reason: string;
}

const WORDS = {
  assign: { title: '安排帮扶责任人', helper: '帮扶责任人', day: '开始帮扶日期', ok: '安排' },
  handOver: { title: '移交帮扶', helper: '接手人', day: '移交日期', ok: '移交' },
} as const;

const namesText = (workshops: readonly HelpedWorkshop[]): string => {
  const names = workshops.slice(0, 3).map((one) => one.name);
  return workshops.length > 3 ? `${names.join('、')}等${workshops.length}家` : names.join('、');
};

function useWork(work: HelperWork) {
  const assign = useAct(client.assistance.assign);
  const handOver = useAct(client.assistance.handOver);
  const run = async (
    workshopIds: WorkshopId[],
    { staffId, day, reason }: Fields,
  ): Promise<Result<unknown>> =>
    work === 'assign'
      ? assign.run({ workshopIds, staffId, fromDay: day })
      : handOver.run({ workshopIds, staffId, onDay: day, reason: reason.trim() });
  const { running, problems } = work === 'assign' ? assign : handOver;
  return { run, running, problems };
}

/** Names a helper for workshops without one, or hands workshops over to another, one or many at once. */
export function HelperModal({ work, workshops, onClose, onDone }: Props) {
  const { today } = useOffice();
  const words = WORDS[work];
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const leaving = work === 'handOver' && workshops.length === 1 ? workshops[0]?.helper?.staffId : undefined;
  const choices = useHelperChoices(leaving);
  const act = useWork(work);
  const save = async (fields: Fields) => {
    const done = await act.run(
      workshops.map((one) => one.workshopId),
      fields,
    );
    if (done.ok) onDone();
  };
  return (
    <FormModal<Fields>
      title={`${words.title}：${namesText(workshops)}`}
      okText={workshops.length > 1 ? `${words.ok}${workshops.length}家` : words.ok}
      refusedTitle="没有办理，所选全部未变"
      form={form}
      name="helper"
      initialValues={{ day: today, reason: '' }}
      act={act}
      focus="staffId"
      intro={
        choices.length === 0 && (
          <Alert
            className="page-message"
            type="warning"
            showIcon
            title="没有可选的人员。请先登记有“帮扶责任人”职责的人员。"
            action={
              <Button size="small" onClick={() => void navigate('/settings?tab=staff')}>
                去登记人员
              </Button>
            }
          />
        )
      }
      onSave={save}
      onClose={onClose}
    >
      <Form.Item
        name="staffId"
        label={words.helper}
        rules={[{ required: true, message: `请选${words.helper}` }]}
      >
        <Select showSearch={{ optionFilterProp: 'label' }} options={[...choices]} placeholder="选择人员" />
      </Form.Item>
      <Form.Item name="day" label={words.day} rules={[{ required: true, message: `请填${words.day}` }]}>
        <DateInput />
      </Form.Item>
      {work === 'handOver' && (
        <Form.Item
          name="reason"
          label="移交原因"
          rules={[{ required: true, whitespace: true, message: '请写明移交原因' }]}
        >
          <Input.TextArea rows={2} maxLength={200} showCount placeholder="如：原责任人工作调动" />
        </Form.Item>
      )}
    </FormModal>
  );
}
