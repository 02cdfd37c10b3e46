import { Tag } from 'antd';
import type { PlanRow } from '../../db/model/contract/plans.ts';
import { PLAN_STATES, type PlanState, planState } from '../../db/model/planState.ts';
import type { Stage } from '../../db/model/stage.ts';
import type { DataColumn } from '../shared/dataColumn.ts';
import { BLANK, orBlank, yuanText } from '../shared/format.ts';

export const PLAN_GROUPS = {
  none: '待编制',
  ...PLAN_STATES,
  overdue: '有逾期任务',
} as const;
type PlanGroup = keyof typeof PLAN_GROUPS;

/** The state a plan is shown with. */
const stateOf = ({ state, worksStartedOn, works }: PlanRow): PlanState | 'none' =>
  state === null
    ? 'none'
    : planState({ revision: state, worksStartedOn, openTasks: works ? works.tasks - works.closed : null });

/** The chips a plan belongs to: its state, and whether one of its tasks is overdue. */
export const planGroupOf = (row: PlanRow): readonly PlanGroup[] =>
  (row.works?.overdue ?? 0) > 0 ? [stateOf(row), 'overdue'] : [stateOf(row)];

const GROUP_OF_STAGE: Readonly<Partial<Record<string, PlanGroup>>> = {
  planning: 'none',
  drafting: 'draft',
  awaitingSignature: 'submitted',
  returned: 'returned',
  signed: 'signed',
  inWorks: 'inWorks',
  changing: 'changing',
  finished: 'finished',
} satisfies Partial<Record<Stage, PlanGroup>>;

/** The group a link from the home page names by its stage. */
export const planGroupOfLink = (stage: string | null): PlanGroup | undefined =>
  stage === null ? undefined : stage === 'overdue' ? 'overdue' : GROUP_OF_STAGE[stage];

const colourOf = (group: PlanGroup): string => {
  if (group === 'returned') return 'error';
  return ['signed', 'inWorks', 'finished'].includes(group) ? 'default' : 'blue';
};

const checkText = ({ state, problemCount }: PlanRow): string => {
  if (state !== 'draft') return '—';
  return problemCount === 0 ? '可提交' : `${problemCount}处待补`;
};

const StateTag = ({ row }: { readonly row: PlanRow }) => {
  const group = stateOf(row);
  return (
    <>
      <Tag color={colourOf(group)}>{PLAN_GROUPS[group]}</Tag>
      {row.state === 'draft' && <span className="quiet">{checkText(row)}</span>}
    </>
  );
};

export const planColumns: readonly DataColumn<PlanRow>[] = [
  { key: 'name', title: '小作坊名称', width: 200, fixed: 'left', ellipsis: true, dataIndex: 'workshopName' },
  { key: 'owner', title: '业主', width: 76, ellipsis: true, dataIndex: 'ownerName' },
  {
    key: 'state',
    title: '方案状态',
    width: 150,
    value: (row) => PLAN_GROUPS[stateOf(row)],
    render: (_, row) => <StateTag row={row} />,
  },
  {
    key: 'progress',
    title: '施工进度',
    width: 150,
    render: (_, { works }) =>
      works
        ? `${works.progressPercent}%，销号${works.closed}／${works.tasks}${works.overdue > 0 ? `，逾期${works.overdue}` : ''}`
        : BLANK,
  },
  {
    key: 'own',
    title: '业主自筹预算',
    width: 102,
    align: 'right',
    render: (_, row) => yuanText(row.budgetOwn),
  },
  {
    key: 'spentOwn',
    title: '业主自筹实际',
    width: 102,
    align: 'right',
    render: (_, { works }) => yuanText(works?.spentOwn ?? null),
  },
  {
    key: 'other',
    title: '其他资金预算',
    width: 102,
    align: 'right',
    render: (_, row) => yuanText(row.budgetOther),
  },
  {
    key: 'spentOther',
    title: '其他资金实际',
    width: 102,
    align: 'right',
    render: (_, { works }) => yuanText(works?.spentOther ?? null),
  },
  {
    key: 'helper',
    title: '帮扶责任人',
    width: 100,
    ellipsis: true,
    render: (_, row) => orBlank(row.helperName),
  },
  {
    key: 'revision',
    title: '版本',
    width: 70,
    render: (_, row) => (row.revision === 0 ? '—' : `第${row.revision}版`),
    hidden: true,
  },
  { key: 'tasks', title: '任务数', width: 72, align: 'right', dataIndex: 'taskCount', hidden: true },
  { key: 'check', title: '内容检查', width: 96, render: (_, row) => checkText(row), hidden: true },
  {
    key: 'submitted',
    title: '提交日期',
    width: 110,
    render: (_, row) => orBlank(row.submittedOn),
    hidden: true,
  },
  {
    key: 'signed',
    title: '签批日期',
    width: 110,
    render: (_, row) => orBlank(row.signedOn),
    hidden: true,
  },
  {
    key: 'started',
    title: '开工日期',
    width: 110,
    render: (_, row) => orBlank(row.worksStartedOn),
    hidden: true,
  },
];
