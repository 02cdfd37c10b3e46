import { Flex, type InputRef, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { TableHead } from '../../db/model/contract/scoring.ts';
import type { ScoreTable } from '../../db/model/scoring/table.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { HeadFields } from './HeadFields.tsx';

interface Props {
  readonly table: ScoreTable;
  readonly onClose: () => void;
}

/** 另存为新版本: the copy may be changed, the one it is made from stays. */
export function CopyTableModal({ table, onClose }: Props) {
  const navigate = useNavigate();
  const { campaign } = useOffice();
  const first = useRef<InputRef>(null);
  const copy = useAct(client.scoring.copyTable);
  const [head, setHead] = useState<TableHead>({
    title: table.sample ? `${campaign.year}年验收评分表` : table.title,
    version: table.sample ? `${campaign.year}` : `${table.version}修订`,
    source: table.sample ? '由示例评分表修改' : table.source,
  });
  const run = async (): Promise<void> => {
    const done = await copy.run({ tableId: table.id, head });
    if (!done.ok) return;
    onClose();
    void navigate(`/score-tables/${done.value.tableId}`);
  };
  return (
    <Modal
      open
      width={720}
      title="另存为新版本"
      okText="另存"
      cancelText="取消"
      confirmLoading={copy.running}
      onOk={() => void run()}
      onCancel={onClose}
      afterOpenChange={(opened) => opened && first.current?.focus()}
    >
      <Flex vertical gap={12}>
        <ProblemList problems={copy.problems} title="没有另存" />
        <span>
          {table.sample
            ? '新版本在逐项改成省厅附表3之前，仍会标明是示例。'
            : '原来的版本原样保留，已做的评分不受影响。'}
        </span>
        <HeadFields first={first} head={head} onChange={setHead} />
      </Flex>
    </Modal>
  );
}
