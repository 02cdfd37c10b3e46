import { useQuery } from '@tanstack/react-query';
import { App, Button, Empty } from 'antd';
import { useNavigate } from 'react-router';
import type { RecycledRow } from '../../db/model/contract/recycle.ts';
import { RECYCLE_KINDS } from '../../db/model/recycle.ts';
import { keysOf } from '../../db/model/terms.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { DataTable } from '../shared/DataTable.tsx';
import type { DataColumn } from '../shared/dataColumn.ts';
import { momentText, orBlank } from '../shared/format.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';

const CHIPS = keysOf(RECYCLE_KINDS).map((key) => ({ key, label: RECYCLE_KINDS[key] }));
const keyOf = (row: RecycledRow) => `${row.kind}-${row.id}`;
const kindOf = (row: RecycledRow) => row.kind;
const searchText = (row: RecycledRow) => `${row.name} ${row.reason}`.toLowerCase();

const COLUMNS: readonly DataColumn<RecycledRow>[] = [
  { key: 'kind', title: '类别', width: 110, render: (_, row) => RECYCLE_KINDS[row.kind] },
  { key: 'name', title: '名称', width: 320, ellipsis: true, dataIndex: 'name' },
  { key: 'removedAt', title: '移入时间', width: 160, render: (_, row) => momentText(row.removedAt) },
  { key: 'removedBy', title: '经办人', width: 110, render: (_, row) => orBlank(row.removedBy) },
  { key: 'reason', title: '原因', width: 260, ellipsis: true, render: (_, row) => orBlank(row.reason) },
];

/** 回收站: nothing removed is lost; one click brings it back. */
export function RecyclePage() {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const removed = useQuery(api.recycle.list.queryOptions());
  const restore = useAct(client.recycle.restoreAll);
  const bringBack = async (rows: readonly RecycledRow[], clear: () => void) => {
    const records = rows.map(({ kind, id }) => ({ kind, id }));
    if (!(await restore.run({ records })).ok) return;
    clear();
    message.success(rows.length === 1 ? `“${rows[0]?.name}”已恢复` : `已恢复${rows.length}条`);
  };
  const columns: readonly DataColumn<RecycledRow>[] = [
    ...COLUMNS,
    {
      key: 'restore',
      title: '办理',
      width: 90,
      value: () => null,
      render: (_, row) => (
        <Button
          size="small"
          disabled={restore.running}
          aria-label={`恢复${row.name}`}
          onClick={() => void bringBack([row], () => undefined)}
        >
          恢复
        </Button>
      ),
    },
  ];
  return (
    <>
      <PageHeader title="回收站" note="移入回收站的记录都还在，随时可以恢复">
        <Button onClick={() => void navigate('/workshops')}>返回小作坊</Button>
      </PageHeader>
      <ProblemList problems={removed.isError ? problemsOf(removed.error) : []} />
      <ProblemList problems={restore.problems} title="没有恢复" onClose={restore.clear} />
      <DataTable<RecycledRow>
        id="recycle"
        rows={removed.data}
        rowKey={keyOf}
        columns={columns}
        searchText={searchText}
        searchHint="搜索名称、原因"
        chipOf={kindOf}
        chips={CHIPS}
        selectionActions={(rows, clear) => (
          <Button disabled={restore.running} onClick={() => void bringBack(rows, clear)}>
            恢复所选
          </Button>
        )}
        empty={
          <Empty description="回收站是空的。移除的小作坊、附件和其他记录会放在这里，可以恢复。">
            <Button onClick={() => void navigate('/workshops')}>返回小作坊</Button>
          </Empty>
        }
      />
    </>
  );
}
