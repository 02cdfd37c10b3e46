import { Button, Empty, Flex, Table, Typography } from 'antd';
import type { BackupView } from '../../db/model/contract/backup.ts';
import { momentText, sizeText } from '../shared/format.ts';
import { reading } from '../shared/reading.ts';

interface Props {
  readonly rows: readonly BackupView[] | undefined;
  readonly onVerify: (backup: BackupView) => void;
  readonly onRestore: (backup: BackupView) => void;
}

/** The backups that lie beside the data, newest first. */
export const BackupTable = ({ rows, onVerify, onRestore }: Props) => (
  <Table<BackupView>
    size="small"
    loading={reading(rows === undefined)}
    scroll={{ x: 780 }}
    dataSource={[...(rows ?? [])]}
    rowKey="fileName"
    pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
    locale={{
      emptyText: (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有备份，请点右上角“立即备份”" />
      ),
    }}
    columns={[
      { key: 'madeAt', title: '备份时间', width: 160, render: (_, row) => momentText(row.madeAt) },
      { key: 'reason', title: '原因', dataIndex: 'reason', width: 100 },
      { key: 'fileName', title: '文件', dataIndex: 'fileName', ellipsis: true },
      { key: 'bytes', title: '大小', width: 100, align: 'right', render: (_, row) => sizeText(row.bytes) },
      {
        key: 'restore',
        title: '办理',
        width: 150,
        render: (_, row) =>
          row.readable ? (
            <Flex gap={8}>
              <Button
                size="small"
                aria-label={`校验${momentText(row.madeAt)}的备份`}
                onClick={() => onVerify(row)}
              >
                校验
              </Button>
              <Button
                size="small"
                aria-label={`恢复到${momentText(row.madeAt)}`}
                onClick={() => onRestore(row)}
              >
                恢复…
              </Button>
            </Flex>
          ) : (
            <Typography.Text type="danger">已损坏</Typography.Text>
          ),
      },
    ]}
  />
);
