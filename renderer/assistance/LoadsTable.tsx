import { Button, Empty, Tag } from 'antd';
import { useNavigate } from 'react-router';
import type { HelperLoad } from '../../db/model/contract/assistance.ts';
import { DataTable } from '../shared/DataTable.tsx';
import type { DataColumn } from '../shared/dataColumn.ts';
import { orBlank } from '../shared/format.ts';

const count = (key: 'workshops' | 'overdue' | 'visits', title: string): DataColumn<HelperLoad> => ({
  key,
  title,
  width: 120,
  align: 'right',
  render: (_, one) => one[key],
  value: (one) => one[key],
  sorter: (a, b) => a[key] - b[key],
});

const columns: readonly DataColumn<HelperLoad>[] = [
  {
    key: 'name',
    title: '帮扶责任人',
    width: 160,
    render: (_, one) => (
      <>
        {one.name} {!one.active && <Tag>已停用</Tag>}
      </>
    ),
    value: (one) => one.name,
  },
  {
    key: 'unit',
    title: '科（所）',
    width: 200,
    render: (_, one) => orBlank(one.unit),
    value: (one) => one.unit,
  },
  count('workshops', '帮扶家数'),
  count('overdue', '超期未走访'),
  count('visits', '走访次数'),
  {
    key: 'lastVisitOn',
    title: '最近走访',
    width: 130,
    render: (_, one) => orBlank(one.lastVisitOn),
    value: (one) => one.lastVisitOn,
  },
];

const rowKey = (one: HelperLoad): string => one.staffId;
const searchText = (one: HelperLoad): string => `${one.name} ${one.unit}`.toLowerCase();

function NoHelpers() {
  const navigate = useNavigate();
  return (
    <Empty description="还没有帮扶责任人。请在“设置—人员”中登记，职责选“帮扶责任人”。">
      <Button type="primary" onClick={() => void navigate('/settings?tab=staff')}>
        去登记人员
      </Button>
    </Empty>
  );
}

interface Props {
  readonly loads: readonly HelperLoad[] | undefined;
  /** Shows the workshops of one helper. */
  readonly onOpen: (load: HelperLoad) => void;
}

/** Each helper's load. */
export const LoadsTable = ({ loads, onOpen }: Props) => (
  <DataTable
    id="helpers"
    rows={loads}
    rowKey={rowKey}
    columns={columns}
    searchText={searchText}
    searchHint="搜索姓名、科所"
    onOpen={onOpen}
    empty={<NoHelpers />}
  />
);
