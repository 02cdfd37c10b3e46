import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ScoreTableRow } from '../../db/model/contract/scoring.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FileButton } from '../shared/FilePick.tsx';
import { orBlank } from '../shared/format.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { reading } from '../shared/reading.ts';
import { useSaveFile } from '../shared/useSaveFile.tsx';
import { ImportTableModal } from './ImportTableModal.tsx';

const StateTags = ({ row, year }: { readonly row: ScoreTableRow; readonly year: number }) => (
  <Flex gap={4} wrap>
    {row.chosen && <Tag color="blue">{year}年度使用</Tag>}
    {row.sample && <Tag>示例</Tag>}
    {row.uses > 0 && <Tag>已用{row.uses}次，已锁定</Tag>}
    {row.retired && <Tag>已停用</Tag>}
  </Flex>
);

/** Every 评分表 in its versions; which one is this year's. */
export function ScoreTables() {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { campaign } = useOffice();
  const rows = useQuery(api.scoring.tables.queryOptions());
  const choose = useAct(client.scoring.chooseTable);
  const retire = useAct(client.scoring.retireTable);
  const template = useSaveFile();
  const [file, setFile] = useState<PickedPath>();
  const saveTemplate = (): Promise<void> =>
    template.save({ make: () => client.scoring.template(), purpose: 'documents', said: '已保存模板' });
  const chooseTable = async ({ id, title, version }: ScoreTableRow): Promise<void> => {
    if ((await choose.run({ tableId: id })).ok)
      message.success(`${campaign.year}年度改用“${title}”${version}`);
  };
  const open = (row: ScoreTableRow): void => void navigate(`/score-tables/${row.id}`);
  const columns: ColumnsType<ScoreTableRow> = [
    { key: 'title', title: '名称', render: (_, row) => row.title },
    { key: 'version', title: '版本', width: 100, dataIndex: 'version' },
    { key: 'source', title: '来源', width: 200, render: (_, row) => orBlank(row.source) },
    { key: 'items', title: '项数', width: 70, align: 'right', dataIndex: 'itemCount' },
    { key: 'full', title: '满分', width: 70, align: 'right', render: (_, row) => formatPoints(row.full) },
    {
      key: 'state',
      title: '状态',
      width: 220,
      render: (_, row) => <StateTags row={row} year={campaign.year} />,
    },
    {
      key: 'act',
      title: '办理',
      width: 230,
      render: (_, row) => (
        <Flex gap={8}>
          <Button size="small" aria-label={`打开${row.title}${row.version}`} onClick={() => open(row)}>
            打开
          </Button>
          {!row.chosen && !row.retired && (
            <Button
              size="small"
              aria-label={`本年度用${row.title}${row.version}`}
              disabled={choose.running}
              onClick={() => void chooseTable(row)}
            >
              本年度使用
            </Button>
          )}
          {!row.chosen && (
            <Button
              size="small"
              aria-label={`${row.retired ? '恢复使用' : '停用'}${row.title}${row.version}`}
              disabled={retire.running}
              onClick={() => void retire.run({ tableId: row.id, retired: !row.retired })}
            >
              {row.retired ? '恢复使用' : '停用'}
            </Button>
          )}
        </Flex>
      ),
    },
  ];
  const problems = rows.isError ? problemsOf(rows.error) : [...choose.problems, ...retire.problems];
  return (
    <div className="panel stack">
      <ProblemList
        problems={problems}
        title="没有办理"
        onClose={() => {
          choose.clear();
          retire.clear();
        }}
      />
      <Flex justify="space-between" gap={8} wrap align="center">
        <span className="quiet">
          随程序附带的是示例。请把省厅附表3录入模板后导入，或将示例另存为新版本再修改，然后点“本年度使用”。
        </span>
        <Flex gap={8}>
          <Button loading={template.running} onClick={() => void saveTemplate()}>
            下载导入模板
          </Button>
          <FileButton type="primary" purpose="scoreTableWorkbook" onPicked={setFile}>
            从Excel导入
          </FileButton>
        </Flex>
      </Flex>
      <Table<ScoreTableRow>
        size="small"
        loading={reading(rows.isPending)}
        dataSource={[...(rows.data ?? [])]}
        rowKey="id"
        columns={columns}
        pagination={false}
        scroll={{ x: 1080 }}
      />
      {file && (
        <ImportTableModal
          file={file}
          onClose={() => setFile(undefined)}
          onImported={(tableId) => {
            setFile(undefined);
            message.success('已导入，核对后点“本年度使用”');
            void navigate(`/score-tables/${tableId}`);
          }}
        />
      )}
    </div>
  );
}
