import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { api } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { useChooseYear } from './useChooseYear.ts';

/** An earlier year stays open for what comes in late (奖补、市级复评 …), but nobody should write there unawares. */
export function EarlierYearBanner() {
  const { campaign, latestYear } = useOffice();
  const years = useQuery(api.years.list.queryOptions());
  const { choose, running } = useChooseYear();
  const latest = years.data?.find((row) => row.year === latestYear);
  if (campaign.year === latestYear) return null;
  return (
    <Alert
      banner
      type="warning"
      title={`正在查看往年：${campaign.year}年度。可以查阅、打印和补录，补录的内容记入${campaign.year}年度。`}
      action={
        latest && (
          <Button size="small" loading={running} onClick={() => void choose(latest)}>
            回到{latestYear}年度
          </Button>
        )
      }
    />
  );
}
