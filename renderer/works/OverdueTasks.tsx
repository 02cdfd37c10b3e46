import { useQuery } from '@tanstack/react-query';
import { Empty } from 'antd';
import { useNavigate } from 'react-router';
import type { OverdueTask } from '../../db/model/contract/works.ts';
import { api, problemsOf } from '../api.ts';
import { DataTable } from '../shared/DataTable.tsx';
import type { DataColumn } from '../shared/dataColumn.ts';
import { orBlank } from '../shared/format.ts';
import { ProblemList } from '../shared/ProblemList.tsx';

const rowKey = (row: OverdueTask): string => `${row.planId}-${row.line}`;
const searchText = (row: OverdueTask): string =>
  `${row.workshopName} ${row.ownerName} ${row.measure} ${row.helperName} ${row.responsible}`.toLowerCase();

const columns: readonly DataColumn<OverdueTask>[] = [
  { key: 'name', title: '小作坊名称', width: 220, fixed: 'left', ellipsis: true, dataIndex: 'workshopName' },
  { key: 'owner', title: '业主', width: 90, ellipsis: true, dataIndex: 'ownerName' },
  { key: 'measure', title: '改造任务', width: 260, ellipsis: true, dataIndex: 'measure' },
  { key: 'due', title: '完成时限', width: 112, dataIndex: 'dueOn' },
  { key: 'late', title: '已逾期', width: 90, align: 'right', render: (_, row) => `${row.daysLate}天` },
  {
    key: 'progress',
    title: '进度',
    width: 80,
    align: 'right',
    render: (_, row) => `${row.progressPercent}%`,
  },
  { key: 'responsible', title: '责任人', width: 90, render: (_, row) => orBlank(row.responsible) },
  { key: 'helper', title: '帮扶责任人', width: 110, render: (_, row) => orBlank(row.helperName) },
];

/** Tasks of the whole office past their deadline and not finished; a row opens its plan's 实施进度. */
export function OverdueTasks() {
  const navigate = useNavigate();
  const overdue = useQuery(api.works.overdue.queryOptions());
  if (overdue.error) return <ProblemList problems={problemsOf(overdue.error)} />;
  return (
    <DataTable
      id="overdueTasks"
      name="逾期改造任务"
      rows={overdue.data}
      rowKey={rowKey}
      columns={columns}
      searchText={searchText}
      searchHint="搜索小作坊、任务、责任人"
      onOpen={(row) => void navigate(`/plans/${row.workshopId}?tab=works`)}
      empty={<Empty description="没有逾期的改造任务。施工中的任务过了完成时限还没有完成，会列在这里。" />}
    />
  );
}
