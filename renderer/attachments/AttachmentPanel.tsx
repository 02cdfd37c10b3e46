import { useQuery } from '@tanstack/react-query';
import { Empty, Flex, Skeleton } from 'antd';
import type { AttachmentRole, AttachmentSubject } from '../../db/model/attachments.ts';
import { api, problemsOf } from '../api.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { AddButtons } from './AddButtons.tsx';
import { AttachmentGrid } from './AttachmentGrid.tsx';
import { DropArea } from './DropArea.tsx';
import { useAddFiles } from './useAddFiles.ts';

interface Props {
  /** `attachmentSubject('visit', visitId)`; the workshop follows from it. */
  readonly subject: AttachmentSubject;
  /** What files may show here, each with its own button; dropped files take the first. */
  readonly roles?: readonly AttachmentRole[];
  readonly readOnly?: boolean;
  /** What to attach here, for the empty state. */
  readonly emptyText?: string;
}

const ANY: readonly AttachmentRole[] = [''];

/** The attachments of one record: seen, added, renamed, saved elsewhere, removed and brought back. */
export function AttachmentPanel({ subject, roles = ANY, readOnly = false, emptyText }: Props) {
  const list = useQuery(api.attachments.list.queryOptions({ input: { subject } }));
  const adding = useAddFiles(subject);
  const busy = adding.progress !== null;
  const [first = ''] = roles;
  if (list.isPending) return <Skeleton active paragraph={{ rows: 2 }} />;
  if (list.isError) return <ProblemList problems={problemsOf(list.error)} />;
  return (
    <DropArea disabled={readOnly || busy} onDropped={(files) => void adding.add(files, first)}>
      {!readOnly && (
        <Flex gap={12} align="center" wrap className="attachment-bar">
          <AddButtons
            roles={roles}
            disabled={busy}
            onPicked={(files, role) => void adding.add(files, role)}
          />
          <span className="attachment-hint" role="status">
            {adding.progress ?? '也可以把文件拖到这里；每个不超过50 MB'}
          </span>
        </Flex>
      )}
      <ProblemList problems={adding.problems} title="这些文件没有添加" onClose={adding.clear} />
      {list.data.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={readOnly ? '没有附件' : (emptyText ?? '还没有附件，请添加照片或扫描件')}
        />
      ) : (
        <AttachmentGrid attachments={list.data} readOnly={readOnly} />
      )}
    </DropArea>
  );
}
