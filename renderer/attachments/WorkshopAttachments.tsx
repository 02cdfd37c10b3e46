import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { attachmentSubject } from '../../db/model/attachments.ts';
import type { AttachmentView } from '../../db/model/contract/attachments.ts';
import type { ApplicationId, WorkshopId } from '../../db/model/ids.ts';
import { api, problemsOf } from '../api.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { AttachmentGrid } from './AttachmentGrid.tsx';
import { AttachmentPanel } from './AttachmentPanel.tsx';

interface Props {
  readonly workshopId: WorkshopId;
  readonly applicationId: ApplicationId;
}

/** What is attached to the workshop's other records, by record, in the order they were first added to. */
function elsewhere(
  all: readonly AttachmentView[],
  own: readonly string[],
): readonly (readonly AttachmentView[])[] {
  const groups = new Map<string, readonly AttachmentView[]>();
  for (const one of all.filter(({ subject }) => !own.includes(subject))) {
    groups.set(one.subject, [...(groups.get(one.subject) ?? []), one]);
  }
  return [...groups.values()];
}

/** 附件 of one workshop: its application's materials, what belongs to no record, and what its other records carry. */
export function WorkshopAttachments({ workshopId, applicationId }: Props) {
  const list = useQuery(api.attachments.list.queryOptions({ input: { workshopId } }));
  if (list.isPending) return <Skeleton active />;
  if (list.isError) return <ProblemList problems={problemsOf(list.error)} />;
  const application = attachmentSubject('application', applicationId);
  const general = attachmentSubject('workshop', workshopId);
  return (
    <div className="stack">
      <section className="panel" aria-label="申请材料">
        <p className="side-heading">申请材料</p>
        <AttachmentPanel
          subject={application}
          roles={['material', 'site']}
          emptyText="还没有申请材料，请添加营业执照、登记证等的照片或扫描件"
        />
      </section>
      {elsewhere(list.data, [application, general]).map((group) => (
        <section key={group[0]?.subject} className="panel" aria-label={group[0]?.subjectLabel}>
          <p className="side-heading">{group[0]?.subjectLabel}</p>
          <AttachmentGrid attachments={group} />
        </section>
      ))}
      <section className="panel" aria-label="其他资料">
        <p className="side-heading">其他资料</p>
        <AttachmentPanel subject={general} roles={['', 'site']} />
      </section>
    </div>
  );
}
