import { useQuery } from '@tanstack/react-query';
import { Alert, Flex, Modal, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { PlanImportPreview } from '../../db/model/contract/plans.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import { errorsOf } from '../../db/model/problems.ts';
import { api, client } from '../api.ts';
import { problemsOf } from '../problems.ts';
import { yuanText } from '../shared/format.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ProgressModal } from '../shared/ProgressModal.tsx';
import { useLongWork } from '../shared/useLongWork.ts';

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
  const work = useLongWork();
  const apply = async (): Promise<void> => {
    const result = await work.run('正在导入改造方案', (signal) =>
      client.plans.importApply({ token: file.token }, { signal }),
    );
    if (result?.ok) onImported(result.value.imported);
  };
  const found = preview.data;
  const blocked = !found || found.plans.length === 0 || errorsOf(found.problems).length > 0;
  return (
    <Modal
      open
      width={760}
      title={`导入改造方案：${file.name}`}
      okText={found ? `导入${found.plans.length}份方案` : '导入'}
      cancelText="取消"
      okButtonProps={{ disabled: blocked }}
      onOk={() => void apply()}
      onCancel={onClose}
    >
      <ProgressModal work={work} />
      <Flex vertical gap={12}>
        <ProblemList problems={work.problems} title="没有导入，原有方案未变" />
        {preview.error && <ProblemList problems={problemsOf(preview.error)} title="这个文件不能导入" />}
        {found && (
          <ProblemList
            problems={found.problems}
            title={errorsOf(found.problems).length > 0 ? '请在工作簿里改正后重新导入：' : '请核对：'}
          />
        )}
        {!blocked && (
          <Alert
            type="info"
            showIcon
            title="导入到各家的方案草稿，导入前会自动备份；已提交签批的方案不受影响。"
          />
        )}
        <Table<Found>
          size="small"
          loading={preview.isPending}
          dataSource={[...(found?.plans ?? [])]}
          rowKey="workshopName"
          columns={columns}
          pagination={false}
          scroll={{ y: 300 }}
          locale={{ emptyText: '这个工作簿里没有可以导入的任务。请在模板中一行填一项任务，再重新选择。' }}
        />
      </Flex>
    </Modal>
  );
}
