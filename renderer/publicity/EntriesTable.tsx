import { Table, Tag, Tooltip } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { PublicEntry } from '../../db/model/papers/publicity.ts';
import { DEPARTURES, type Departure } from '../../db/model/publicity.ts';
import { ExportButton } from '../shared/ExportButton.tsx';

type Entry = PublicEntry & { readonly departure?: Departure | null };

const columns: ColumnsType<Entry> = [
  { title: '序号', width: 56, align: 'right', dataIndex: 'position' },
  { title: '县（市、区）', width: 120, dataIndex: 'district', ellipsis: true },
  { title: '小作坊名称', width: 220, dataIndex: 'name', ellipsis: true },
  { title: '生产加工地址', dataIndex: 'address', ellipsis: true },
  { title: '主要产品', width: 180, dataIndex: 'products', ellipsis: true },
];

/** Who left the list since it was posted; only where somebody did. */
const departureColumn: ColumnsType<Entry>[number] = {
  title: '变动',
  width: 260,
  ellipsis: true,
  render: (_, { departure }) =>
    departure && (
      <Tooltip title={departure.reason}>
        <Tag color="error">
          {departure.on} {DEPARTURES[departure.because]}
        </Tag>
        {departure.because === 'withdrawn' && departure.reason}
      </Tooltip>
    ),
};

const shown = (entries: readonly Entry[]): ColumnsType<Entry> =>
  entries.some((one) => one.departure) ? [...columns, departureColumn] : columns;

/** The published list: just the columns that the notice shows. */
export const EntriesTable = ({
  entries,
  height,
}: {
  readonly entries: readonly Entry[];
  readonly height: number;
}) => (
  <Table<Entry>
    size="small"
    dataSource={[...entries]}
    rowKey="position"
    columns={shown(entries)}
    pagination={false}
    footer={() => <ExportButton<Entry> title="公示名单一览表" columns={shown(entries)} rows={entries} />}
    virtual={entries.length > 60}
    scroll={entries.length > 8 ? { x: 1080, y: height } : { x: 1080 }}
  />
);
