import { Flex, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { IsoDate } from '../../db/model/dates.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import type { Problem } from '../../db/model/problems.ts';
import type { InspectionLevel } from '../../db/model/terms.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
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

/** Asks for the day and opens an empty sheet of the level. */
export function StartSheetModal({ workshopId, level, warnings = [], onClose }: Props) {
  const navigate = useNavigate();
  const { today } = useOffice();
  const start = useAct(client.scoring.start);
  const [day, setDay] = useState<IsoDate | null>(today);
  const name = scoringName(level);
  const begin = async (): Promise<void> => {
    if (!day) return;
    const begun = await start.run({ workshopId, level, inspectedOn: day });
    if (begun.ok) void navigate(sheetPath(level, begun.value.inspectionId));
  };
  return (
    <Modal
      open
      title={`开始${name}`}
      okText="开始"
      cancelText="取消"
      okButtonProps={{ disabled: !day }}
      confirmLoading={start.running}
      onOk={() => void begin()}
      onCancel={onClose}
    >
      <ProblemList problems={start.problems} title="没有开始" />
      <ProblemList problems={warnings} title="开始前请核对" />
      <Flex vertical gap={8}>
        <span>按本年度选定的评分表逐项评定；以前的{name}原样保留。</span>
        <DateInput aria-label={`${name}日期`} value={day} onChange={setDay} />
      </Flex>
    </Modal>
  );
}
