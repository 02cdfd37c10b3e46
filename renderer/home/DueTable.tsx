import { Empty, Table, Tag, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useNavigate } from 'react-router';
import type { Due } from '../../db/model/contract/backup.ts';
import { dueDayText, timeLeftText } from './dueText.ts';

const SOON_DAYS = 7;

const TimeLeft = ({ due }: { readonly due: Due }) => {
  if (due.late) return <Tag color="error">{timeLeftText(due)}</Tag>;
  return due.daysLeft <= SOON_DAYS ? <strong>{timeLeftText(due)}</strong> : timeLeftText(due);
};

const columns: ColumnsType<Due> = [
  { key: 'label', title: '事项', render: (_, due) => <Typography.Link>{due.label}</Typography.Link> },
  { key: 'dueOn', title: '期限', width: 250, render: (_, due) => dueDayText(due) },
  { key: 'left', title: '剩余时间', width: 100, render: (_, due) => <TimeLeft due={due} /> },
];

/** What has to be done, the most urgent first; a row leads to where it is done. */
export function DueTable({ dues }: { readonly dues: readonly Due[] }) {
  const navigate = useNavigate();
  const open = (due: Due): void => void navigate(due.link);
  return (
    <Table<Due>
      size="small"
      dataSource={[...dues]}
      rowKey="key"
      columns={columns}
      pagination={false}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="眼下没有要办的事" /> }}
      onRow={(due) => ({
        tabIndex: 0,
        className: 'row-open',
        'aria-label': `${due.label}，${timeLeftText(due)}`,
        onClick: () => open(due),
        onKeyDown: (event) => {
          if (event.key === 'Enter') open(due);
        },
      })}
    />
  );
}
