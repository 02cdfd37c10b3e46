import { Alert, Flex, Modal, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { Progress } from '../../db/model/contract/base.ts';
import { errorsOf, type Problem } from '../../db/model/problems.ts';
import { problemsOf } from '../problems.ts';
import { ProblemList } from './ProblemList.tsx';
import { ProgressModal } from './ProgressModal.tsx';
import { reading } from './reading.ts';
import { useLongWork } from './useLongWork.ts';

/** What a workbook holds, as the data host read it; `rows` undefined while it is read, or when it could not be. */
interface Reading<Row> {
  readonly rows: readonly Row[] | undefined;
  readonly problems: readonly Problem[] | undefined;
  readonly pending: boolean;
  readonly error: unknown;
}

interface Props<Row extends object> {
  /** What is imported: `改造方案`. */
  readonly what: string;
  readonly fileName: string;
  readonly width: number;
  readonly reading: Reading<Row>;
  readonly apply: (signal: AbortSignal) => Promise<AsyncIterator<Progress, { readonly imported: number }>>;
  readonly okText: (count: number) => string;
  /** Says what stayed as it was when the import is refused. */
  readonly refusedTitle: string;
  /** What the import will and will not touch. */
  readonly note: string;
  readonly emptyText: string;
  readonly columns: ColumnsType<Row>;
  readonly rowKey: (row: Row) => string;
  readonly onImported: (count: number) => void;
  readonly onClose: () => void;
}

/** What a workbook would bring, row by row; then all of it or nothing. */
export function WorkbookModal<Row extends object>(props: Props<Row>) {
  const { rows, problems = [], pending, error } = props.reading;
  const work = useLongWork();
  const wrong = errorsOf(problems).length > 0;
  const ready = rows !== undefined && rows.length > 0 && !wrong;
  const apply = async (): Promise<void> => {
    const result = await work.run(`正在导入${props.what}`, props.apply);
    if (result?.ok) props.onImported(result.value.imported);
  };
  return (
    <Modal
      open
      width={props.width}
      title={`导入${props.what}：${props.fileName}`}
      okText={rows ? props.okText(rows.length) : '导入'}
      cancelText="取消"
      okButtonProps={{ disabled: !ready }}
      onOk={() => void apply()}
      onCancel={props.onClose}
    >
      <ProgressModal work={work} />
      <Flex vertical gap={12}>
        <ProblemList problems={work.problems} title={props.refusedTitle} />
        {error !== null && <ProblemList problems={problemsOf(error)} title="这个文件不能导入" />}
        <ProblemList problems={problems} title={wrong ? '请在工作簿里改正后重新导入：' : '请核对：'} />
        {ready && <Alert type="info" showIcon title={props.note} />}
        <Table<Row>
          size="small"
          loading={reading(pending)}
          dataSource={[...(rows ?? [])]}
          rowKey={props.rowKey}
          columns={props.columns}
          pagination={false}
          scroll={{ y: 300 }}
          locale={{ emptyText: props.emptyText }}
        />
      </Flex>
    </Modal>
  );
}
