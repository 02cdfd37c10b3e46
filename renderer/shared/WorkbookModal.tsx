import { Alert, Flex, Modal, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { errorsOf, type Problem } from '../../db/model/problems.ts';
import { problemsOf } from '../problems.ts';
import { ProblemList } from './ProblemList.tsx';
import { ProgressModal } from './ProgressModal.tsx';
import { reading } from './reading.ts';
import type { LongWork } from './useLongWork.ts';

/** What a workbook holds, as the data host read it. */
interface Read<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

interface Props<Row extends object> {
  readonly title: string;
  readonly width: number;
  /** Undefined while the file is being read, or when it could not be. */
  readonly read: Read<Row> | undefined;
  readonly reading: boolean;
  readonly error: unknown;
  readonly okText: (count: number) => string;
  readonly work: LongWork;
  /** Says what stayed as it was when the import is refused. */
  readonly refusedTitle: string;
  /** What the import will and will not touch. */
  readonly note: string;
  readonly emptyText: string;
  readonly columns: ColumnsType<Row>;
  readonly rowKey: (row: Row) => string;
  readonly onApply: () => void;
  readonly onClose: () => void;
}

/** What a workbook would bring, row by row; then all of it or nothing. */
export function WorkbookModal<Row extends object>(props: Props<Row>) {
  const { read, work } = props;
  const wrong = read !== undefined && errorsOf(read.problems).length > 0;
  const ready = read !== undefined && read.rows.length > 0 && !wrong;
  return (
    <Modal
      open
      width={props.width}
      title={props.title}
      okText={read ? props.okText(read.rows.length) : '导入'}
      cancelText="取消"
      okButtonProps={{ disabled: !ready }}
      onOk={props.onApply}
      onCancel={props.onClose}
    >
      <ProgressModal work={work} />
      <Flex vertical gap={12}>
        <ProblemList problems={work.problems} title={props.refusedTitle} />
        {props.error !== null && <ProblemList problems={problemsOf(props.error)} title="这个文件不能导入" />}
        {read && (
          <ProblemList problems={read.problems} title={wrong ? '请在工作簿里改正后重新导入：' : '请核对：'} />
        )}
        {ready && <Alert type="info" showIcon title={props.note} />}
        <Table<Row>
          size="small"
          loading={reading(props.reading)}
          dataSource={[...(read?.rows ?? [])]}
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
