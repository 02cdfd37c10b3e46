import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { Button, Empty, Skeleton, Tabs } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { PlanView } from '../../db/model/contract/plans.ts';
import { WorkshopId } from '../../db/model/ids.ts';
import { invariant } from '../../db/model/problems.ts';
import { useAct } from '../act.ts';
import { api, client } from '../api.ts';
import { NotFound } from '../app/NotFound.tsx';
import { problemsOf } from '../problems.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { WorksDesk } from '../works/WorksDesk.tsx';
import { PlanDesk } from './PlanDesk.tsx';
import './plans.css';

function NoPlan({ workshopId }: { readonly workshopId: WorkshopId }) {
  const navigate = useNavigate();
  const create = useAct(client.plans.create);
  return (
    <>
      <PageHeader title="改造提升方案">
        <Button onClick={() => void navigate('/plans')}>返回列表</Button>
      </PageHeader>
      <ProblemList problems={create.problems} title="没有新建" />
      <div className="table-empty">
        <Empty description="这家小作坊还没有改造提升方案。">
          <Button type="primary" loading={create.running} onClick={() => void create.run({ workshopId })}>
            开始编制
          </Button>
        </Empty>
      </div>
    </>
  );
}

const WORKS = 'works';
const TABS = [
  { key: 'plan', label: '改造方案' },
  { key: WORKS, label: '实施进度' },
];

function Loaded({ plan }: { readonly plan: PlanView }) {
  const revision = plan.revisions.find((one) => one.id === plan.current.revisionId);
  invariant(revision, 'the current revision is one of the revisions');
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') === WORKS ? WORKS : 'plan';
  // A tab is drawn when it is first opened, and kept from then on: what was typed stays.
  const [opened, setOpened] = useState([tab]);
  if (!opened.includes(tab)) setOpened([...opened, tab]);
  const tabs = (
    <Tabs
      className="plan-tabs"
      activeKey={tab}
      items={TABS}
      onChange={(key) => setSearch(key === WORKS ? { tab: WORKS } : {}, { replace: true })}
    />
  );
  return (
    <>
      <div className="plan-tab" hidden={tab === WORKS}>
        {opened.includes('plan') && (
          // A submitted, recalled or new revision starts from what is stored.
          <PlanDesk
            key={`${revision.id}-${revision.state}`}
            plan={plan}
            revision={revision}
            tabs={tabs}
            active={tab !== WORKS}
          />
        )}
      </div>
      <div className="plan-tab" hidden={tab !== WORKS}>
        {opened.includes(WORKS) && <WorksDesk plan={plan} tabs={tabs} active={tab === WORKS} />}
      </div>
    </>
  );
}

function PlanOf({ workshopId }: { readonly workshopId: WorkshopId }) {
  const plan = useQuery(api.plans.get.queryOptions({ input: { workshopId } }));
  // At hand when 实施进度 is opened: that tab need not say that it is loading.
  usePrefetchQuery(api.works.get.queryOptions({ input: { workshopId } }));
  if (plan.error) return <ProblemList problems={problemsOf(plan.error)} />;
  if (plan.data === undefined) return <Skeleton active paragraph={{ rows: 10 }} />;
  return plan.data === null ? <NoPlan workshopId={workshopId} /> : <Loaded plan={plan.data} />;
}

/** 改造提升方案 of one workshop. */
export function PlanPage() {
  const workshopId = WorkshopId.safeParse(useParams().workshopId);
  return workshopId.success ? <PlanOf key={workshopId.data} workshopId={workshopId.data} /> : <NotFound />;
}
