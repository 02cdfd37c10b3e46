import { Button, Empty, Popover, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { PrintLogRow } from '../../db/model/contract/printRoom.ts';
import { PRINT_MEANS } from '../../db/model/printing.ts';
import { BLANK, momentText } from '../shared/format.ts';

/** `2次，最近 2021-05-20 09:30 打印` */
export const printLogText = (rows: readonly PrintLogRow[]): string => {
  const [last] = rows;
  return last ? `${rows.length}次，最近 ${momentText(last.at)} ${PRINT_MEANS[last.means]}` : '';
};

const MOMENT: ColumnsType<PrintLogRow>[number] = {
  title: '时间',
  width: 150,
  render: (_, row) => momentText(row.at),
};
const REST: ColumnsType<PrintLogRow> = [
  { title: '方式', width: 140, render: (_, row) => PRINT_MEANS[row.means] },
  { title: '页数', width: 70, align: 'right', render: (_, row) => (row.pages === 0 ? BLANK : row.pages) },
  { title: '经办人', width: 100, dataIndex: 'staffName' },
];
const OF_MANY: ColumnsType<PrintLogRow> = [
  MOMENT,
  { title: '材料', dataIndex: 'title' },
  { title: '校验码', width: 190, render: (_, row) => row.checkCode || BLANK },
  ...REST,
];

interface Props {
  readonly rows: readonly PrintLogRow[] | undefined;
  /** Of several papers: each line says which. */
  readonly ofMany?: boolean;
}

/** 打印记录, the newest first. */
export const PrintLogTable = ({ rows, ofMany = false }: Props) => (
  <Table<PrintLogRow>
    size="small"
    columns={ofMany ? OF_MANY : [MOMENT, ...REST]}
    dataSource={[...(rows ?? [])]}
    rowKey="id"
    loading={rows === undefined}
    {...(ofMany ? { scroll: { x: 860 } } : {})}
    pagination={{ pageSize: ofMany ? 50 : 8, hideOnSinglePage: true, showSizeChanger: false }}
    locale={{
      emptyText: (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="还没有打印过；打印、另存和用系统查看器打开都会自动记在这里"
        />
      ),
    }}
  />
);

/** How often a paper was printed; the single times on a click. */
export function PrintLogLine({ rows }: { readonly rows: readonly PrintLogRow[] }) {
  if (rows.length === 0) return null;
  return (
    <div className="print-log-line">
      <Popover trigger="click" placement="bottomLeft" content={<PrintLogTable rows={rows} />}>
        <Button type="link" size="small">
          打印记录：{printLogText(rows)}
        </Button>
      </Popover>
    </div>
  );
}
