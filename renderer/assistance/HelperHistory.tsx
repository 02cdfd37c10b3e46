import { App, Button, Empty, Flex, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { AssignmentView, WorkshopAssistance } from '../../db/model/contract/assistance.ts';
import { useAct } from '../act.ts';
import { client } from '../api.ts';
import { orBlank } from '../shared/format.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import type { HelperWork } from './HelperModal.tsx';

const columns: ColumnsType<AssignmentView> = [
  { title: '帮扶责任人', dataIndex: 'name', width: 120 },
  { title: '开始', dataIndex: 'fromDay', width: 110 },
  { title: '结束', width: 110, render: (_, one) => one.untilDay ?? '至今' },
  { title: '移交原因', render: (_, one) => orBlank(one.reason) },
];

interface Props {
  readonly of: WorkshopAssistance;
  readonly onWork: (work: HelperWork) => void;
}

/** Who has helped this workshop, and what can be done about it. */
export function HelperHistory({ of, onWork }: Props) {
  const { message } = App.useApp();
  const undo = useAct(client.assistance.undoAssignment);
  const last = of.assignments.at(-1);
  const takeBack = async () => {
    const done = await undo.run({ workshopId: of.workshopId });
    if (done.ok) message.success(of.assignments.length > 1 ? '已撤销移交' : '已撤销安排');
  };
  if (!last)
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有安排帮扶责任人（一对一、点对点）">
        <Button type="primary" onClick={() => onWork('assign')}>
          安排帮扶责任人
        </Button>
      </Empty>
    );
  return (
    <>
      <ProblemList problems={undo.problems} title="没有撤销" onClose={undo.clear} />
      <Table<AssignmentView>
        size="small"
        dataSource={[...of.assignments].reverse()}
        rowKey="id"
        columns={columns}
        pagination={false}
      />
      <Flex gap={8} className="helper-actions">
        <Button onClick={() => onWork('handOver')}>移交给他人…</Button>
        <Button type="text" disabled={undo.running} onClick={() => void takeBack()}>
          {of.assignments.length > 1 ? '撤销最近一次移交' : '撤销安排'}
        </Button>
      </Flex>
    </>
  );
}
