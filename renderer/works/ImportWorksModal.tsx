import { useQuery } from '@tanstack/react-query';
import { Alert, Flex, Modal, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { WorksImportPreview } from '../../db/model/contract/works.ts';
import type { PickedPath } from '../../db/model/desk.ts';
import { errorsOf } from '../../db/model/problems.ts';
import { api, client, problemsOf } from '../api.ts';
import { orBlank, yuanText } from '../shared/format.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import { ProgressModal } from '../shared/ProgressModal.tsx';
import { useLongWork } from '../shared/useLongWork.ts';

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
  { title: '其他实际', width: 110, align: 'right', render: (_, one) => yuanText(one.work.costOther) },
  { title: '完成日期', width: 110, render: (_, one) => orBlank(one.work.finishedOn) },
];

/** What a workbook of progress would change, then all of it or nothing. */
export function ImportWorksModal({ file, onClose, onImported }: Props) {
  const preview = useQuery({
    ...api.works.importPreview.queryOptions({ input: { token: file.token } }),
    gcTime: 0,
  });
  const work = useLongWork();
  const apply = async (): Promise<void> => {
    const result = await work.run('正在导入改造进度', (signal) =>
      client.works.importApply({ token: file.token }, { signal }),
    );
    if (result?.ok) onImported(result.value.imported);
  };
  const found = preview.data;
  const blocked = !found || found.tasks.length === 0 || errorsOf(found.problems).length > 0;
  return (
    <Modal
      open
      width={960}
      title={`导入改造进度：${file.name}`}
      okText={found ? `导入${found.tasks.length}项进度` : '导入'}
      cancelText="取消"
      okButtonProps={{ disabled: blocked }}
      onOk={() => void apply()}
      onCancel={onClose}
    >
      <ProgressModal work={work} />
      <Flex vertical gap={12}>
        <ProblemList problems={work.problems} title="没有导入，原有记录未变" />
        {preview.error && <ProblemList problems={problemsOf(preview.error)} title="这个文件不能导入" />}
        {found && <ProblemList problems={found.problems} title="请在工作簿里改正后重新导入：" />}
        {!blocked && (
          <Alert
            type="info"
            showIcon
            title="只列出有变化的任务；导入前会自动备份，空白单元格保持原有记录。"
          />
        )}
        <Table<Found>
          size="small"
          loading={preview.isPending}
          dataSource={[...(found?.tasks ?? [])]}
          rowKey={(one) => `${one.workshopName} ${one.measure}`}
          columns={columns}
          pagination={false}
          scroll={{ y: 300 }}
          locale={{ emptyText: '没有可导入的变化。请在模板中填写进度、实际投入或完成日期，再重新选择。' }}
        />
      </Flex>
    </Modal>
  );
}
