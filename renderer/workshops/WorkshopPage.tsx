import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Skeleton } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { WorkshopId } from '../../db/model/ids.ts';
import { api, problemsOf } from '../api.ts';
import { NotFound } from '../app/NotFound.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { WorkshopRecord } from './WorkshopRecord.tsx';

const Loaded = ({ workshopId }: { readonly workshopId: WorkshopId }) => {
  const navigate = useNavigate();
  const page = useQuery(api.workshops.page.queryOptions({ input: { workshopId } }));
  if (page.isPending) return <Skeleton active paragraph={{ rows: 12 }} />;
  if (page.isError)
    return (
      <Flex vertical gap={12}>
        <ProblemList problems={problemsOf(page.error)} />
        <Empty className="page-empty" description="这家小作坊暂时打不开，可能已移入回收站">
          <Flex gap={8} justify="center">
            <Button type="primary" onClick={() => void navigate('/workshops')}>
              返回列表
            </Button>
            <Button onClick={() => void navigate('/recycle')}>查看回收站</Button>
          </Flex>
        </Empty>
      </Flex>
    );
  return <WorkshopRecord page={page.data} />;
};

/** One workshop: its year as a timeline, its records in tabs, its papers at the side. */
export function WorkshopPage() {
  const workshopId = WorkshopId.safeParse(useParams().id);
  // The key makes another workshop another form: nothing typed for one can be saved to the other.
  return workshopId.success ? <Loaded key={workshopId.data} workshopId={workshopId.data} /> : <NotFound />;
}
