import { CalendarOutlined, DownOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { NewYearModal } from './NewYearModal.tsx';
import { useChooseYear } from './useChooseYear.ts';

/** Which year is shown: chosen here, kept with the data. */
export function YearMenu() {
  const { campaign } = useOffice();
  const navigate = useNavigate();
  const years = useQuery(api.years.list.queryOptions());
  const { choose, running } = useChooseYear();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          selectedKeys: [campaign.id],
          items: [
            ...(years.data ?? []).map((row) => ({
              key: row.campaignId,
              label: `${row.year}年度（申请${row.applications}家）`,
              onClick: () => void choose(row),
            })),
            { type: 'divider' as const },
            { key: 'new', label: '新建年度…', onClick: () => setAdding(true) },
            { key: 'manage', label: '年度管理', onClick: () => void navigate('/settings?tab=years') },
          ],
        }}
      >
        <Button
          icon={<CalendarOutlined />}
          loading={running}
          aria-label={`当前年度${campaign.year}，切换年度`}
        >
          {campaign.year}年度
          <DownOutlined />
        </Button>
      </Dropdown>
      {adding && <NewYearModal onClose={() => setAdding(false)} />}
    </>
  );
}
