import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Flex, Tag } from 'antd';
import type { TaskWorks } from '../../db/model/contract/works.ts';
import { NO_WORK, TASK_STATES } from '../../db/model/works.ts';
import type { WorksDialog } from './WorksDialogs.tsx';

interface Props {
  readonly task: TaskWorks;
  /** Typed and not yet saved. */
  readonly edited: boolean;
  readonly onDialog: (dialog: WorksDialog) => void;
}

const isBlank = ({ work }: TaskWorks): boolean => JSON.stringify(work) === JSON.stringify(NO_WORK);

/** Where a task stands, and what can be done about it. */
export function TaskState({ task, edited, onDialog }: Props) {
  if (edited) return <Tag className="work-state">未保存</Tag>;
  if (task.state === 'closed')
    return (
      <div className="task-shown">
        <div>
          {task.work.closedOn}
          <br />
          {task.work.closedBy}销号
        </div>
        <Button
          type="link"
          size="small"
          aria-label={`撤销第${task.number}项的销号`}
          onClick={() => onDialog({ kind: 'undoClose', task })}
        >
          撤销销号
        </Button>
      </div>
    );
  const undo = { key: 'clear', label: '撤销进度登记', onClick: () => onDialog({ kind: 'clear', task }) };
  return (
    <Flex className="work-state" gap={4} align="center" wrap>
      {task.state === 'finished' ? (
        <Button
          size="small"
          type="primary"
          aria-label={`第${task.number}项销号`}
          onClick={() => onDialog({ kind: 'close', tasks: [task] })}
        >
          销号
        </Button>
      ) : (
        <Tag>{TASK_STATES[task.state]}</Tag>
      )}
      {!isBlank(task) && (
        <Dropdown trigger={['click']} menu={{ items: [undo] }}>
          <Button
            type="text"
            size="small"
            icon={<DownOutlined />}
            aria-label={`第${task.number}项的更多操作`}
          />
        </Dropdown>
      )}
    </Flex>
  );
}
