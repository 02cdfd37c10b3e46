import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex, Table, Tag } from 'antd';
import { useState } from 'react';
import type { YearRow } from '../../db/model/contract/years.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { reading } from '../shared/reading.ts';
import { NewYearModal } from './NewYearModal.tsx';
import { useChooseYear } from './useChooseYear.ts';

/** 创建年度: every year with its figures. One made by mistake can be taken back while it is empty. */
export function YearsTab() {
  const years = useQuery(api.years.list.queryOptions());
  const { message, modal } = App.useApp();
  const { choose, running } = useChooseYear();
  const remove = useAct(client.years.remove);
  const [adding, setAdding] = useState(false);
  const doRemove = async ({ campaignId, year }: YearRow) => {
    if ((await remove.run({ campaignId })).ok) message.success(`已删除没有记录的${year}年度`);
  };
  const ask = (row: YearRow) =>
    modal.confirm({
      title: `删除${row.year}年度？`,
      content: '该年度还没有任何记录；已设置的名额和年度政策会一并删除，不能恢复。',
      okText: '删除',
      okType: 'default',
      cancelText: '取消',
      autoFocusButton: 'cancel',
      onOk: () => doRemove(row),
    });
  return (
    <div className="panel stack">
      <ProblemList
        problems={years.isError ? problemsOf(years.error) : remove.problems}
        onClose={remove.clear}
      />
      <Flex justify="space-between" align="center" gap={16}>
        <span className="quiet">各年度的申请、公示、方案分开存放；往年可以查阅、打印和补录。</span>
        <Button type="primary" onClick={() => setAdding(true)}>
          新建年度
        </Button>
      </Flex>
      <Table<YearRow>
        size="small"
        loading={reading(years.isPending)}
        dataSource={years.data ?? []}
        rowKey="campaignId"
        pagination={false}
        scroll={{ x: 820 }}
        columns={[
          {
            key: 'year',
            title: '年度',
            width: 160,
            render: (_, row) => (
              <>
                {row.year}年度 {row.chosen && <Tag color="blue">当前显示</Tag>}
              </>
            ),
          },
          { key: 'name', title: '创建名称', dataIndex: 'programmeName', width: 140 },
          { key: 'quota', title: '名额', width: 90, render: (_, row) => `${row.quota}家` },
          { key: 'applications', title: '申请', width: 90, render: (_, row) => `${row.applications}家` },
          { key: 'roster', title: '创建名单', width: 100, render: (_, row) => `${row.onRoster}家` },
          {
            key: 'act',
            title: '办理',
            render: (_, row) => (
              <Flex gap={8}>
                <Button
                  size="small"
                  disabled={row.chosen || running}
                  aria-label={`显示${row.year}年度`}
                  onClick={() => void choose(row)}
                >
                  显示该年度
                </Button>
                {row.removable && (
                  <Button
                    size="small"
                    disabled={remove.running}
                    aria-label={`删除${row.year}年度`}
                    onClick={() => ask(row)}
                  >
                    删除空年度
                  </Button>
                )}
              </Flex>
            ),
          },
        ]}
      />
      {adding && <NewYearModal onClose={() => setAdding(false)} />}
    </div>
  );
}
