import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { api, problemsOf } from '../api.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { DutyDesk } from './DutyDesk.tsx';

/** 任务分解: loaded first, then edited as a whole. */
export function DutiesTab() {
  const duties = useQuery(api.mobilisation.duties.queryOptions());
  if (duties.isError) return <ProblemList problems={problemsOf(duties.error)} />;
  return duties.data ? <DutyDesk stored={duties.data} /> : <Skeleton active />;
}
