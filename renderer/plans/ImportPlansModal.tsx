import { useQuery } from '@tanstack/react-query';
import type { ColumnsType } from 'antd/es/table';
import type { PlanImportPreview } from '../../db/model/contract/plans.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import { api, client } from '../api.ts';
import { yuanText } from '../shared/format.ts';
import { WorkbookModal } from '../shared/WorkbookModal.tsx';

interface Props {
  readonly file: PickedPath;
  readonly onClose: () => void;
  readonly onImported: (count: number) => void;
}

type Found = PlanImportPreview['plans'][number];

const columns: ColumnsType<Found> = [
  { title: '小作坊名称', dataIndex: 'workshopName' },
  { title: '任务数', width: 90, align: 'right', dataIndex: 'taskCount' },
  { title: '业主自筹', width: 140, align: 'right', render: (_, one) => yuanText(one.budgetOwn) },
];

/** What a workbook of plans would bring, then all of it or nothing. */
export function ImportPlansModal({ file, onClose, onImported }: Props) {
  const preview = useQuery({
    ...api.plans.importPreview.queryOptions({ input: { token: file.token } }),
    gcTime: 0,
  });
  return (
    <WorkbookModal<Found>
      what="改造方案"
      fileName={file.name}
      width={760}
      reading={{
        rows: preview.data?.plans,
        problems: preview.data?.problems,
        pending: preview.isPending,
        error: preview.error,
      }}
      apply={(signal) => client.plans.importApply({ token: file.token }, { signal })}
      okText={(count) => `导入${count}份方案`}
      refusedTitle="没有导入，原有方案未变"
      note="导入到各家的方案草稿，导入前会自动备份；已提交签批的方案不受影响。"
      emptyText="这个工作簿里没有可以导入的任务。请在模板中一行填一项任务，再重新选择。"
      columns={columns}
      rowKey={(one) => one.workshopName}
      onImported={onImported}
      onClose={onClose}
    />
  );
}
