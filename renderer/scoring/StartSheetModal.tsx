import { Form, Modal } from 'antd';
import { useNavigate } from 'react-router';
import type { IsoDate } from '../../db/model/dates.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import type { Problem } from '../../db/model/problems.ts';
import type { InspectionLevel } from '../../db/model/terms.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { DateInput } from '../shared/inputs.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { scoringName, sheetPath } from './sheetWords.ts';

interface Props {
  readonly workshopId: WorkshopId;
  readonly level: InspectionLevel;
  /** What the workshop lacks: to be looked at before one begins. */
  readonly warnings?: readonly Problem[];
  readonly onClose: () => void;
}

interface Start {
  readonly day: IsoDate;
}

/** Asks for the day and opens an empty sheet of the level. */
export function StartSheetModal({ workshopId, level, warnings = [], onClose }: Props) {
  const navigate = useNavigate();
  const { today } = useOffice();
  const start = useAct(client.scoring.start);
  const [form] = Form.useForm<Start>();
  useCommand('save', () => form.submit());
  const name = scoringName(level);
  const begin = async (day: IsoDate): Promise<void> => {
    const begun = await start.run({ workshopId, level, inspectedOn: day });
    if (begun.ok) void navigate(sheetPath(level, begun.value.inspectionId));
  };
  return (
    <Modal
      open
      title={`开始${name}`}
      okText="开始"
      cancelText="取消"
      confirmLoading={start.running}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={(opened) => opened && form.focusField('day')}
    >
      <ProblemList problems={start.problems} title="没有开始" />
      <ProblemList problems={warnings} title="开始前请核对" />
      <p>按本年度选定的评分表逐项评定；以前的{name}原样保留。</p>
      <Form<Start>
        form={form}
        layout="vertical"
        initialValues={{ day: today }}
        onFinish={({ day }) => void begin(day)}
      >
        <Form.Item name="day" label={`${name}日期`} rules={[{ required: true, message: `请填${name}日期` }]}>
          <DateInput />
        </Form.Item>
      </Form>
    </Modal>
  );
}
