import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { WorkshopId } from '../../db/model/ids.ts';
import { api, problemsOf } from '../api.ts';
import { NotFound } from '../app/NotFound.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { StageTag } from '../shared/StageTag.tsx';
import { InspectionActions } from './InspectionActions.tsx';
import { InspectionBody } from './InspectionBody.tsx';

function PageOf({ workshopId }: { readonly workshopId: WorkshopId }) {
  const navigate = useNavigate();
  const page = useQuery({
    ...api.inspections.page.queryOptions({ input: { workshopId } }),
    // Sheets are written as one types: what was read before is not what is kept.
    staleTime: 0,
  });
  if (page.isError) return <ProblemList problems={problemsOf(page.error)} />;
  if (page.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  const { row } = page.data;
  return (
    <>
      <PageHeader
        title={`${row.workshopName}考评验收`}
        note={
          <>
            业主 {row.ownerName}　<StageTag stage={row.stage} />
          </>
        }
      >
        <Button onClick={() => void navigate('/inspections')}>返回列表</Button>
        <Button onClick={() => void navigate(`/workshops/${row.workshopId}`)}>小作坊档案</Button>
        <InspectionActions page={page.data} />
      </PageHeader>
      <InspectionBody page={page.data} />
    </>
  );
}

/** One workshop's 考评验收: every level's scorings and where they differ. */
export function InspectionPage() {
  const workshopId = WorkshopId.safeParse(useParams().workshopId);
  return workshopId.success ? <PageOf key={workshopId.data} workshopId={workshopId.data} /> : <NotFound />;
}
