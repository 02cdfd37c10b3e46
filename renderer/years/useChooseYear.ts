import { App } from 'antd';
import { useNavigate } from 'react-router';
import type { YearRow } from '../../db/model/contract/years.ts';
import { client, useAct } from '../api.ts';

/** Shows another year, from its 工作台 on: what was open belongs to the year before. True once it is shown. */
export function useChooseYear() {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const act = useAct(client.years.choose);
  const choose = async ({ campaignId, year }: Pick<YearRow, 'campaignId' | 'year'>): Promise<boolean> => {
    await navigate('/');
    const chosen = await act.run({ campaignId });
    if (chosen.ok) message.success(`现在显示${year}年度`);
    else message.error(chosen.problems.map((one) => one.message).join('；'));
    return chosen.ok;
  };
  return { choose, running: act.running };
}
