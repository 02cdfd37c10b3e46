import { Tag } from 'antd';
import type { PlanRow } from '../../db/model/contract/plans.ts';
import { REVISION_STATES } from '../../db/model/plan.ts';
import type { Stage } from '../../db/model/stage.ts';
import type { DataColumn } from '../shared/DataTable.tsx';
import { orBlank, yuanText } from '../shared/format.ts';

export const PLAN_GROUPS = { none: '待编制', ...REVISION_STATES, inWorks: '施工中' } as const;
export type PlanGroup = keyof typeof PLAN_GROUPS;

/** The chip a plan belongs to. */
export const planGroupOf = ({ state, worksStartedOn }: PlanRow): PlanGroup => {
  if (state === null) return 'none';
  return state === 'signed' && worksStartedOn !== null ? 'inWorks' : state;
};

const GROUP_OF_STAGE: Readonly<Partial<Record<string, PlanGroup>>> = {
  planning: 'none',
  drafting: 'draft',
  awaitingSignature: 'submitted',
  returned: 'returned',
  signed: 'signed',
  inWorks: 'inWorks',
} satisfies Partial<Record<Stage, PlanGroup>>;

/** The group a link from the home page names by its stage. */
export const planGroupOfLink = (stage: string | null): PlanGroup | undefined =>
  stage === null ? undefined : GROUP_OF_STAGE[stage];

const colourOf = (group: PlanGroup): string => {
  if (group === 'returned') return 'error';
  return group === 'signed' || group === 'inWorks' ? 'default' : 'blue';
};

const StateTag = ({ row }: { readonly row: PlanRow }) => {
  const group = planGroupOf(row);
  return <Tag color={colourOf(group)}>{PLAN_GROUPS[group]}</Tag>;
};

const checkText = ({ state, problemCount }: PlanRow): string => {
  if (state !== 'draft') return '—';
  return problemCount === 0 ? '可提交' : `${problemCount}处待补`;
};

export const planColumns: readonly DataColumn<PlanRow>[] = [
  { key: 'name', title: '小作坊名称', width: 210, fixed: 'left', ellipsis: true, dataIndex: 'workshopName' },
  { key: 'owner', title: '业主', width: 90, ellipsis: true, dataIndex: 'ownerName' },
  { key: 'state', title: '方案状态', width: 100, render: (_, row) => <StateTag row={row} /> },
  {
    key: 'revision',
    title: '版本',
    width: 70,
    render: (_, row) => (row.revision === 0 ? '—' : `第${row.revision}版`),
  },
  {
    key: 'helper',
    title: '帮扶责任人',
    width: 100,
    ellipsis: true,
    render: (_, row) => orBlank(row.helperName),
  },
  { key: 'tasks', title: '任务数', width: 72, align: 'right', dataIndex: 'taskCount' },
  { key: 'own', title: '业主自筹', width: 110, align: 'right', render: (_, row) => yuanText(row.budgetOwn) },
  {
    key: 'other',
    title: '其他资金',
    width: 110,
    align: 'right',
    render: (_, row) => yuanText(row.budgetOther),
  },
  { key: 'check', title: '内容检查', width: 96, render: (_, row) => checkText(row) },
  { key: 'submitted', title: '提交日期', width: 110, render: (_, row) => orBlank(row.submittedOn) },
  { key: 'signed', title: '签批日期', width: 110, render: (_, row) => orBlank(row.signedOn) },
  {
    key: 'started',
    title: '开工日期',
    width: 110,
    render: (_, row) => orBlank(row.worksStartedOn),
    hidden: true,
  },
];
