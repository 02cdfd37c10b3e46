import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api.ts';
import { problemsOf } from '../problems.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { CreatePublicityModal } from './CreatePublicityModal.tsx';
import { PublicityPanel } from './PublicityPanel.tsx';
import './publicity.css';
import { RosterPanel } from './RosterPanel.tsx';

function Nothing({ waiting, onCreate }: { readonly waiting: number; readonly onCreate: () => void }) {
  const navigate = useNavigate();
  return waiting > 0 ? (
    <Empty description={`有${waiting}家小作坊已入选，等待公示。`}>
      <Button type="primary" onClick={onCreate}>
        发布公示
      </Button>
    </Empty>
  ) : (
    <Empty description="还没有入选的小作坊。先审核申请、确定入选，再发布公示。">
      <Button type="primary" onClick={() => void navigate('/selection')}>
        去申请遴选
      </Button>
    </Empty>
  );
}

/** 公示: publishing the selection, objections, and the 创建名单 that comes out of it. */
export function PublicityPage() {
  const publicities = useQuery(api.publicity.list.queryOptions());
  const rosters = useQuery(api.publicity.rosters.queryOptions());
  const overview = useQuery(api.home.overview.queryOptions());
  const [creating, setCreating] = useState(false);
  const waiting = overview.data?.stageCounts.awaitingPublicity ?? 0;
  const failure = publicities.error ?? rosters.error;
  const nothing = publicities.data?.length === 0;
  return (
    <>
      <PageHeader title="公示" {...(waiting > 0 ? { note: `${waiting}家已入选，等待公示` } : {})}>
        {!nothing && (
          <Button type="primary" disabled={waiting === 0} onClick={() => setCreating(true)}>
            发布公示
          </Button>
        )}
      </PageHeader>
      {failure && <ProblemList problems={problemsOf(failure)} />}
      {publicities.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {nothing && (
        <div className="table-empty">
          <Nothing waiting={waiting} onCreate={() => setCreating(true)} />
        </div>
      )}
      <div className="publicity-list">
        {rosters.data?.map((roster) => (
          <RosterPanel key={roster.id} roster={roster} />
        ))}
        {publicities.data?.map((publicity) => (
          <PublicityPanel key={publicity.id} publicity={publicity} />
        ))}
      </div>
      {creating && (
        <CreatePublicityModal onClose={() => setCreating(false)} onCreated={() => setCreating(false)} />
      )}
    </>
  );
}
