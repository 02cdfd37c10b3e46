import { Button, Flex, Table, Tag, Tooltip } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { RosterView } from '../../db/model/contract/publicity.ts';
import { inChinese } from '../../db/model/dates.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { UndoRosterModal } from './UndoModals.tsx';

type Entry = RosterView['entries'][number];

const columns: ColumnsType<Entry> = [
  { title: '序号', width: 56, align: 'right', dataIndex: 'position' },
  { title: '小作坊名称', width: 230, ellipsis: true, dataIndex: 'name' },
  { title: '业主', width: 90, dataIndex: 'ownerName' },
  { title: '生产加工地址', ellipsis: true, dataIndex: 'address' },
  { title: '主要产品', width: 220, ellipsis: true, dataIndex: 'products' },
];

/** Who left after the list was confirmed; only where somebody did. */
const withdrawalColumn: ColumnsType<Entry>[number] = {
  title: '变动',
  width: 240,
  ellipsis: true,
  render: (_, { withdrawnOn, withdrawnReason }) =>
    withdrawnOn && (
      <Tooltip title={withdrawnReason}>
        <Tag color="error">{withdrawnOn} 退出</Tag>
        {withdrawnReason}
      </Tooltip>
    ),
};

/** A confirmed 创建名单: to look at, print, export and hand up; a row opens the workshop's plan. */
export function RosterPanel({ roster }: { readonly roster: RosterView }) {
  const navigate = useNavigate();
  const [doing, setDoing] = useState<'preview' | 'changes' | 'undo'>();
  const close = (): void => setDoing(undefined);
  const left = roster.entries.filter((one) => one.withdrawnOn !== null).length;
  const open = (entry: Entry): void => void navigate(`/plans/${entry.workshopId}`);
  return (
    <section className="panel publicity" aria-label="创建名单">
      <Flex justify="space-between" align="center" gap={12} wrap>
        <Flex align="center" gap={8} wrap>
          <h2 className="publicity-title">
            创建名单{roster.batch > 1 ? `（第${roster.batch}批，补充）` : ''}（{roster.entries.length}家）
          </h2>
          <span className="quiet">
            {inChinese(roster.confirmedOn)}确定{left > 0 ? `，其中${left}家已退出` : ''}
          </span>
        </Flex>
        <Flex gap={8} wrap>
          <Button onClick={() => setDoing('undo')}>撤销确定</Button>
          {left > 0 && <Button onClick={() => setDoing('changes')}>名单变动情况表</Button>}
          <Button onClick={() => setDoing('preview')}>预览和导出名单</Button>
          <Button onClick={() => void navigate('/plans')}>编制改造方案</Button>
          <Button type="primary" onClick={() => void navigate('/submissions')}>
            报送创建名单
          </Button>
        </Flex>
      </Flex>
      <Table<Entry>
        className="roster-table"
        size="small"
        dataSource={[...roster.entries]}
        rowKey="workshopId"
        columns={left > 0 ? [...columns, withdrawalColumn] : columns}
        pagination={false}
        virtual={roster.entries.length > 60}
        scroll={roster.entries.length > 8 ? { x: 1080, y: 320 } : { x: 1080 }}
        onRow={(entry) => ({
          tabIndex: 0,
          className: 'row-open',
          onClick: () => open(entry),
          onKeyDown: (event) => {
            if (event.key === 'Enter') open(entry);
          },
        })}
      />
      {doing === 'preview' && (
        <PaperPreview refs={{ paper: 'roster', rosterId: roster.id }} onClose={close} />
      )}
      {doing === 'changes' && <PaperPreview refs={{ paper: 'rosterChanges' }} onClose={close} />}
      {doing === 'undo' && <UndoRosterModal roster={roster} onClose={close} />}
    </section>
  );
}
