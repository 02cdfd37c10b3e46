import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Progress } from 'antd';
import { useState } from 'react';
import { api } from '../api.ts';
import { QuotaModal } from './QuotaModal.tsx';

/** How much of the quota is used, and the way to change it. */
export function QuotaBar() {
  const overview = useQuery(api.home.overview.queryOptions());
  const [changing, setChanging] = useState(false);
  if (!overview.data) return null;
  const { quota, selected } = overview.data;
  return (
    <Flex align="center" gap={12}>
      <span>
        名额{quota}家，已入选{selected}家，{quota > selected ? `还可入选${quota - selected}家` : '名额已用完'}
      </span>
      <Progress
        className="quota-progress"
        percent={quota === 0 ? 0 : Math.round((selected / quota) * 100)}
        showInfo={false}
        status="normal"
        size="small"
        aria-label="名额使用情况"
      />
      <Button onClick={() => setChanging(true)}>调整名额</Button>
      {changing && <QuotaModal quota={quota} onClose={() => setChanging(false)} />}
    </Flex>
  );
}
