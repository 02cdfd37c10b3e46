import { Button, Empty, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { ObjectionView } from '../../db/model/contract/publicity.ts';
import { OBJECTION_OUTCOMES } from '../../db/model/terms.ts';
import { orBlank } from '../shared/format.ts';
import { SettleObjectionModal } from './SettleObjectionModal.tsx';

const columns = (settle: (one: ObjectionView) => void): ColumnsType<ObjectionView> => [
  { title: '收到日期', width: 110, dataIndex: 'receivedOn' },
  { title: '针对', width: 180, ellipsis: true, render: (_, one) => orBlank(one.workshopName) },
  { title: '异议人', width: 76, render: (_, one) => (one.named ? '实名' : '匿名') },
  { title: '内容', dataIndex: 'content' },
  {
    title: '处理',
    width: 320,
    render: (_, one) =>
      one.outcome === null ? (
        <Button onClick={() => settle(one)}>处理</Button>
      ) : (
        `${one.settledOn}，${OBJECTION_OUTCOMES[one.outcome]}：${one.handling}`
      ),
  },
];

/** The objections against a publicity, each with its outcome or the way to one. */
export function ObjectionsTable({ objections }: { readonly objections: readonly ObjectionView[] }) {
  const [settling, setSettling] = useState<ObjectionView>();
  return (
    <>
      <Table<ObjectionView>
        size="small"
        dataSource={[...objections]}
        rowKey="id"
        columns={columns(setSettling)}
        pagination={false}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有收到异议" /> }}
      />
      {settling && <SettleObjectionModal objection={settling} onClose={() => setSettling(undefined)} />}
    </>
  );
}
