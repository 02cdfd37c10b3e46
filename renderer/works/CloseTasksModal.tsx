import { AutoComplete, Form, Input } from 'antd';
import type { TaskWorks, WorksView } from '../../db/model/contract/works.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { useStaffNames } from '../selection/useStaffNames.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';

interface Fields {
  readonly closedOn: IsoDate;
  readonly closedBy: string;
  readonly noPhotoReason: string;
}

interface Props {
  readonly view: WorksView;
  readonly tasks: readonly TaskWorks[];
  readonly onClose: () => void;
}

/** 销号: who checked it on the spot and when; a photo of the finished works, or why there is none. */
export function CloseTasksModal({ view, tasks, onClose }: Props) {
  const { today } = useOffice();
  const helpers = useStaffNames('helper');
  const [form] = Form.useForm<Fields>();
  const act = useAct(client.works.close);
  const without = tasks.filter((task) => task.photosAfter === 0);
  const save = async (fields: Fields): Promise<void> => {
    const { closedOn, closedBy, noPhotoReason = '' } = fields;
    const lines = tasks.map((task) => task.line);
    const result = await act.run({ planId: view.planId, lines, closedOn, closedBy, noPhotoReason });
    if (result.ok) onClose();
  };
  const names = [...new Set([view.helperName, ...helpers])].filter(Boolean);
  return (
    <FormModal<Fields>
      title={`销号：${tasks.length}项任务`}
      okText="销号"
      refusedTitle="没有销号"
      form={form}
      name="close"
      initialValues={{ closedOn: today, closedBy: view.helperName, noPhotoReason: '' }}
      act={act}
      intro={
        <ul className="close-list">
          {tasks.map((task) => (
            <li key={task.line}>
              第{task.number}项　{task.measure}
              <div className="quiet">
                {task.work.finishedOn}完成，改造后照片{task.photosAfter}张
              </div>
            </li>
          ))}
        </ul>
      }
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="closedOn" label="销号日期" rules={[{ required: true, message: '请填销号日期' }]}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="closedBy"
        label="销号人（现场核实）"
        rules={[{ required: true, whitespace: true, message: '请填销号人' }]}
      >
        <AutoComplete maxLength={30} options={names.map((value) => ({ value }))} />
      </Form.Item>
      {without.length > 0 && (
        <Form.Item
          name="noPhotoReason"
          label={`没有改造后照片的原因（第${without.map((task) => task.number).join('、')}项）`}
          extra="也可以取消，先在“照片”中添加改造后照片"
          rules={[{ required: true, whitespace: true, message: '请写明没有照片的原因，或先添加照片' }]}
        >
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
      )}
    </FormModal>
  );
}
