import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import type { WorkshopId } from '../../db/model/ids.ts';
import { api, problemsOf } from '../api.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { WorksSummary } from './WorksSummary.tsx';
import './works.css';

/** 实施进度 in short, on the workshop's page; nothing before 开工. */
export function PlanWorksFacts({ workshopId }: { readonly workshopId: WorkshopId }) {
  const works = useQuery(api.works.get.queryOptions({ input: { workshopId } }));
  if (works.error) return <ProblemList problems={problemsOf(works.error)} />;
  if (!works.data || works.data.startedOn === null) return null;
  return (
    <Flex vertical gap={12}>
      <ProblemList problems={works.data.warnings} />
      <WorksSummary totals={works.data.totals} />
    </Flex>
  );
}
