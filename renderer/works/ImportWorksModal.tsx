import { useQuery } from '@tanstack/react-query';
import type { ColumnsType } from 'antd/es/table';
import type { WorksImportPreview } from '../../db/model/contract/works.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import { api, client } from '../api.ts';
import { orBlank, yuanText } from '../shared/format.ts';
import { WorkbookModal } from '../shared/WorkbookModal.tsx';

interface Props {
  readonly file: PickedPath;
  readonly onClose: () => void;
  readonly onImported: (count: number) => void;
}

type Found = WorksImportPreview['tasks'][number];

const columns: ColumnsType<Found> = [
  { title: '小作坊名称', dataIndex: 'workshopName', ellipsis: true },
  { title: '改造任务', dataIndex: 'measure', ellipsis: true },
  {
    title: '进度',
    width: 110,
    render: (_, one) =>
      one.progressBefore === one.work.progressPercent
        ? `${one.work.progressPercent}%`
        : `${one.progressBefore}%→${one.work.progressPercent}%`,
  },
  { title: '业主自筹实际', width: 120, align: 'right', render: (_, one) => yuanText(one.work.costOwn) },
  { title: '其他资金实际', width: 110, align: 'right', render: (_, one) => yuanText(one.work.costOther) },
  { title: '完成日期', width: 110, render: (_, one) => orBlank(one.work.finishedOn) },
];

/** What a workbook of progress would change, then all of it or nothing. */
export function ImportWorksModal({ file, onClose, onImported }: Props) {
  const preview = useQuery({
    ...api.works.importPreview.queryOptions({ input: { token: file.token } }),
    gcTime: 0,
  });
  return (
    <WorkbookModal<Found>
      what="改造进度"
      fileName={file.name}
      width={960}
      reading={{
        rows: preview.data?.tasks,
        problems: preview.data?.problems,
        pending: preview.isPending,
        error: preview.error,
      }}
      apply={(signal) => client.works.importApply({ token: file.token }, { signal })}
      okText={(count) => `导入${count}项进度`}
      refusedTitle="没有导入，原有记录未变"
      note="只列出有变化的任务；导入前会自动备份，空白单元格保持原有记录。"
      emptyText="没有可导入的变化。请在模板中填写进度、实际投入或完成日期，再重新选择。"
      columns={columns}
      rowKey={(one) => `${one.workshopName} ${one.measure}`}
      onImported={onImported}
      onClose={onClose}
    />
  );
}
