import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { CandidateRow } from '../../db/model/contract/selection.ts';
import { orBlank } from '../shared/format.ts';
import { StageTag } from '../shared/StageTag.tsx';

const columns: ColumnsType<CandidateRow> = [
  { title: '名次', width: 64, align: 'right', render: (_, one) => one.decision?.rank ?? orBlank(null) },
  { title: '小作坊', width: 220, dataIndex: 'name', ellipsis: true },
  { title: '得分', width: 64, align: 'right', dataIndex: 'points' },
  { title: '进度', width: 130, render: (_, one) => <StageTag stage={one.stage} /> },
  {
    title: '结果',
    width: 150,
    ellipsis: true,
    render: (_, { decision }) => {
      if (decision === null) return orBlank(null);
      if (decision.replaces !== null) return `递补“${decision.replaces}”`;
      return decision.selected ? '入选' : '未入选';
    },
  },
  { title: '理由', ellipsis: true, render: (_, one) => orBlank(one.decision?.reason ?? null) },
];

/** Candidates already published or gone: to read, not to change. */
export const FixedTable = ({ candidates }: { readonly candidates: readonly CandidateRow[] }) => (
  <section className="panel" aria-label="已公示或已退出">
    <p className="side-heading">已公示、已列入名单或已退出（名次和结果不再改动）</p>
    <Table<CandidateRow>
      size="small"
      dataSource={[...candidates]}
      rowKey="applicationId"
      columns={columns}
      pagination={candidates.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
      scroll={{ x: 900 }}
    />
  </section>
);
