import { Button, Flex, Skeleton, Table, Tag } from 'antd';
import type { SubmissionRow } from '../../db/model/contract/packages.ts';
import { SUBMISSION_STATES, type SubmissionState } from '../../db/model/submissionCalendar.ts';
import { ExportButton, type ExportColumn } from '../shared/ExportButton.tsx';
import { ReceiptCell } from './ReceiptCell.tsx';
import { receiptText, stateText, timeNote } from './submissionText.ts';

const COLORS: Readonly<Record<SubmissionState, string>> = {
  notYet: 'default',
  due: 'processing',
  sent: 'success',
  overdue: 'error',
  corrected: 'success',
};

const State = ({ row }: { readonly row: SubmissionRow }) => (
  <Flex gap={8} align="center" wrap>
    <Tag color={COLORS[row.state]}>{SUBMISSION_STATES[row.state]}</Tag>
    <span className="quiet">{timeNote(row)}</span>
  </Flex>
);

/** The working day it is really due, with the day the notice names where that is a rest day. */
const dueText = ({ dueOn, workingDueOn }: SubmissionRow): string =>
  dueOn === workingDueOn ? dueOn : `${workingDueOn}（${dueOn.slice(5)}为休息日）`;

const lastText = ({ last }: SubmissionRow): string =>
  last === null
    ? ''
    : `${last.madeOn} 第${last.sequence}次${last.replaces === null ? '' : `，更正：${last.replacesReason}`}`;

interface Props {
  readonly rows: readonly SubmissionRow[] | undefined;
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
}

/** What is to be handed up in the year, by the day it is due, and what became of it. */
export function CalendarTable({ rows, selected, onSelect }: Props) {
  const columns: ExportColumn<SubmissionRow>[] = [
    { key: 'label', title: '报送事项', width: 190, dataIndex: 'label' },
    { key: 'dueOn', title: '期限', width: 230, render: (_, row) => dueText(row) },
    {
      key: 'state',
      title: '状态',
      width: 160,
      value: stateText,
      render: (_, row) => <State row={row} />,
    },
    { key: 'last', title: '最近一次报送', ellipsis: true, render: (_, row) => lastText(row) },
    {
      key: 'receipt',
      title: '回执',
      width: 230,
      value: (row) => receiptText(row.last),
      render: (_, row) => <ReceiptCell submission={row.last} />,
    },
    {
      key: 'actions',
      title: '办理',
      width: 110,
      render: (_, row) => (
        <Button
          size="small"
          {...(row.state === 'due' || row.state === 'overdue' ? { type: 'primary' } : {})}
          aria-label={`报送${row.label}`}
          onClick={() => onSelect(row.key)}
        >
          {row.last === null ? '报送…' : '再次报送…'}
        </Button>
      ),
    },
  ];
  return (
    <section className="panel" aria-label="报送日历">
      <Flex justify="space-between" align="start" gap={8} className="panel-bar">
        <h2 className="panel-heading">报送日历</h2>
        <ExportButton<SubmissionRow> title="报送日历" columns={columns} rows={rows ?? []} />
      </Flex>
      {rows ? (
        <Table<SubmissionRow>
          size="small"
          dataSource={[...rows]}
          rowKey="key"
          columns={columns}
          pagination={false}
          scroll={{ x: 1000 }}
          rowClassName={(row) => (row.key === selected ? 'ant-table-row-selected' : '')}
        />
      ) : (
        <Skeleton active paragraph={{ rows: 6 }} />
      )}
    </section>
  );
}
