import { Button, Empty, Flex, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { ObjectionView } from '../../db/model/contract/publicity.ts';
import { OBJECTION_OUTCOMES } from '../../db/model/terms.ts';
import { orBlank } from '../shared/format.ts';
import { SettleObjectionModal } from './SettleObjectionModal.tsx';
import { DiscardModal, ReopenModal } from './UndoModals.tsx';

interface Doing {
  readonly what: 'settle' | 'reopen' | 'discard';
  readonly objection: ObjectionView;
}

const columns = (start: (doing: Doing) => void, editable: boolean): ColumnsType<ObjectionView> => [
  { title: '收到日期', width: 110, dataIndex: 'receivedOn' },
  { title: '针对', width: 180, ellipsis: true, render: (_, one) => orBlank(one.workshopName) },
  { title: '异议人', width: 76, render: (_, one) => (one.named ? '实名' : '匿名') },
  { title: '内容', dataIndex: 'content' },
  {
    title: '处理',
    width: 320,
    render: (_, one) =>
      one.outcome === null
        ? '待处理'
        : `${one.settledOn}，${OBJECTION_OUTCOMES[one.outcome]}：${one.handling}`,
  },
  ...(editable
    ? [
        {
          title: '办理',
          width: 150,
          render: (_: unknown, one: ObjectionView) =>
            one.outcome === null ? (
              <Flex gap={4}>
                <Button size="small" type="primary" onClick={() => start({ what: 'settle', objection: one })}>
                  处理
                </Button>
                <Button size="small" onClick={() => start({ what: 'discard', objection: one })}>
                  误登…
                </Button>
              </Flex>
            ) : (
              <Button size="small" onClick={() => start({ what: 'reopen', objection: one })}>
                撤回处理…
              </Button>
            ),
        },
      ]
    : []),
];

interface Props {
  readonly objections: readonly ObjectionView[];
  /** False once the list is confirmed. */
  readonly editable: boolean;
}

/** The objections against a publicity, each with its outcome or the way to one. */
export function ObjectionsTable({ objections, editable }: Props) {
  const [doing, setDoing] = useState<Doing>();
  const close = (): void => setDoing(undefined);
  return (
    <>
      <Table<ObjectionView>
        size="small"
        dataSource={[...objections]}
        rowKey="id"
        columns={columns(setDoing, editable)}
        scroll={{ x: 960 }}
        pagination={false}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有收到异议" /> }}
      />
      {doing?.what === 'settle' && <SettleObjectionModal objection={doing.objection} onClose={close} />}
      {doing?.what === 'reopen' && <ReopenModal objection={doing.objection} onClose={close} />}
      {doing?.what === 'discard' && <DiscardModal objection={doing.objection} onClose={close} />}
    </>
  );
}
