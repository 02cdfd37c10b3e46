import { DeleteOutlined, FilterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Form, Input, Popover } from 'antd';
import { useState } from 'react';
import type { SavedView } from '../../db/model/lists.ts';
import { api, client, useAct } from '../api.ts';
import { ProblemList } from './ProblemList.tsx';
import { useUndoMessage } from './useUndoMessage.tsx';

interface Props {
  readonly listId: string;
  /** The list as it is filtered now. */
  readonly current: Omit<SavedView, 'name'>;
  readonly onApply: (view: SavedView) => void;
}

const Views = ({ listId, current, onApply }: Props) => {
  const views = useQuery(api.lists.views.queryOptions({ input: { listId } }));
  const save = useAct(client.lists.saveView);
  const remove = useAct(client.lists.removeView);
  const undoable = useUndoMessage();
  const [form] = Form.useForm<{ name: string }>();
  const add = async ({ name }: { name: string }) => {
    if ((await save.run({ listId, view: { ...current, name: name.trim() } })).ok) form.resetFields();
  };
  const drop = async (name: string) => {
    const removed = await remove.run({ listId, name });
    if (!removed.ok) return;
    undoable(`已删除筛选“${name}”`, () => client.lists.saveView({ listId, view: removed.value }));
  };
  return (
    <div className="saved-views">
      <ProblemList problems={[...save.problems, ...remove.problems]} />
      {views.data?.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有保存的筛选" />
      )}
      {views.data?.map((view) => (
        <Flex key={view.name} justify="space-between" gap={8}>
          <Button type="text" className="saved-view" onClick={() => onApply(view)}>
            {view.name}
          </Button>
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`删除筛选“${view.name}”`}
            onClick={() => void drop(view.name)}
          />
        </Flex>
      ))}
      <Form form={form} layout="vertical" onFinish={(values) => void add(values)}>
        <Form.Item
          name="name"
          label="把现在的搜索、状态和列保存为"
          rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
        >
          <Input maxLength={20} placeholder="如：示例镇待签批" />
        </Form.Item>
        <Button htmlType="submit" loading={save.running} block>
          保存筛选
        </Button>
      </Form>
    </div>
  );
};

/** Named views of a list, kept with the data: the next clerk finds them, too. */
export function SavedViewsMenu(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="已保存的筛选"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <Views
          {...props}
          onApply={(view) => {
            props.onApply(view);
            setOpen(false);
          }}
        />
      }
    >
      <Button icon={<FilterOutlined />} aria-label="已保存的筛选" title="已保存的筛选" />
    </Popover>
  );
}
