import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Empty, Flex, Input, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { PickedPath } from '../../db/model/desk.ts';
import type { MeasureId } from '../../db/model/ids.ts';
import type { MeasureInput, StandardMeasure } from '../../db/model/scoring/measures.ts';
import { TASK_CATEGORIES } from '../../db/model/terms.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { ExportButton } from '../shared/ExportButton.tsx';
import { FileButton } from '../shared/FilePick.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { reading } from '../shared/reading.ts';
import { useUndoMessage } from '../shared/useUndoMessage.tsx';
import { MeasureModal, NEW_MEASURE } from './MeasureModal.tsx';

interface Editing {
  readonly id: MeasureId | null;
  readonly measure: MeasureInput;
}

const textOf = (one: StandardMeasure): string =>
  `${one.itemCode} ${one.problem} ${one.measure} ${one.standard}`.toLowerCase();

/** 标准措施库: what tasks are proposed from; changed, added to and removed (to 回收站) by the office. */
export function MeasuresTable() {
  const { message } = App.useApp();
  const offerUndo = useUndoMessage();
  const rows = useQuery(api.scoring.measures.queryOptions());
  const save = useAct(client.scoring.saveMeasure);
  const remove = useAct(client.scoring.removeMeasure);
  const importing = useAct(client.scoring.importMeasures);
  const [editing, setEditing] = useState<Editing>();
  const [search, setSearch] = useState('');
  const shown = (rows.data ?? []).filter((one) => textOf(one).includes(search.trim().toLowerCase()));
  const done = async (measure: MeasureInput): Promise<void> => {
    if (!editing || !(await save.run({ id: editing.id, measure })).ok) return;
    setEditing(undefined);
    message.success(editing.id === null ? '已增加措施' : '已保存措施');
  };
  const drop = async (one: StandardMeasure): Promise<void> => {
    const removed = await remove.run({ id: one.id, reason: '' });
    if (!removed.ok) return;
    const { kind, id } = removed.value;
    offerUndo(`评分项${one.itemCode}的措施已移入回收站`, () => client.recycle.restore({ kind, id }));
  };
  const take = async ({ token }: PickedPath): Promise<void> => {
    const done = await importing.run({ token });
    if (!done.ok) return;
    const { added, changed, same } = done.value;
    message.success(`已导入：新增${added}条，修改${changed}条，${same}条相同`);
  };
  const columns: ColumnsType<StandardMeasure> = [
    { key: 'itemCode', title: '评分项', width: 76, dataIndex: 'itemCode' },
    { key: 'category', title: '类别', width: 90, render: (_, one) => TASK_CATEGORIES[one.category] },
    { key: 'problem', title: '存在问题', dataIndex: 'problem' },
    { key: 'measure', title: '改造任务', dataIndex: 'measure' },
    { key: 'standard', title: '提升标准', dataIndex: 'standard' },
    {
      key: 'act',
      title: '办理',
      width: 180,
      render: (_, one) => (
        <Flex gap={8}>
          <Button
            size="small"
            aria-label={`修改${one.itemCode}的措施`}
            onClick={() => setEditing({ id: one.id, measure: one })}
          >
            修改
          </Button>
          <Button
            size="small"
            aria-label={`把${one.itemCode}的措施移入回收站`}
            disabled={remove.running}
            onClick={() => void drop(one)}
          >
            移入回收站
          </Button>
        </Flex>
      ),
    },
  ];
  return (
    <div className="panel stack">
      <ProblemList
        problems={rows.isError ? problemsOf(rows.error) : remove.problems}
        onClose={remove.clear}
      />
      <ProblemList problems={importing.problems} title="没有导入，措施库未变" onClose={importing.clear} />
      <Flex justify="space-between" gap={8} wrap>
        <Input
          prefix={<SearchOutlined />}
          allowClear
          className="measure-search"
          placeholder="搜索编号、问题、措施"
          aria-label="搜索措施"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Flex gap={8}>
          <FileButton
            purpose="measuresWorkbook"
            loading={importing.running}
            onPicked={(file) => void take(file)}
          >
            从Excel导入
          </FileButton>
          <ExportButton<StandardMeasure> title="标准措施库" columns={columns} rows={shown} />
          <Button type="primary" onClick={() => setEditing({ id: null, measure: NEW_MEASURE })}>
            增加措施
          </Button>
        </Flex>
      </Flex>
      <Table<StandardMeasure>
        size="small"
        loading={reading(rows.isPending)}
        dataSource={shown}
        rowKey="id"
        columns={columns}
        scroll={{ x: 860 }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={search === '' ? '还没有措施，请点“增加措施”' : '没有符合的措施'}
            />
          ),
        }}
      />
      {editing && (
        <MeasureModal
          measure={editing.measure}
          isNew={editing.id === null}
          act={save}
          onDone={done}
          onClose={() => {
            setEditing(undefined);
            save.clear();
          }}
        />
      )}
    </div>
  );
}
