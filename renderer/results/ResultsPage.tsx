import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { api, problemsOf } from '../api.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { EventsTab } from './EventsTab.tsx';
import { PayeesTab } from './PayeesTab.tsx';
import { PaymentsTab } from './PaymentsTab.tsx';
import { RecommendTab } from './RecommendTab.tsx';
import { RectificationTab } from './RectificationTab.tsx';
import { pointsText } from './scoreText.ts';
import './results.css';

const TABS = [
  { key: 'recommend', label: '推荐名单' },
  { key: 'rectify', label: '整改' },
  { key: 'events', label: '市级省级结果' },
  { key: 'payees', label: '收款信息' },
  { key: 'payments', label: '发放' },
] as const;
type Tab = (typeof TABS)[number]['key'];

const tabOf = (key: string | null): Tab => TABS.find((one) => one.key === key)?.key ?? 'recommend';

function Content({ tab }: { readonly tab: Tab }) {
  switch (tab) {
    case 'recommend':
      return <RecommendTab />;
    case 'rectify':
      return <RectificationTab />;
    case 'events':
      return <EventsTab />;
    case 'payees':
      return <PayeesTab />;
    case 'payments':
      return <PaymentsTab />;
  }
}

/** 名单与奖补: from the scores to the 推荐名单, what city and province decide, and the award. */
export function ResultsPage() {
  const [search, setSearch] = useSearchParams();
  const tab = tabOf(search.get('tab'));
  const results = useQuery(api.results.list.queryOptions());
  const recommended = results.data?.rows.filter((row) => row.decision?.kind === 'recommend').length;
  const note =
    results.data === undefined
      ? undefined
      : `合格分${pointsText(results.data.passScore)}，创建名单${results.data.rows.length}家，已推荐${recommended ?? 0}家`;
  return (
    <>
      <PageHeader title="名单与奖补" {...(note === undefined ? {} : { note })} />
      <Tabs
        className="result-tabs"
        activeKey={tab}
        onChange={(key) => setSearch({ tab: key }, { replace: true })}
        items={TABS.map(({ key, label }) => ({ key, label }))}
      />
      {results.error && <ProblemList problems={problemsOf(results.error)} />}
      <Content tab={tab} />
    </>
  );
}
