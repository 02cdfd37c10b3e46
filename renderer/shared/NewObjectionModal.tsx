import { Form, Input, Select } from 'antd';
import type { IsoDate } from '../../db/model/dates.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { useAct } from '../act.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from './FormModal.tsx';
import { DateInput } from './inputs.tsx';

/** An objection as it came; `objector` is empty where nobody is asked for or named. */
interface NewObjection {
  readonly workshopId: WorkshopId | null;
  readonly receivedOn: IsoDate;
  readonly objector: string;
  readonly content: string;
}

type Fields = Omit<NewObjection, 'workshopId' | 'objector'> & {
  readonly workshopId?: WorkshopId;
  readonly objector?: string;
};

interface Props {
  readonly title: string;
  /** Of the form: its fields get their ids from it. */
  readonly name: string;
  /** `收到日期` */
  readonly dayLabel: string;
  /** Whom it may be against. */
  readonly workshops: readonly { readonly workshopId: WorkshopId; readonly name: string }[];
  /** Whether the office that took it in keeps who objects. */
  readonly asksObjector: boolean;
  readonly contentHint?: string;
  readonly record: (objection: NewObjection) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Records an objection to a 公示, of this office or of another's. */
export function NewObjectionModal({ workshops, dayLabel, record, onClose, ...props }: Props) {
  const { today } = useOffice();
  const [form] = Form.useForm<Fields>();
  const act = useAct(record);
  const save = async ({ workshopId, objector = '', ...fields }: Fields): Promise<void> => {
    if ((await act.run({ ...fields, workshopId: workshopId ?? null, objector })).ok) onClose();
  };
  return (
    <FormModal<Fields>
      title={props.title}
      okText="登记"
      refusedTitle="异议没有登记"
      form={form}
      name={props.name}
      initialValues={{ receivedOn: today, objector: '', content: '' }}
      act={act}
      focus={props.asksObjector ? 'workshopId' : 'content'}
      onSave={save}
      onClose={onClose}
    >
      <div className="two-columns">
        <Form.Item name="workshopId" label="针对的小作坊">
          <Select<WorkshopId>
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="不针对某一家时不选"
            options={workshops.map((one) => ({ value: one.workshopId, label: one.name }))}
          />
        </Form.Item>
        <Form.Item
          name="receivedOn"
          label={dayLabel}
          rules={[{ required: true, message: `请填${dayLabel}` }]}
        >
          <DateInput />
        </Form.Item>
      </div>
      {props.asksObjector && (
        <Form.Item name="objector" label="异议人" extra="加密保存，不在任何材料上出现；匿名时不填。">
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item
        name="content"
        label="异议内容"
        {...(props.contentHint === undefined ? {} : { extra: props.contentHint })}
        rules={[{ required: true, whitespace: true, message: '请填异议内容' }]}
      >
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Form.Item>
    </FormModal>
  );
}
