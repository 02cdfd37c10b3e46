import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Flex, Modal, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ProposalBasis } from '../../db/model/contract/scoring.ts';
import { inChinese } from '../../db/model/dates.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import type { PlanTask } from '../../db/model/plan.ts';
import {
  type ProposedTask,
  proposeTasks,
  taskFrom,
  uncoveredDeductions,
} from '../../db/model/scoring/measures.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { TASK_CATEGORIES } from '../../db/model/terms.ts';
import { api, problemsOf } from '../api.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { rowChecks } from '../shared/rowChecks.ts';
import './scoring.css';

const columns: ColumnsType<ProposedTask> = [
  {
    key: 'item',
    title: '扣分项',
    width: 220,
    render: (_, one) => (
      <>
        {one.itemCode} {one.content}{' '}
        {one.veto ? <Tag color="error">否决项</Tag> : <Tag>扣{formatPoints(one.lost)}分</Tag>}
      </>
    ),
  },
  {
    key: 'category',
    title: '类别',
    width: 90,
    render: (_, one) => (one.category ? TASK_CATEGORIES[one.category] : '未定'),
  },
  { key: 'problem', title: '存在问题', dataIndex: 'problem' },
  {
    key: 'measure',
    title: '改造任务',
    render: (_, one) => one.measure || <span className="quiet">措施库中没有，加入后请填写</span>,
  },
  { key: 'standard', title: '提升标准', dataIndex: 'standard' },
];

const CHECKS = rowChecks((one: ProposedTask) => `${one.itemCode}${one.problem}`);

/** One measure for each line to begin with; more of the same line are the clerk's to add. */
const firstOfEach = (proposed: readonly ProposedTask[]): readonly string[] =>
  proposed
    .filter((one, index) => proposed.findIndex((other) => other.itemCode === one.itemCode) === index)
    .map((one) => one.key);

interface PickProps {
  readonly basis: ProposalBasis;
  readonly tasks: readonly PlanTask[];
  readonly onAdd: (tasks: readonly PlanTask[]) => void;
  readonly onClose: () => void;
}

function PickModal({ basis, tasks, onAdd, onClose }: PickProps) {
  const proposed = useMemo(
    () => proposeTasks(basis.table, basis.answers, basis.measures, tasks),
    [basis, tasks],
  );
  const [picked, setPicked] = useState<readonly string[]>(() => firstOfEach(proposed));
  const add = (): void => {
    const last = tasks.at(-1);
    onAdd(proposed.filter((one) => picked.includes(one.key)).map((one) => taskFrom(one, last)));
    onClose();
  };
  return (
    <Modal
      open
      width={1100}
      title={`从${inChinese(basis.inspectedOn)}自查（${formatPoints(basis.total)}分）生成改造任务`}
      okText={`加入${picked.length}项任务`}
      cancelText="取消"
      okButtonProps={{ disabled: picked.length === 0 }}
      onOk={add}
      onCancel={onClose}
    >
      <Flex vertical gap={12}>
        <Alert
          type="info"
          showIcon
          title="勾选的任务加到任务表末尾，原有任务不变；资金和完成时限由您填写。已有任务注明了评分项的不再列出。"
        />
        <Table<ProposedTask>
          size="small"
          className="proposal-table"
          dataSource={[...proposed]}
          rowKey="key"
          columns={columns}
          pagination={false}
          scroll={{ x: 900, y: 380 }}
          rowSelection={{
            selectedRowKeys: [...picked],
            onChange: (keys) => setPicked(keys.map(String)),
            ...CHECKS,
          }}
          locale={{ emptyText: <Empty description="每个扣分项都已有对应任务" /> }}
        />
      </Flex>
    </Modal>
  );
}

interface Props {
  readonly workshopId: WorkshopId;
  readonly tasks: readonly PlanTask[];
  readonly onAdd: (tasks: readonly PlanTask[]) => void;
}

/** What the newest self-check says to the plan: lines without a task, and the way to propose tasks for them. */
export function PlanProposals({ workshopId, tasks, onAdd }: Props) {
  const navigate = useNavigate();
  const basis = useQuery(api.scoring.proposalBasis.queryOptions({ input: { workshopId } }));
  const [picking, setPicking] = useState(false);
  const found = basis.data ?? null;
  const uncovered = useMemo(
    () => (found ? uncoveredDeductions(found.table, found.answers, tasks) : []),
    [found, tasks],
  );
  if (basis.isPending) return null;
  if (basis.isError) return <ProblemList problems={problemsOf(basis.error)} />;
  if (!found)
    return (
      <Flex gap={8} align="center">
        <span className="quiet">还没有完成的自查。先对照评分表自查，可以按扣分项生成改造任务。</span>
        <Button size="small" onClick={() => void navigate(`/workshops/${workshopId}?tab=selfCheck`)}>
          去自查
        </Button>
      </Flex>
    );
  return (
    <>
      {uncovered.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={`自查有${uncovered.length}个扣分项没有对应的改造任务`}
          description={
            <ul className="problem-sentences">
              {uncovered.slice(0, 6).map((one) => (
                <li key={one.found}>{one.message}</li>
              ))}
              {uncovered.length > 6 && <li>……另有{uncovered.length - 6}项</li>}
            </ul>
          }
          action={<Button onClick={() => setPicking(true)}>生成改造任务</Button>}
        />
      ) : (
        <span className="quiet">{inChinese(found.inspectedOn)}自查的每个扣分项都有对应任务。</span>
      )}
      {picking && <PickModal basis={found} tasks={tasks} onAdd={onAdd} onClose={() => setPicking(false)} />}
    </>
  );
}
