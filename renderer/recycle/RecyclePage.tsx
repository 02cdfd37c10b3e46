import { useQuery } from '@tanstack/react-query';
import { App, Button, Empty, Table } from 'antd';
import { useNavigate } from 'react-router';
import type { RemovedRow } from '../../db/model/contract/workshops.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { momentText, orBlank } from '../shared/format.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';

/** 回收站: nothing removed is lost; one click brings it back. */
export function RecyclePage() {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const removed = useQuery(api.workshops.removed.queryOptions());
  const restore = useAct(client.workshops.restore);
  const bringBack = async (row: RemovedRow) => {
    const done = await restore.run({ workshopId: row.workshopId });
    if (done.ok) message.success(`“${row.name}”已恢复到小作坊列表`);
  };
  return (
    <>
      <PageHeader title="回收站" note="移入回收站的小作坊，资料都还在">
        <Button onClick={() => void navigate('/workshops')}>返回小作坊</Button>
      </PageHeader>
      <ProblemList problems={removed.isError ? problemsOf(removed.error) : []} />
      <ProblemList problems={restore.problems} title="没有恢复" onClose={restore.clear} />
      <div className="panel">
        <Table<RemovedRow>
          size="small"
          loading={removed.isPending}
          dataSource={[...(removed.data ?? [])]}
          rowKey="workshopId"
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="回收站是空的" /> }}
          columns={[
            { key: 'name', title: '小作坊名称', dataIndex: 'name' },
            { key: 'ownerName', title: '业主', dataIndex: 'ownerName', width: 110 },
            {
              key: 'removedAt',
              title: '移入时间',
              width: 160,
              render: (_, row) => momentText(row.removedAt),
            },
            { key: 'reason', title: '原因', render: (_, row) => orBlank(row.reason) },
            {
              key: 'restore',
              title: '办理',
              width: 100,
              render: (_, row) => (
                <Button size="small" disabled={restore.running} onClick={() => void bringBack(row)}>
                  恢复
                </Button>
              ),
            },
          ]}
        />
      </div>
    </>
  );
}
