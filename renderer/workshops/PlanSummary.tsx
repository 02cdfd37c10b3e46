import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Empty, Flex, Skeleton } from 'antd';
import { useNavigate } from 'react-router';
import { formatCode } from '../../db/model/checkCode.ts';
import type { PlanView } from '../../db/model/contract/plans.ts';
import type { WorkshopPage } from '../../db/model/contract/workshops.ts';
import { planTotals, REVISION_STATES } from '../../db/model/plan.ts';
import { SIGNATURE_ROLES } from '../../db/model/terms.ts';
import { api, problemsOf } from '../api.ts';
import { orBlank, yuanText } from '../shared/format.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { PlanWorksFacts } from '../works/PlanWorksFacts.tsx';

const Facts = ({ plan }: { readonly plan: PlanView }) => {
  const newest = plan.revisions.find((one) => one.id === plan.current.revisionId);
  const totals = planTotals(plan.current.content.tasks);
  const signed = (newest?.signatures ?? []).map(
    (one) => `${SIGNATURE_ROLES[one.role]} ${one.signerName} ${one.signedOn}`,
  );
  return (
    <Descriptions
      size="small"
      bordered
      column={{ xs: 1, lg: 2 }}
      items={[
        {
          key: 'state',
          label: '状态',
          children: newest ? `第${newest.number}版，${REVISION_STATES[newest.state]}` : '—',
        },
        {
          key: 'code',
          label: '校验码',
          children: newest?.checkCode ? formatCode(newest.checkCode) : '提交签批后生成',
        },
        { key: 'helper', label: '帮扶责任人', children: orBlank(plan.current.content.helperName) },
        { key: 'tasks', label: '改造任务', children: `${plan.current.content.tasks.length}项` },
        { key: 'own', label: '业主自筹', children: yuanText(totals.own) },
        { key: 'other', label: '其他资金', children: yuanText(totals.other) },
        { key: 'signed', label: '签批', children: signed.length > 0 ? signed.join('；') : '尚无', span: 2 },
        { key: 'works', label: '开工日期', children: orBlank(plan.worksStartedOn), span: 2 },
      ]}
    />
  );
};

const BEFORE_PLANNING = new Set([
  'awaitingReview',
  'refused',
  'awaitingSelection',
  'notSelected',
  'awaitingPublicity',
  'publicity',
  'publicityOver',
  'removed',
]);

/** 改造方案 in short; the plan itself has its own page. */
export function PlanSummary({ page }: { readonly page: WorkshopPage }) {
  const navigate = useNavigate();
  const { workshopId } = page;
  const plan = useQuery(api.plans.get.queryOptions({ input: { workshopId } }));
  if (plan.isPending) return <Skeleton active />;
  if (plan.isError) return <ProblemList problems={problemsOf(plan.error)} />;
  const open = (
    <Button type="primary" onClick={() => void navigate(`/plans/${workshopId}`)}>
      {plan.data ? '打开改造方案' : '编制改造方案'}
    </Button>
  );
  if (plan.data)
    return (
      <div className="panel stack">
        <Facts plan={plan.data} />
        <PlanWorksFacts workshopId={workshopId} />
        <Flex gap={8}>
          {open}
          {plan.data.worksStartedOn !== null && (
            <Button onClick={() => void navigate(`/plans/${workshopId}?tab=works`)}>登记改造进度</Button>
          )}
        </Flex>
      </div>
    );
  if (page.stage === 'withdrawn')
    return <Empty className="page-empty" description="已退出，没有编制过改造提升方案" />;
  return BEFORE_PLANNING.has(page.stage) ? (
    <Empty className="page-empty" description="确定创建名单后，才编制改造提升方案" />
  ) : (
    <Empty className="page-empty" description="还没有改造提升方案">
      {open}
    </Empty>
  );
}
