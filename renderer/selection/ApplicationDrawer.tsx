import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Drawer, Flex, Skeleton, Space, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useNavigate } from 'react-router';
import type { ReviewView, WorkshopPage, WorkshopRow } from '../../db/model/contract/workshops.ts';
import { RECORDED_OPINIONS, REVIEW_LEVELS } from '../../db/model/terms.ts';
import { api } from '../api.ts';
import { problemsOf } from '../problems.ts';
import { areaText, orBlank, yuanText } from '../shared/format.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { StageTag } from '../shared/StageTag.tsx';

const reviewColumns: ColumnsType<ReviewView> = [
  { title: '层级', width: 84, render: (_, one) => REVIEW_LEVELS[one.level] },
  {
    title: '意见',
    width: 84,
    render: (_, { opinion }) => (
      <Tag color={opinion === 'refuse' ? 'error' : 'default'}>{RECORDED_OPINIONS[opinion]}</Tag>
    ),
  },
  { title: '说明', render: (_, one) => orBlank(one.comment) },
  { title: '审核人', width: 90, dataIndex: 'reviewerName' },
  { title: '日期', width: 110, dataIndex: 'reviewedOn' },
];

function Details({ page }: { readonly page: WorkshopPage }) {
  const { application, workshop, selection, withdrawn } = page;
  return (
    <Flex vertical gap={16}>
      <ProblemList problems={page.conditions} title="与创建条件核对" />
      <Descriptions
        size="small"
        column={{ xs: 1, lg: 2 }}
        bordered
        items={[
          { key: 'owner', label: '业主', children: workshop.ownerName },
          { key: 'stage', label: '进度', children: <StageTag stage={page.stage} /> },
          { key: 'area', label: '操作间面积', children: areaText(application.operationArea) },
          { key: 'investment', label: '计划投入', children: yuanText(application.plannedInvestment) },
          { key: 'promise', label: '承诺书签署', children: orBlank(application.promisedOn) },
          { key: 'certificate', label: '证照编号', children: orBlank(workshop.certificateNo) },
          { key: 'products', label: '主要产品', span: 2, children: orBlank(workshop.products) },
          { key: 'speciality', label: '工艺与特色', span: 2, children: orBlank(application.speciality) },
          { key: 'problems', label: '存在问题', span: 2, children: orBlank(application.problems) },
        ]}
      />
      <Table<ReviewView>
        size="small"
        title={() => '审核意见'}
        dataSource={[...page.reviews]}
        rowKey={(one) => `${one.level}${one.reviewedOn}${one.reviewerName}${one.opinion}${one.comment}`}
        columns={reviewColumns}
        pagination={false}
        locale={{ emptyText: '还没有登记审核意见' }}
      />
      {selection && (
        <p>
          {selection.decidedOn}
          {selection.selected ? '确定入选' : '取消入选'}
          {selection.reason === '' ? '' : `，理由：${selection.reason}`}
        </p>
      )}
      {withdrawn && (
        <p>
          {withdrawn.on}退出，原因：{withdrawn.reason}
        </p>
      )}
    </Flex>
  );
}

interface Props {
  readonly row: WorkshopRow;
  readonly onClose: () => void;
  /** What can be done to this application now. */
  readonly actions: React.ReactNode;
}

/** One application beside the board: conditions, opinions, decision, and what comes next. */
export function ApplicationDrawer({ row, onClose, actions }: Props) {
  const navigate = useNavigate();
  const page = useQuery(api.workshops.page.queryOptions({ input: { workshopId: row.workshopId } }));
  return (
    <Drawer
      open
      size={720}
      title={row.name}
      onClose={onClose}
      closable={{ 'aria-label': '关闭' }}
      extra={<Button onClick={() => void navigate(`/workshops/${row.workshopId}`)}>打开小作坊档案</Button>}
      footer={<Space wrap>{actions}</Space>}
    >
      {page.error && <ProblemList problems={problemsOf(page.error)} />}
      {page.data && <Details page={page.data} />}
      {page.isPending && <Skeleton active />}
    </Drawer>
  );
}
