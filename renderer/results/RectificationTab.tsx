import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { RectificationView } from '../../db/model/contract/results.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { api, client } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { reading } from '../shared/reading.ts';
import { useUndoMessage } from '../shared/useUndoMessage.tsx';
import { DemandModal } from './DemandModal.tsx';
import { DoneModal } from './DoneModal.tsx';
import { pointsText } from './scoreText.ts';
import { useReasonDialog } from './useReasonDialog.tsx';

const stateText = (one: RectificationView, today: IsoDate): string => {
  if (one.past) return '已复查';
  if (one.doneOn !== null) return '完成，待复查';
  return one.dueOn < today ? '逾期' : '整改中';
};

interface Work {
  readonly edit: (one: RectificationView) => void;
  readonly close: (one: RectificationView) => void;
  readonly reopen: (one: RectificationView) => void;
  readonly remove: (one: RectificationView) => void;
  readonly inspect: (one: RectificationView) => void;
}

function RowActions({ one, work }: { readonly one: RectificationView; readonly work: Work }) {
  const label = (what: string): string => `${what}：${one.workshopName}`;
  if (one.past) return null;
  if (one.doneOn !== null)
    return (
      <div className="result-actions">
        <Button size="small" type="primary" aria-label={label('去复查')} onClick={() => work.inspect(one)}>
          去复查
        </Button>
        <Button size="small" aria-label={label('撤回完成')} onClick={() => work.reopen(one)}>
          撤回完成…
        </Button>
      </div>
    );
  return (
    <div className="result-actions">
      <Button size="small" type="primary" aria-label={label('登记完成')} onClick={() => work.close(one)}>
        登记完成…
      </Button>
      <Button size="small" aria-label={label('修改')} onClick={() => work.edit(one)}>
        修改…
      </Button>
      <Button size="small" aria-label={label('移入回收站')} onClick={() => work.remove(one)}>
        移除…
      </Button>
    </div>
  );
}

const columnsOf = (today: IsoDate, work: Work): ColumnsType<RectificationView> => [
  { title: '小作坊名称', width: 160, dataIndex: 'workshopName', ellipsis: true },
  {
    title: '依据的考评',
    width: 160,
    render: (_, one) => `${one.inspectedOn} ${pointsText(one.total)}`,
  },
  {
    title: '整改要求',
    width: 300,
    dataIndex: 'demands',
    render: (text: string) => <span className="typed-lines">{text}</span>,
  },
  { title: '下达', width: 104, dataIndex: 'issuedOn' },
  { title: '期限', width: 104, dataIndex: 'dueOn' },
  {
    title: '完成',
    width: 130,
    render: (_, one) =>
      one.doneOn === null
        ? '—'
        : `${one.doneOn} ${one.checkedBy}核查${one.note === '' ? '' : `：${one.note}`}`,
  },
  {
    title: '状态',
    width: 112,
    render: (_, one) => {
      const text = stateText(one, today);
      return <Tag color={text === '逾期' ? 'red' : 'default'}>{text}</Tag>;
    },
  },
  { title: '办理', width: 224, render: (_, one) => <RowActions one={one} work={work} /> },
];

/** 整改: what was demanded after a scoring below the pass score, and whether it was found done. */
export function RectificationTab() {
  const { today } = useOffice();
  const navigate = useNavigate();
  const undo = useUndoMessage();
  const reason = useReasonDialog();
  const results = useQuery(api.results.list.queryOptions());
  const [editing, setEditing] = useState<RectificationView>();
  const [closing, setClosing] = useState<RectificationView>();
  const rowOf = (one: RectificationView) =>
    results.data?.rows.find((row) => row.workshopId === one.workshopId);
  const work: Work = {
    edit: setEditing,
    close: setClosing,
    inspect: (one) => void navigate(`/inspections/${one.workshopId}`),
    reopen: (one) =>
      reason.ask({
        title: `撤回完成登记：${one.workshopName}`,
        okText: '撤回',
        text: '整改回到“整改中”，需要重新登记完成。',
        run: (why) => client.results.reopenDemand({ id: one.id, reason: why }),
      }),
    remove: (one) => {
      let binId = '';
      reason.ask({
        title: `移入回收站：${one.workshopName}的整改要求`,
        okText: '移入回收站',
        text: '移入后不再出现在列表中，可以从回收站恢复。',
        run: async (why) => {
          binId = (await client.results.removeDemand({ id: one.id, reason: why })).binId;
        },
        onDone: () =>
          undo('整改要求已移入回收站', () => client.recycle.restore({ kind: 'rectification', id: binId })),
      });
    },
  };
  const toList = (
    <Button type="primary" onClick={() => void navigate('/results?tab=recommend')}>
      去推荐名单
    </Button>
  );
  return (
    <div className="panel stack">
      <Table<RectificationView>
        size="small"
        loading={reading(results.isPending)}
        dataSource={[...(results.data?.rectifications ?? [])]}
        rowKey="id"
        columns={columnsOf(today, work)}
        pagination={false}
        scroll={{ x: 1290 }}
        locale={{
          emptyText: (
            <Empty description="没有整改要求。县级考评未达标的，在“推荐名单”中选中该小作坊后下达整改。">
              {toList}
            </Empty>
          ),
        }}
      />
      {editing && (
        <DemandModal
          row={{
            workshopId: editing.workshopId,
            name: editing.workshopName,
            county: rowOf(editing)?.county ?? null,
          }}
          before={editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {closing && <DoneModal rectification={closing} onClose={() => setClosing(undefined)} />}
      {reason.dialog}
    </div>
  );
}
