import { useQuery } from '@tanstack/react-query';
import { Empty, Skeleton } from 'antd';
import { useParams } from 'react-router';
import { WritingId } from '../../db/model/ids.ts';
import { api, problemsOf } from '../api.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import './summary.css';
import { WritingDesk } from './WritingDesk.tsx';

function Loaded({ id }: { readonly id: WritingId }) {
  const writing = useQuery(api.writings.open.queryOptions({ input: { id } }));
  if (writing.error) {
    return (
      <>
        <PageHeader title="总结" />
        <ProblemList problems={problemsOf(writing.error)} />
      </>
    );
  }
  // A fresh desk whenever the stored text changed: after saving, 重新取数, 定稿.
  return writing.data ? (
    <WritingDesk key={writing.data.updatedAt} view={writing.data} />
  ) : (
    <Skeleton active paragraph={{ rows: 10 }} />
  );
}

/** One text: its sections with the figures each rests on. */
export function WritingPage() {
  const id = WritingId.safeParse(useParams().writingId);
  return id.success ? (
    <Loaded id={id.data} />
  ) : (
    <Empty className="page-empty" description="没有这份总结材料" />
  );
}
