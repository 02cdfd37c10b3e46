import { Button, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { DecisionView, RecordedReview } from '../../db/model/contract/workshops.ts';
import { RECORDED_OPINIONS, REVIEW_LEVELS } from '../../db/model/terms.ts';
import { orBlank } from '../shared/format.ts';

const reviewColumns = (retract: ((one: RecordedReview) => void) | undefined): ColumnsType<RecordedReview> => [
  { title: '审核层级', width: 100, render: (_, one) => REVIEW_LEVELS[one.level] },
  {
    title: '意见',
    width: 90,
    render: (_, { opinion }) => (
      <Tag color={opinion === 'refuse' ? 'error' : 'default'}>{RECORDED_OPINIONS[opinion]}</Tag>
    ),
  },
  { title: '说明', render: (_, one) => orBlank(one.comment) },
  { title: '审核人', width: 110, dataIndex: 'reviewerName' },
  { title: '日期', width: 120, dataIndex: 'reviewedOn' },
  {
    title: '效力',
    width: 150,
    render: (_, one) => {
      if (!one.counts) return <span className="quiet">已被后来的意见代替</span>;
      if (!retract) return '有效';
      return (
        <Button size="small" onClick={() => retract(one)}>
          撤回…
        </Button>
      );
    },
  },
];

interface ReviewsProps {
  readonly history: readonly RecordedReview[];
  /** Left out where opinions cannot be changed any more. */
  readonly onRetract: ((one: RecordedReview) => void) | undefined;
}

/** Every opinion as recorded, the latest first; which of them count. */
export const ReviewTable = ({ history, onRetract }: ReviewsProps) => (
  <Table<RecordedReview>
    size="small"
    pagination={false}
    title={() => '审核意见'}
    columns={reviewColumns(onRetract)}
    dataSource={[...history].reverse()}
    rowKey="id"
    locale={{ emptyText: '还没有审核意见' }}
  />
);

const decisionColumns: ColumnsType<DecisionView> = [
  {
    title: '结果',
    width: 100,
    render: (_, { selected }) => (
      <Tag color={selected ? 'blue' : 'default'}>{selected ? '入选' : '未入选'}</Tag>
    ),
  },
  { title: '名次', width: 80, align: 'right', render: (_, one) => one.rank ?? '—' },
  {
    title: '理由',
    render: (_, { reason, replaces }) =>
      replaces === null ? orBlank(reason) : `递补“${replaces}”。${reason}`,
  },
  { title: '日期', width: 120, dataIndex: 'decidedOn' },
];

/** Every decision of 遴选, the latest first; the latest counts. */
export const DecisionTable = ({ decisions }: { readonly decisions: readonly DecisionView[] }) => (
  <Table<DecisionView>
    size="small"
    pagination={false}
    title={() => '遴选决定（最近一次有效）'}
    columns={decisionColumns}
    dataSource={decisions.map((one, index) => ({ ...one, key: decisions.length - index }))}
    locale={{ emptyText: '尚未遴选' }}
  />
);
