import { Empty, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { Link } from 'react-router';
import type { AuditRow } from '../../db/model/contract/system.ts';
import { momentText } from './format.ts';
import { reading } from './reading.ts';

/** From what to what, field by field. */
const ChangeList = ({ row }: { readonly row: AuditRow }) => (
  <dl className="changes">
    {row.changes.map(({ label, from, to }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>
          <span className="quiet">{from}</span> → {to}
        </dd>
      </div>
    ))}
  </dl>
);

const columnsFor = (withWorkshop: boolean): ColumnsType<AuditRow> => [
  { key: 'at', title: '时间', width: 160, render: (_, row) => momentText(row.at) },
  { key: 'staffName', title: '经办人', width: 110, dataIndex: 'staffName' },
  { key: 'kind', title: '类别', width: 110, dataIndex: 'kind' },
  ...(withWorkshop
    ? [
        {
          key: 'workshop',
          title: '小作坊',
          width: 180,
          ellipsis: true,
          render: (_: unknown, row: AuditRow) =>
            row.workshopName === '' ? (
              '—'
            ) : (
              <Link to={`/workshops/${row.workshopId}`}>{row.workshopName}</Link>
            ),
        },
      ]
    : []),
  {
    key: 'sentence',
    title: '办理内容',
    render: (_, row) => (
      <>
        {row.sentence}
        {row.changes.length > 0 && <ChangeList row={row} />}
      </>
    ),
  },
];

interface Props {
  readonly rows: readonly AuditRow[] | undefined;
  readonly loading?: boolean;
  /** Over the whole office each line says which workshop it concerns. */
  readonly withWorkshop?: boolean;
}

/** 操作记录: who did what when, from what to what, newest first. */
export const AuditTable = ({ rows, loading = false, withWorkshop = false }: Props) => (
  <Table<AuditRow>
    size="small"
    columns={columnsFor(withWorkshop)}
    dataSource={[...(rows ?? [])]}
    rowKey="id"
    loading={reading(loading)}
    scroll={{ x: withWorkshop ? 960 : 780 }}
    pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
    locale={{
      emptyText: (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="没有符合条件的操作记录；每次办理都会自动记在这里"
        />
      ),
    }}
  />
);
