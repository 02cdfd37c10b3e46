import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../shared/PageHeader.tsx';
import { DutiesTab } from './DutiesTab.tsx';
import { MeetingsTab } from './MeetingsTab.tsx';
import './mobilisation.css';

const TABS = [
  { key: 'meetings', label: '宣传动员会', children: <MeetingsTab /> },
  { key: 'duties', label: '任务分解', children: <DutiesTab /> },
];

/** 动员部署: the meetings that start the year, and who answers for what. */
export function MobilisationPage() {
  const [search, setSearch] = useSearchParams();
  return (
    <>
      <PageHeader title="动员部署" note="召开宣传动员会，分解工作任务，落实责任分工" />
      <Tabs
        destroyOnHidden
        activeKey={search.get('tab') ?? 'meetings'}
        onChange={(tab) => setSearch({ tab }, { replace: true })}
        items={TABS}
      />
    </>
  );
}
