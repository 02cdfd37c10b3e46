import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { DroppedTask } from '../../db/model/contract/works.ts';
import { orBlank, yuanText } from '../shared/format.ts';

const columns: ColumnsType<DroppedTask> = [
  { title: '改造任务', dataIndex: 'measure' },
  { title: '所在方案', width: 100, render: (_, one) => `第${one.lastRevision}版` },
  { title: '业主自筹实际', width: 130, align: 'right', render: (_, one) => yuanText(one.work.costOwn) },
  { title: '其他资金实际', width: 130, align: 'right', render: (_, one) => yuanText(one.work.costOther) },
  { title: '完成日期', width: 120, render: (_, one) => orBlank(one.work.finishedOn) },
  { title: '备注', width: 200, render: (_, one) => orBlank(one.work.note) },
];

/** Tasks a changed plan no longer has: what was spent on them still counts. */
export const DroppedTasks = ({ tasks }: { readonly tasks: readonly DroppedTask[] }) =>
  tasks.length === 0 ? null : (
    <Table<DroppedTask>
      size="small"
      title={() => '方案变更后取消的任务（已发生的费用计入实际投入）'}
      dataSource={[...tasks]}
      rowKey="line"
      columns={columns}
      pagination={false}
      scroll={{ x: 800 }}
    />
  );
