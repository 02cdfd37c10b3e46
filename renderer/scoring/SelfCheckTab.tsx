import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Skeleton, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { InspectionRow } from '../../db/model/contract/scoring.ts';
import { inChinese } from '../../db/model/dates.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { SAMPLE_NOTICE } from '../../db/model/scoring/sampleTable.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ReasonModal } from '../shared/ReasonModal.tsx';
import { useUndoMessage } from '../shared/useUndoMessage.tsx';
import { ConclusionTag } from './SheetTotals.tsx';
import { StartSheetModal } from './StartSheetModal.tsx';

interface Props {
  readonly workshopId: WorkshopId;
}

function RemoveModal({ row, onClose }: { readonly row: InspectionRow; readonly onClose: () => void }) {
  const act = useAct(client.scoring.remove);
  const offerUndo = useUndoMessage();
  const remove = async (reason: string): Promise<void> => {
    if (!(await act.run({ inspectionId: row.id, reason })).ok) return;
    onClose();
    offerUndo('自查已移入回收站', () => client.scoring.restore({ inspectionId: row.id }));
  };
  return (
    <ReasonModal
      open
      title={`把${inChinese(row.inspectedOn)}的自查移入回收站`}
      okText="移入回收站"
      running={act.running}
      problems={act.problems}
      onReason={(reason) => void remove(reason)}
      onClose={onClose}
    >
      <p>移入后不再据此提出改造任务，可以随时恢复。</p>
    </ReasonModal>
  );
}

type Ask =
  | { readonly kind: 'start' }
  | { readonly kind: 'remove'; readonly row: InspectionRow }
  | { readonly kind: 'paper'; readonly ref: PaperRef };

interface RowActions {
  readonly open: (row: InspectionRow) => void;
  readonly remove: (row: InspectionRow) => void;
  readonly restore: (row: InspectionRow) => void;
}

const columnsWith = ({ open, remove, restore }: RowActions): ColumnsType<InspectionRow> => [
  { key: 'on', title: '自查日期', width: 140, render: (_, row) => inChinese(row.inspectedOn) },
  {
    key: 'table',
    title: '评分表',
    render: (_, row) => (row.sample ? SAMPLE_NOTICE : row.tableVersion),
  },
  {
    key: 'total',
    title: '得分',
    width: 90,
    align: 'right',
    render: (_, row) => formatPoints(row.score.total),
  },
  {
    key: 'conclusion',
    title: '结论',
    width: 220,
    render: (_, row) =>
      row.removed ? <Tag>在回收站：{row.removed.reason}</Tag> : <ConclusionTag score={row.score} />,
  },
  {
    key: 'state',
    title: '状态',
    width: 90,
    render: (_, row) => (row.finished ? '已完成' : '填写中'),
  },
  {
    key: 'act',
    title: '办理',
    width: 210,
    render: (_, row) => {
      const which = inChinese(row.inspectedOn);
      if (row.removed)
        return (
          <Button size="small" aria-label={`恢复${which}的自查`} onClick={() => restore(row)}>
            恢复
          </Button>
        );
      return (
        <Flex gap={8}>
          <Button size="small" aria-label={`打开${which}的自查`} onClick={() => open(row)}>
            {row.finished ? '查看' : '继续填写'}
          </Button>
          <Button size="small" aria-label={`把${which}的自查移入回收站`} onClick={() => remove(row)}>
            移入回收站
          </Button>
        </Flex>
      );
    },
  },
];

/** 自查: every self-check of a workshop this year, none overwriting another. */
export function SelfCheckTab({ workshopId }: Props) {
  const navigate = useNavigate();
  const rows = useQuery(api.scoring.inspections.queryOptions({ input: { workshopId, level: 'self' } }));
  const restore = useAct(client.scoring.restore);
  const [ask, setAsk] = useState<Ask>();
  if (rows.isPending) return <Skeleton active />;
  if (rows.isError) return <ProblemList problems={problemsOf(rows.error)} />;
  const blank: PaperRef = {
    paper: 'scoreSheet',
    inspectionId: null,
    tableId: null,
    workshopId,
    level: 'self',
  };
  const columns = columnsWith({
    open: (row) => void navigate(`/scoring/${row.id}`),
    remove: (row) => setAsk({ kind: 'remove', row }),
    restore: (row) => void restore.run({ inspectionId: row.id }),
  });
  const begin = (
    <Button type="primary" onClick={() => setAsk({ kind: 'start' })}>
      开始自查
    </Button>
  );
  const close = () => setAsk(undefined);
  return (
    <div className="panel stack">
      <ProblemList problems={restore.problems} title="没有恢复" onClose={restore.clear} />
      <Flex justify="end" gap={8}>
        <Button onClick={() => setAsk({ kind: 'paper', ref: blank })}>打印空白评分表</Button>
        {rows.data.length > 0 && begin}
      </Flex>
      {rows.data.length === 0 ? (
        <Empty description="还没有自查。对照评分表自查一次，扣分的项目可以直接生成改造任务。">{begin}</Empty>
      ) : (
        <Table<InspectionRow>
          size="small"
          dataSource={[...rows.data]}
          rowKey="id"
          pagination={false}
          scroll={{ x: 900 }}
          columns={columns}
        />
      )}
      {ask?.kind === 'start' && <StartSheetModal workshopId={workshopId} level="self" onClose={close} />}
      {ask?.kind === 'remove' && <RemoveModal row={ask.row} onClose={close} />}
      {ask?.kind === 'paper' && <PaperPreview refs={ask.ref} onClose={close} />}
    </div>
  );
}
