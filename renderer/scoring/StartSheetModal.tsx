import { Form } from 'antd';
import { useNavigate } from 'react-router';
import type { IsoDate } from '../../db/model/dates.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import type { Problem } from '../../db/model/problems.ts';
import type { InspectionLevel } from '../../db/model/terms.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
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
  const name = scoringName(level);
  const begin = async ({ day }: Start): Promise<void> => {
    const begun = await start.run({ workshopId, level, inspectedOn: day });
    if (begun.ok) void navigate(sheetPath(level, begun.value.inspectionId));
  };
  return (
    <FormModal<Start>
      title={`开始${name}`}
      okText="开始"
      refusedTitle="没有开始"
      form={form}
      name="startSheet"
      initialValues={{ day: today }}
      act={start}
      focus="day"
      intro={
        <>
          <ProblemList problems={warnings} title="开始前请核对" />
          <p>按本年度选定的评分表逐项评定；以前的{name}原样保留。</p>
        </>
      }
      onSave={begin}
      onClose={onClose}
    >
      <Form.Item name="day" label={`${name}日期`} rules={[{ required: true, message: `请填${name}日期` }]}>
        <DateInput />
      </Form.Item>
    </FormModal>
  );
}
