import { Empty, Table } from 'antd';
import type { AuditRow } from '../../db/model/contract/system.ts';
import { momentText } from './format.ts';

const COLUMNS = [
  { key: 'at', title: '时间', width: 160, render: (_: unknown, row: AuditRow) => momentText(row.at) },
  { key: 'staffName', title: '经办人', width: 110, dataIndex: 'staffName' },
  { key: 'sentence', title: '办理内容', dataIndex: 'sentence' },
];

interface Props {
  readonly rows: readonly AuditRow[] | undefined;
  readonly loading?: boolean;
}

/** 操作记录: who did what, newest first. */
export const AuditTable = ({ rows, loading = false }: Props) => (
  <Table<AuditRow>
    size="small"
    columns={COLUMNS}
    dataSource={[...(rows ?? [])]}
    rowKey="id"
    loading={loading}
    pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
    locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有操作记录" /> }}
  />
);
