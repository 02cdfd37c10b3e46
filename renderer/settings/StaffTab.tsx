import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Empty, Flex, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { Staff, StaffInput } from '../../db/model/bureau.ts';
import type { StaffId } from '../../db/model/ids.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { ExportButton } from '../shared/ExportButton.tsx';
import { orBlank } from '../shared/format.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { reading } from '../shared/reading.ts';
import { useUndoMessage } from '../shared/useUndoMessage.tsx';
import { NOBODY, StaffModal } from './StaffModal.tsx';
import { rolesText } from './staffText.ts';

interface Editing {
  readonly id: StaffId | null;
  readonly staff: StaffInput;
}

/** As the list leaves for Excel. */
const LISTED: ColumnsType<Staff> = [
  { key: 'name', title: '姓名', dataIndex: 'name' },
  { key: 'unit', title: '科（所）', dataIndex: 'unit' },
  { key: 'position', title: '职务', dataIndex: 'position' },
  { key: 'roles', title: '职责', render: (_, one) => rolesText(one) },
  { key: 'state', title: '状态', render: (_, one) => (one.active ? '在用' : '已停用') },
];

/** 人员: who helps, reviews, leads, works. Nobody is deleted: old papers name them; they are only 停用. */
export function StaffTab() {
  const staff = useQuery(api.settings.staff.queryOptions());
  const save = useAct(client.settings.saveStaff);
  const setActive = useAct(client.settings.setStaffActive);
  const { message } = App.useApp();
  const offerUndo = useUndoMessage();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [withFormer, setWithFormer] = useState(false);
  const rows = (staff.data ?? []).filter((one) => withFormer || one.active);
  const close = () => {
    setEditing(null);
    save.clear();
  };
  const done = async (input: StaffInput) => {
    if (!editing || !(await save.run({ id: editing.id, staff: input })).ok) return;
    close();
    message.success(editing.id === null ? `已增加${input.name}` : `已保存${input.name}`);
  };
  const turn = async ({ id, name, active }: Staff) => {
    if (!(await setActive.run({ id, active: !active })).ok) return;
    const undo = () => client.settings.setStaffActive({ id, active });
    offerUndo(active ? `已停用${name}，以前的记录不受影响` : `已启用${name}`, undo);
  };
  return (
    <div className="panel stack">
      <ProblemList
        problems={staff.isError ? problemsOf(staff.error) : setActive.problems}
        onClose={setActive.clear}
      />
      <Flex justify="space-between" align="center" gap={8} wrap>
        <Checkbox checked={withFormer} onChange={(event) => setWithFormer(event.target.checked)}>
          显示已停用人员
        </Checkbox>
        <Flex gap={8}>
          <ExportButton<Staff> title="人员一览表" columns={LISTED} rows={rows} />
          <Button type="primary" onClick={() => setEditing({ id: null, staff: NOBODY })}>
            增加人员
          </Button>
        </Flex>
      </Flex>
      <Table<Staff>
        size="small"
        loading={reading(staff.isPending)}
        scroll={{ x: 680 }}
        dataSource={rows}
        rowKey="id"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{
          emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有人员，请点“增加人员”" />,
        }}
        columns={[
          {
            key: 'name',
            title: '姓名',
            width: 140,
            render: (_, one) => (
              <>
                {one.name} {!one.active && <Tag>已停用</Tag>}
              </>
            ),
          },
          { key: 'unit', title: '科（所）', width: 200, render: (_, one) => orBlank(one.unit) },
          { key: 'position', title: '职务', width: 140, render: (_, one) => orBlank(one.position) },
          { key: 'roles', title: '职责', render: (_, one) => rolesText(one) },
          {
            key: 'act',
            title: '办理',
            width: 160,
            render: (_, one) => (
              <Flex gap={8}>
                <Button
                  size="small"
                  aria-label={`修改${one.name}`}
                  onClick={() => setEditing({ id: one.id, staff: one })}
                >
                  修改
                </Button>
                <Button
                  size="small"
                  aria-label={`${one.active ? '停用' : '启用'}${one.name}`}
                  disabled={setActive.running}
                  onClick={() => void turn(one)}
                >
                  {one.active ? '停用' : '启用'}
                </Button>
              </Flex>
            ),
          },
        ]}
      />
      <StaffModal
        editing={editing?.staff ?? null}
        isNew={editing?.id === null}
        running={save.running}
        problems={save.problems}
        onDone={(input) => void done(input)}
        onClose={close}
      />
    </div>
  );
}
