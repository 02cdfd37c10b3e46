import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { ScoringTab } from '../scoring/ScoringTab.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { TemplatesTab } from '../templates/TemplatesTab.tsx';
import { YearsTab } from '../years/YearsTab.tsx';
import { AuditTab } from './AuditTab.tsx';
import { BureauTab } from './BureauTab.tsx';
import { FacesTab } from './FacesTab.tsx';
import { HolidaysTab } from './HolidaysTab.tsx';
import { PolicyTab } from './PolicyTab.tsx';
import { ProgramTab } from './ProgramTab.tsx';
import { SettingsFileButtons } from './SettingsFileButtons.tsx';
import { StaffTab } from './StaffTab.tsx';

const TABS = [
  { key: 'bureau', label: '本单位', children: <BureauTab /> },
  { key: 'staff', label: '人员', children: <StaffTab /> },
  { key: 'policy', label: '年度政策', children: <PolicyTab /> },
  { key: 'holidays', label: '节假日', children: <HolidaysTab /> },
  { key: 'years', label: '创建年度', children: <YearsTab /> },
  { key: 'scoring', label: '评分表与措施库', children: <ScoringTab /> },
  { key: 'faces', label: '字体', children: <FacesTab /> },
  { key: 'templates', label: '模板', children: <TemplatesTab /> },
  { key: 'audit', label: '操作记录', children: <AuditTab /> },
  { key: 'program', label: '关于程序', children: <ProgramTab /> },
];

/** 设置 */
export function SettingsPage() {
  const [search, setSearch] = useSearchParams();
  return (
    <>
      <PageHeader title="设置">
        <SettingsFileButtons />
      </PageHeader>
      <Tabs
        destroyOnHidden
        activeKey={search.get('tab') ?? 'bureau'}
        onChange={(tab) => setSearch({ tab }, { replace: true })}
        items={TABS}
      />
    </>
  );
}
