import { SearchOutlined, UserOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Flex, Layout, Typography } from 'antd';
import { inChinese, weekdayInChinese } from '../../db/model/dates.ts';
import { api, client, useAct } from '../api.ts';
import { runCommand } from '../shared/useCommand.ts';
import { YearMenu } from '../years/YearMenu.tsx';
import { useOffice } from './office.ts';

/** Who is at work; another colleague takes over with two clicks. */
const ClerkMenu = () => {
  const { clerk } = useOffice();
  const staff = useQuery(api.settings.staff.queryOptions());
  const choose = useAct(client.system.chooseClerk, { readsFields: false });
  const clerks = (staff.data ?? []).filter((one) => one.active && one.roles.includes('clerk'));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: clerk ? [clerk.id] : [],
        items: clerks.map((one) => ({
          key: one.id,
          label: one.name,
          onClick: () => void choose.run({ staffId: one.id }),
        })),
      }}
    >
      <Button type="text" icon={<UserOutlined />}>
        当前经办人：{clerk?.name}
      </Button>
    </Dropdown>
  );
};

/** Across the top: which year, whose desk, which day, search, who is at work. */
export function TopBar() {
  const { bureau, today } = useOffice();
  return (
    <Layout.Header className="top-bar">
      <Flex className="top-line" align="center" justify="space-between" gap={16}>
        <Flex align="center" gap={8} className="top-office">
          <YearMenu />
          <Typography.Text ellipsis>{bureau.name}</Typography.Text>
        </Flex>
        <Flex align="center" gap={8}>
          <Typography.Text type="secondary" className="top-date">
            {inChinese(today)} {weekdayInChinese(today)}
          </Typography.Text>
          <Button icon={<SearchOutlined />} onClick={() => runCommand('search')}>
            查找 Ctrl+K
          </Button>
          <ClerkMenu />
        </Flex>
      </Flex>
    </Layout.Header>
  );
}
