import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useNavigate } from 'react-router';
import type { Overview } from '../../db/model/contract/backup.ts';
import { inChinese, weekdayInChinese } from '../../db/model/dates.ts';
import { api } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { problemsOf } from '../problems.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { NoApplications } from '../workshops/NoApplications.tsx';
import { DueTable } from './DueTable.tsx';
import './home.css';
import { Schedule } from './Schedule.tsx';
import { StageFunnel } from './StageFunnel.tsx';
import { WatchList } from './WatchList.tsx';
import { YearFigures } from './YearFigures.tsx';
import { YearFunnel } from './YearFunnel.tsx';

const isNewOffice = ({ stageCounts }: Overview): boolean =>
  Object.values(stageCounts).every((count) => count === 0);

const Body = ({ overview }: { readonly overview: Overview }) => (
  <>
    <YearFigures overview={overview} />
    {isNewOffice(overview) ? (
      <NoApplications className="home-empty" />
    ) : (
      <>
        <section className="panel" aria-label="盯办事项">
          <h2 className="panel-title">盯办事项</h2>
          <WatchList watches={overview.watches} />
        </section>
        <div className="home-columns">
          <section className="panel" aria-label="要办的事">
            <h2 className="panel-title">要办的事</h2>
            <DueTable dues={overview.dues} />
          </section>
          <section className="panel" aria-label="全年进展">
            <h2 className="panel-title">全年进展（家）</h2>
            <YearFunnel funnel={overview.funnel} />
          </section>
        </div>
      </>
    )}
    <section className="panel" aria-label="倒排工期">
      <h2 className="panel-title">倒排工期</h2>
      <Schedule schedule={overview.schedule} />
    </section>
    {!isNewOffice(overview) && (
      <section className="panel" aria-label="各阶段小作坊">
        <h2 className="panel-title">现在各阶段的小作坊</h2>
        <StageFunnel counts={overview.stageCounts} />
      </section>
    )}
  </>
);

/** 工作台: what is next, what is late, how far the year has come. */
export function HomePage() {
  const { today } = useOffice();
  const navigate = useNavigate();
  const overview = useQuery(api.home.overview.queryOptions());
  return (
    <>
      <PageHeader title="工作台" note={`今天是${inChinese(today)}，${weekdayInChinese(today)}`}>
        <Button onClick={() => void navigate('/monthly')}>进展月报</Button>
      </PageHeader>
      {overview.error && <ProblemList problems={problemsOf(overview.error)} />}
      {overview.data && (
        <div className="home">
          <Body overview={overview.data} />
        </div>
      )}
      {overview.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
    </>
  );
}
