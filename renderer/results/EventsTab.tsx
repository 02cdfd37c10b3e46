import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Empty, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { OutsideEventView } from '../../db/model/contract/results.ts';
import type { OutsideEventId } from '../../db/model/ids.ts';
import { PUBLICITY_STATES } from '../../db/model/publicity.ts';
import { toldWords } from '../../db/model/results.ts';
import { keysOf, OUTSIDE_EVENTS, type OutsideEventKind } from '../../db/model/terms.ts';
import { api, client, problemsOf } from '../api.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { reading } from '../shared/reading.ts';
import { EventModal } from './EventModal.tsx';
import { AddPassedModal, PassedObjections } from './PassedObjections.tsx';
import { useReasonDialog } from './useReasonDialog.tsx';

const KINDS = keysOf(OUTSIDE_EVENTS);

const dayText = ({ happenedOn, lastDay }: OutsideEventView): string =>
  lastDay === null ? happenedOn : `${happenedOn}至${lastDay}`;

const workshopsText = ({ workshops }: OutsideEventView): string =>
  workshops.map((one) => `${one.name}${toldWords(one)}`).join('、');

const detailText = (one: OutsideEventView): string =>
  [
    one.documentNo,
    one.place,
    one.removed || one.period === null ? '' : PUBLICITY_STATES[one.period],
    one.note,
    one.removed ? `已移除：${one.removed.reason}` : '',
  ]
    .filter((part) => part !== '')
    .join('，');

interface Work {
  readonly correct: (one: OutsideEventView) => void;
  readonly mark: (one: OutsideEventView) => void;
  readonly notice: (one: OutsideEventView) => void;
  readonly objection: (one: OutsideEventView) => void;
}

function RowActions({ one, work }: { readonly one: OutsideEventView; readonly work: Work }) {
  const label = (what: string): string => `${what}：${one.happenedOn}${OUTSIDE_EVENTS[one.kind]}`;
  if (one.removed)
    return (
      <Button size="small" aria-label={label('恢复')} onClick={() => work.mark(one)}>
        恢复…
      </Button>
    );
  return (
    <div className="result-actions">
      {one.kind === 'resultPublicity' && (
        <>
          <Button size="small" aria-label={label('公示稿')} onClick={() => work.notice(one)}>
            公示稿
          </Button>
          <Button size="small" aria-label={label('登记异议')} onClick={() => work.objection(one)}>
            登记异议…
          </Button>
        </>
      )}
      <Button size="small" aria-label={label('更正')} onClick={() => work.correct(one)}>
        更正…
      </Button>
      <Button size="small" aria-label={label('移除')} onClick={() => work.mark(one)}>
        移除…
      </Button>
    </div>
  );
}

const columnsOf = (work: Work): ColumnsType<OutsideEventView> => [
  { title: '日期', width: 200, render: (_, one) => dayText(one) },
  { title: '类别', width: 110, render: (_, one) => OUTSIDE_EVENTS[one.kind] },
  { title: '家数', width: 64, align: 'right', render: (_, one) => one.workshops.length },
  { title: '小作坊', ellipsis: true, render: (_, one) => workshopsText(one) },
  { title: '文号、位置和情况', width: 210, render: (_, one) => detailText(one) || '—' },
  { title: '办理', width: 290, render: (_, one) => <RowActions one={one} work={work} /> },
];

interface Editing {
  readonly kind: OutsideEventKind;
  readonly before: OutsideEventView | null;
}

/** 市级省级结果: samples, scores, the result publicity, 附表5 and the announcement, as this office learned of them. */
export function EventsTab() {
  const events = useQuery(api.results.events.queryOptions());
  const results = useQuery(api.results.list.queryOptions());
  const [editing, setEditing] = useState<Editing>();
  const [paper, setPaper] = useState<OutsideEventId>();
  const [objecting, setObjecting] = useState<OutsideEventView>();
  const reason = useReasonDialog();
  const work: Work = {
    correct: (one) => setEditing({ kind: one.kind, before: one }),
    notice: (one) => setPaper(one.id),
    objection: setObjecting,
    mark: (one) =>
      reason.ask({
        title: `${one.removed ? '恢复' : '移除'}${one.happenedOn}的${OUTSIDE_EVENTS[one.kind]}`,
        okText: one.removed ? '恢复' : '移除',
        text: one.removed ? '恢复后重新计入各项结果。' : '记录保留，但不再计入各项结果，可以恢复。',
        run: (why) =>
          one.removed
            ? client.results.restoreEvent({ id: one.id, reason: why })
            : client.results.removeEvent({ id: one.id, reason: why }),
      }),
  };
  const add = (
    <Dropdown
      trigger={['click']}
      menu={{
        items: KINDS.map((key) => ({ key, label: OUTSIDE_EVENTS[key] })),
        onClick: ({ key }) => {
          const kind = KINDS.find((one) => one === key);
          if (kind) setEditing({ kind, before: null });
        },
      }}
    >
      <Button type="primary">登记…</Button>
    </Dropdown>
  );
  return (
    <div className="panel stack">
      <ProblemList problems={events.error ? problemsOf(events.error) : []} />
      <ProblemList problems={results.data?.warnings ?? []} />
      {(events.data?.length ?? 0) > 0 && <div>{add}</div>}
      <Table<OutsideEventView>
        size="small"
        loading={reading(events.isPending)}
        dataSource={[...(events.data ?? [])]}
        rowKey="id"
        columns={columnsOf(work)}
        pagination={false}
        scroll={{ x: 1080 }}
        expandable={{
          // Objections always stand below their publicity.
          expandedRowKeys: (events.data ?? [])
            .filter((one) => one.objections.length > 0)
            .map((one) => one.id),
          showExpandColumn: false,
          expandedRowRender: (one) => <PassedObjections objections={one.objections} />,
        }}
        locale={{
          emptyText: events.data && (
            <Empty description="还没有登记市级、省级的办理情况。收到复评抽样、复评结果、公示、附表5上报和省厅公布文件后，在这里登记。">
              {add}
            </Empty>
          ),
        }}
      />
      {editing && (
        <EventModal
          kind={editing.kind}
          before={editing.before}
          rows={results.data?.rows ?? []}
          onClose={() => setEditing(undefined)}
        />
      )}
      {paper && (
        <PaperPreview refs={{ paper: 'resultNotice', eventId: paper }} onClose={() => setPaper(undefined)} />
      )}
      {objecting && <AddPassedModal event={objecting} onClose={() => setObjecting(undefined)} />}
      {reason.dialog}
    </div>
  );
}
