import {
  AuditOutlined,
  BookOutlined,
  CheckSquareOutlined,
  FileTextOutlined,
  HomeOutlined,
  NotificationOutlined,
  PrinterOutlined,
  SafetyOutlined,
  SendOutlined,
  SettingOutlined,
  ShopOutlined,
  SoundOutlined,
  TeamOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Flex, Grid, Layout, Menu, type MenuProps } from 'antd';
import { memo, type ReactNode, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { api } from '../api.ts';
import { type Counts, menuCounts } from './menuCounts.ts';
import { useOffice } from './office.ts';

interface Entry {
  readonly key: string;
  readonly label: string;
  readonly icon: ReactNode;
}

/** In the order of the year. */
const YEAR: readonly Entry[] = [
  { key: '/', label: '工作台', icon: <HomeOutlined /> },
  { key: '/mobilisation', label: '动员部署', icon: <SoundOutlined /> },
  { key: '/workshops', label: '小作坊', icon: <ShopOutlined /> },
  { key: '/selection', label: '申请遴选', icon: <AuditOutlined /> },
  { key: '/publicity', label: '公示', icon: <NotificationOutlined /> },
  { key: '/plans', label: '改造方案', icon: <FileTextOutlined /> },
  { key: '/assistance', label: '帮扶', icon: <TeamOutlined /> },
  { key: '/inspections', label: '考评验收', icon: <CheckSquareOutlined /> },
  { key: '/results', label: '名单与奖补', icon: <TrophyOutlined /> },
  { key: '/submissions', label: '报送', icon: <SendOutlined /> },
  { key: '/summary', label: '总结', icon: <BookOutlined /> },
];
const FOOT: readonly Entry[] = [
  { key: '/print', label: '打印室', icon: <PrinterOutlined /> },
  { key: '/backups', label: '备份与恢复', icon: <SafetyOutlined /> },
  { key: '/settings', label: '设置', icon: <SettingOutlined /> },
];

/** Pages that are reached from another entry's page. */
const HOME_OF: Readonly<Record<string, string>> = {
  '/import': '/workshops',
  '/recycle': '/workshops',
  '/monthly': '/',
  '/scoring': '/workshops',
  '/score-tables': '/settings',
};

function entryOf(pathname: string): string {
  const first = `/${pathname.split('/')[1] ?? ''}`;
  return HOME_OF[first] ?? first;
}

const items = (entries: readonly Entry[], counts: Counts): NonNullable<MenuProps['items']> =>
  entries.map(({ key, label, icon }) => {
    const count = counts[key] ?? 0;
    return {
      key,
      icon,
      label,
      ...(count > 0 ? { extra: <span title={`${count}项待办`}>{count}</span> } : {}),
    };
  });

interface PartProps {
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly counts: Counts;
  /** Null: the page belongs to the other part. */
  readonly selected: string | null;
}

/** Left as it stands while neither its counts nor its own entry change: antd draws every entry of a menu for one. */
const Part = memo(function Part({ label, entries, counts, selected }: PartProps) {
  const navigate = useNavigate();
  return (
    <Menu
      aria-label={label}
      selectedKeys={selected === null ? [] : [selected]}
      items={items(entries, counts)}
      onClick={({ key }) => void navigate(key)}
    />
  );
});

/** The left menu: the year from top to bottom, each entry with the number of things waiting there. */
export function SideMenu() {
  const { campaign } = useOffice();
  const { pathname } = useLocation();
  const { data } = useQuery(api.home.overview.queryOptions());
  const counts = useMemo(() => (data ? menuCounts(data) : {}), [data]);
  // At 200 % scaling the page needs the room: the entries are their pictures, named as the mouse or the keyboard is on them.
  const narrow = Grid.useBreakpoint().lg === false;
  const programme = `${campaign.policy.programmeName}小作坊`;
  const entry = entryOf(pathname);
  const menu = (entries: readonly Entry[], label: string) => (
    <Part
      label={label}
      entries={entries}
      counts={counts}
      selected={entries.some(({ key }) => key === entry) ? entry : null}
    />
  );
  return (
    <Layout.Sider width={184} collapsedWidth={56} collapsed={narrow} className="side">
      <Flex vertical className="side-column" component="nav" aria-label="主菜单">
        {!narrow && (
          <div className="side-title">
            <strong title={programme}>{programme}</strong>
            <span>创建工作台 {campaign.year}年</span>
          </div>
        )}
        {menu(YEAR, '年度工作')}
        <div className="side-space" />
        {menu(FOOT, '程序')}
      </Flex>
    </Layout.Sider>
  );
}
