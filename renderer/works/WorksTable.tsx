import { CameraOutlined } from '@ant-design/icons';
import { Button, ConfigProvider, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { type Key, useState } from 'react';
import type { TaskWorks, WorksView } from '../../db/model/contract/works.ts';
import { formatYuan } from '../../db/model/money.ts';
import type { Problem } from '../../db/model/problems.ts';
import { TASK_CATEGORIES } from '../../db/model/terms.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { TaskState } from './TaskState.tsx';
import { useWorkKeys } from './useWorkKeys.ts';
import type { WorksEditor } from './useWorksEditor.ts';
import { WorkCell } from './WorkCell.tsx';
import type { WorksDialog } from './WorksDialogs.tsx';
import { WORK_COLUMNS, type WorkColumn } from './workColumns.ts';

interface Props {
  readonly view: WorksView;
  readonly editor: WorksEditor;
  readonly selected: readonly string[];
  readonly onSelect: (lines: readonly string[]) => void;
  readonly onDialog: (dialog: WorksDialog) => void;
}

const WIDTHS: Readonly<Record<WorkColumn['field'], number>> = {
  progressPercent: 76,
  costOwn: 108,
  costOther: 108,
  finishedOn: 126,
  note: 92,
};

const UNITS: Readonly<Partial<Record<WorkColumn['kind'], string>>> = { money: '（元）', percent: '（%）' };
const title = ({ title: name, kind }: WorkColumn): string => `${name}${UNITS[kind] ?? ''}`;

const Measure = ({ task }: { readonly task: TaskWorks }) => (
  <div className="task-shown">
    {task.measure}
    <div className="quiet">{task.category === null ? '' : TASK_CATEGORIES[task.category]}</div>
  </div>
);

const Due = ({ task }: { readonly task: TaskWorks }) => (
  <div className="task-shown work-due">
    {task.dueOn}
    {task.late && (
      <div>
        <Tag color="error">{task.overdue ? '已逾期' : '逾期完成'}</Tag>
      </div>
    )}
  </div>
);

const Photos = ({ task, onOpen }: { readonly task: TaskWorks; readonly onOpen: () => void }) => (
  <Button
    type="text"
    icon={<CameraOutlined />}
    aria-label={`第${task.number}项照片：改造前${task.photosBefore}张，改造后${task.photosAfter}张`}
    onClick={onOpen}
  >
    前{task.photosBefore} 后{task.photosAfter}
  </Button>
);

/** The tasks of the signed plan: progress, money and completion typed in place, struck off one by one or together. */
export function WorksTable({ view, editor, selected, onSelect, onDialog }: Props) {
  const [pasteProblems, setPasteProblems] = useState<readonly Problem[]>([]);
  const keys = useWorkKeys(view.tasks, editor, setPasteProblems);
  const begun = view.startedOn !== null;
  const columns: ColumnsType<TaskWorks> = [
    { key: 'number', title: '序号', width: 48, align: 'center', render: (_, task) => task.number },
    { key: 'measure', title: '改造任务', width: 190, render: (_, task) => <Measure task={task} /> },
    { key: 'due', title: '完成时限', width: 100, render: (_, task) => <Due task={task} /> },
    ...WORK_COLUMNS.map((column) => ({
      key: column.field,
      title: title(column),
      width: WIDTHS[column.field],
      render: (_: unknown, task: TaskWorks, row: number) => (
        <WorkCell
          task={task}
          row={row}
          column={column}
          work={editor.shown(task)}
          editable={begun && task.work.closedOn === null}
          wrong={editor.wrong.get(`${task.line} ${column.field}`)}
          onPatch={editor.patch}
        />
      ),
    })),
    {
      key: 'photos',
      title: '照片',
      width: 96,
      render: (_, task) => <Photos task={task} onOpen={() => onDialog({ kind: 'photos', task })} />,
    },
    {
      key: 'state',
      title: '状态',
      width: 118,
      fixed: 'right',
      render: (_, task) => (
        <TaskState task={task} edited={editor.edits[task.line] !== undefined} onDialog={onDialog} />
      ),
    },
  ];
  const { totals } = editor;
  const width = columns.reduce((sum, one) => sum + Number(one.width), 40);
  return (
    <section className="task-table works-table" aria-label="实施进度" {...(begun ? keys : {})}>
      <ProblemList
        problems={pasteProblems}
        title="没有粘贴，表格内容未变"
        onClose={() => setPasteProblems([])}
      />
      <ConfigProvider variant="borderless">
        <Table<TaskWorks>
          size="small"
          bordered
          dataSource={[...view.tasks]}
          rowKey="line"
          columns={columns}
          pagination={false}
          scroll={{ x: width }}
          {...(begun
            ? {
                rowSelection: {
                  columnWidth: 40,
                  selectedRowKeys: [...selected],
                  onChange: (lines: Key[]) => onSelect(lines.map(String)),
                  getTitleCheckboxProps: () => ({ 'aria-label': '全选' }),
                  getCheckboxProps: (task: TaskWorks) => ({
                    disabled: task.state !== 'finished',
                    'aria-label': `选择第${task.number}项`,
                  }),
                },
              }
            : {})}
          summary={() => (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0} colSpan={begun ? 4 : 3} align="right">
                合计（含变更后取消的任务）
              </Table.Summary.Cell>
              <Table.Summary.Cell index={4}>{totals.progressPercent}%</Table.Summary.Cell>
              <Table.Summary.Cell index={5}>{formatYuan(totals.spentOwn)}</Table.Summary.Cell>
              <Table.Summary.Cell index={6}>{formatYuan(totals.spentOther)}</Table.Summary.Cell>
              <Table.Summary.Cell index={7} colSpan={4}>
                已完成{totals.finished}项，已销号{totals.closed}项，共{totals.tasks}项
              </Table.Summary.Cell>
            </Table.Summary.Row>
          )}
        />
      </ConfigProvider>
    </section>
  );
}
