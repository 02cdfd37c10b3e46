import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, ConfigProvider, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useMemo, useState } from 'react';
import { formatYuan } from '../../db/model/money.ts';
import { type PlanTask, planTotals } from '../../db/model/plan.ts';
import type { Problem } from '../../db/model/problems.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { TaskCell } from './TaskCell.tsx';
import { TASK_COLUMNS, type TaskColumn } from './taskColumns.ts';
import type { PlanEditor } from './usePlanEditor.ts';
import { useTaskKeys } from './useTaskKeys.ts';

interface Props {
  readonly editor: PlanEditor;
  readonly editable: boolean;
  readonly problems: readonly Problem[];
}

const WIDTHS: Readonly<Record<TaskColumn['kind'], number>> = {
  category: 104,
  text: 152,
  money: 112,
  date: 128,
  name: 84,
};
const NUMBER_WIDTH = 52;
const DELETE_WIDTH = 40;

const titleOf = ({ title, kind }: TaskColumn): string => (kind === 'money' ? `${title}（元）` : title);

/** Sentences by `row-field`, for the cells they belong to. */
const byCell = (problems: readonly Problem[]): ReadonlyMap<string, string> =>
  new Map(problems.map((one) => [`${one.row}-${one.field}`, one.message]));

/** 改造任务: one row a task, edited in place; pasted from a spreadsheet; totals below. */
export function TaskTable({ editor, editable, problems }: Props) {
  const { content, patchOne, removed } = editor;
  const [pasteProblems, setPasteProblems] = useState<readonly Problem[]>([]);
  const { addBelow, ...keys } = useTaskKeys(editor, setPasteProblems);
  const sentences = useMemo(() => byCell(problems), [problems]);
  const { own, other, total } = planTotals(content.tasks);

  const columns: ColumnsType<PlanTask> = [
    {
      key: 'number',
      title: '序号',
      width: NUMBER_WIDTH,
      align: 'center',
      render: (_, __, index) => index + 1,
    },
    ...TASK_COLUMNS.map((column) => ({
      key: column.field,
      title: titleOf(column),
      width: WIDTHS[column.kind],
      render: (_: unknown, task: PlanTask, row: number) => (
        <TaskCell
          task={task}
          row={row}
          column={column}
          problem={sentences.get(`${row + 1}-${column.field}`)}
          editable={editable}
          onPatch={patchOne}
        />
      ),
    })),
  ];
  const deleting: ColumnsType<PlanTask> = [
    {
      key: 'delete',
      width: DELETE_WIDTH,
      render: (_, __, index) => (
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={`删除第${index + 1}项任务`}
          onClick={() => editor.remove(index)}
        />
      ),
    },
  ];
  const shownColumns = editable ? [...columns, ...deleting] : columns;
  const width = shownColumns.reduce((sum, one) => sum + Number(one.width), 0);
  return (
    <section className="task-table" aria-label="改造任务" {...(editable ? keys : {})}>
      <ProblemList
        problems={pasteProblems}
        title="没有粘贴，表格内容未变"
        onClose={() => setPasteProblems([])}
      />
      {removed && (
        <Alert
          className="page-message"
          type="info"
          showIcon
          title={`已删除第${removed.index + 1}项任务${removed.task.measure ? `“${removed.task.measure.slice(0, 20)}”` : ''}`}
          action={
            <Button size="small" onClick={editor.undoRemove}>
              撤销删除
            </Button>
          }
        />
      )}
      <ConfigProvider variant="borderless">
        <Table<PlanTask>
          size="small"
          bordered
          dataSource={content.tasks}
          rowKey="id"
          columns={shownColumns}
          pagination={false}
          scroll={{ x: width }}
          locale={{
            emptyText: editable
              ? '还没有任务。点“增加一项”，或从Excel复制任务行后在表格里粘贴。'
              : '没有任务',
          }}
          summary={() => (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0} colSpan={5} align="right">
                合计{formatYuan(total)}元，其中：
              </Table.Summary.Cell>
              <Table.Summary.Cell index={5}>自筹{formatYuan(own)}元</Table.Summary.Cell>
              <Table.Summary.Cell index={6}>其他{formatYuan(other)}元</Table.Summary.Cell>
              <Table.Summary.Cell index={7} colSpan={editable ? 3 : 2} />
            </Table.Summary.Row>
          )}
        />
      </ConfigProvider>
      {editable && (
        <div className="task-foot">
          <Button icon={<PlusOutlined />} onClick={() => addBelow(content.tasks.length - 1)}>
            增加一项
          </Button>
          <span className="quiet">
            Enter下一格，Ctrl+Enter加一行，Alt+↑↓移动行，Shift+Enter换行；可从Excel复制多行粘贴
          </span>
        </div>
      )}
    </section>
  );
}
