import { FileExcelOutlined } from '@ant-design/icons';
import { Button, Flex, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ListContent } from '../../db/model/lists.ts';
import type { SubmissionRecord } from '../../db/model/package.ts';
import { submissionTable } from '../../db/model/submissionTable.ts';
import { useListExport } from '../shared/useListExport.ts';

type Row = ListContent['rows'][number];

const columnOf = ({ key, title, kind }: ListContent['columns'][number]): ColumnsType<Row>[number] => ({
  key,
  title,
  dataIndex: key,
  ellipsis: true,
  width: key === 'name' ? 220 : 150,
  align: kind === 'text' ? 'left' : 'right',
});

/** submission.json of a package, of this or another bureau, as a table that can be exported. */
export function SubmissionData({ submission }: { readonly submission: SubmissionRecord }) {
  const { save, running } = useListExport();
  const content = submissionTable(submission);
  return (
    <section aria-label="报送数据">
      <Flex justify="space-between" align="start" gap={8}>
        <h2 className="panel-heading">报送数据（{content.rows.length}条）</h2>
        <Button
          icon={<FileExcelOutlined />}
          loading={running}
          disabled={content.rows.length === 0}
          onClick={() => void save(content)}
        >
          导出Excel
        </Button>
      </Flex>
      <Table<Row>
        size="small"
        dataSource={content.rows.map((row, index) => ({ ...row, rowKey: index }))}
        rowKey="rowKey"
        columns={content.columns.map(columnOf)}
        pagination={false}
        scroll={{ x: 220 + content.columns.length * 150, y: 320 }}
      />
    </section>
  );
}
