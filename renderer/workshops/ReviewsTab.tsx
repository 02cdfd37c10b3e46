import { Button, Descriptions, Empty, Table, Tag } from 'antd';
import { useNavigate } from 'react-router';
import type { ReviewView, WorkshopPage } from '../../db/model/contract/workshops.ts';
import { RECORDED_OPINIONS, REVIEW_LEVELS } from '../../db/model/terms.ts';
import { orBlank } from '../shared/format.ts';

const COLUMNS = [
  {
    key: 'level',
    title: '审核层级',
    width: 110,
    render: (_: unknown, one: ReviewView) => REVIEW_LEVELS[one.level],
  },
  {
    key: 'opinion',
    title: '意见',
    width: 90,
    render: (_: unknown, { opinion }: ReviewView) => (
      <Tag color={opinion === 'refuse' ? 'red' : 'default'}>{RECORDED_OPINIONS[opinion]}</Tag>
    ),
  },
  { key: 'comment', title: '说明', render: (_: unknown, one: ReviewView) => orBlank(one.comment) },
  { key: 'reviewerName', title: '审核人', width: 110, dataIndex: 'reviewerName' },
  { key: 'reviewedOn', title: '日期', width: 120, dataIndex: 'reviewedOn' },
];

/** 审核与遴选: what was decided about the application, by whom and when. */
export function ReviewsTab({ page }: { readonly page: WorkshopPage }) {
  const navigate = useNavigate();
  const { reviews, selection, withdrawn } = page;
  if (reviews.length === 0 && !selection && !withdrawn)
    return (
      <Empty className="page-empty" description="还没有审核。请在“申请遴选”中登记审核意见。">
        <Button type="primary" onClick={() => void navigate('/selection')}>
          去申请遴选
        </Button>
      </Empty>
    );
  return (
    <div className="panel stack">
      <Table<ReviewView>
        size="small"
        pagination={false}
        columns={COLUMNS}
        dataSource={[...reviews]}
        rowKey={(one) => `${one.level}-${one.reviewedOn}-${one.opinion}-${one.reviewerName}`}
        locale={{ emptyText: '还没有审核意见' }}
      />
      <Descriptions
        size="small"
        bordered
        column={1}
        items={[
          {
            key: 'selection',
            label: '遴选结果',
            children: selection
              ? `${selection.selected ? '入选' : '未入选'}（${selection.decidedOn}）${selection.reason}`
              : '尚未遴选',
          },
          ...(withdrawn
            ? [{ key: 'withdrawn', label: '退出', children: `${withdrawn.on}退出：${withdrawn.reason}` }]
            : []),
        ]}
      />
    </div>
  );
}
