import { useQuery } from '@tanstack/react-query';
import { App, Button, Empty, Flex, Table } from 'antd';
import { useState } from 'react';
import type { MeetingId } from '../../db/model/ids.ts';
import type { Meeting } from '../../db/model/mobilisation.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { orBlank } from '../shared/format.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ReasonModal } from '../shared/ReasonModal.tsx';
import { reading } from '../shared/reading.ts';
import { MeetingModal } from './MeetingModal.tsx';

/** 宣传动员会: one line a meeting; opened by click or Enter, printed as 会议记录. */
export function MeetingsTab() {
  const meetings = useQuery(api.mobilisation.meetings.queryOptions());
  const { message } = App.useApp();
  const remove = useAct(client.mobilisation.removeMeeting);
  const [editing, setEditing] = useState<Meeting | 'new' | null>(null);
  const [removing, setRemoving] = useState<Meeting | null>(null);
  const [paper, setPaper] = useState<MeetingId | null>(null);
  const add = (
    <Button type="primary" onClick={() => setEditing('new')}>
      登记动员会
    </Button>
  );
  const doRemove = async (reason: string) => {
    if (!removing || !(await remove.run({ id: removing.id, reason })).ok) return;
    setRemoving(null);
    message.success('已移入回收站，可随时恢复');
  };
  return (
    <div className="panel stack">
      <ProblemList problems={meetings.isError ? problemsOf(meetings.error) : []} />
      {meetings.data?.length !== 0 && <Flex justify="end">{add}</Flex>}
      <Table<Meeting>
        size="small"
        loading={reading(meetings.isPending)}
        dataSource={meetings.data ?? []}
        rowKey="id"
        pagination={false}
        scroll={{ x: 960 }}
        onRow={(row) => ({
          tabIndex: 0,
          className: 'row-open',
          onClick: () => setEditing(row),
          onKeyDown: (event) => {
            if (event.key === 'Enter' && event.target === event.currentTarget) setEditing(row);
          },
        })}
        locale={{
          emptyText: (
            <Empty description="还没有登记宣传动员会。开会后在这里登记时间、地点、参加人员和内容，可打印会议记录归档。">
              {add}
            </Empty>
          ),
        }}
        columns={[
          { key: 'heldOn', title: '召开日期', dataIndex: 'heldOn', width: 120 },
          { key: 'topic', title: '会议议题', dataIndex: 'topic', ellipsis: true },
          { key: 'place', title: '地点', dataIndex: 'place', width: 200, ellipsis: true },
          { key: 'host', title: '主持人', dataIndex: 'host', width: 110 },
          {
            key: 'headcount',
            title: '人数',
            width: 80,
            render: (_, row) => orBlank(row.headcount === null ? null : `${row.headcount}人`),
          },
          {
            key: 'act',
            title: '办理',
            width: 220,
            render: (_, row) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: keeps the buttons' clicks from opening the row
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              <div className="row-actions" onClick={(event) => event.stopPropagation()}>
                <Button size="small" aria-label={`${row.heldOn}的会议记录`} onClick={() => setPaper(row.id)}>
                  会议记录
                </Button>
                <Button
                  size="small"
                  aria-label={`移除${row.heldOn}的动员会`}
                  onClick={() => setRemoving(row)}
                >
                  移入回收站
                </Button>
              </div>
            ),
          },
        ]}
      />
      {editing && (
        <MeetingModal meeting={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      {paper && (
        <PaperPreview refs={{ paper: 'meetingMinutes', meetingId: paper }} onClose={() => setPaper(null)} />
      )}
      <ReasonModal
        open={removing !== null}
        title={`把${removing?.heldOn ?? ''}的动员会移入回收站`}
        okText="移入回收站"
        running={remove.running}
        problems={remove.problems}
        onReason={(reason) => void doRemove(reason)}
        onClose={() => setRemoving(null)}
      >
        <p>移入后不再出现在列表中，可以从回收站恢复。</p>
      </ReasonModal>
    </div>
  );
}
