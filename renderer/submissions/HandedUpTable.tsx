import { useQuery } from '@tanstack/react-query';
import { Empty, Flex, Table } from 'antd';
import { formatCode } from '../../db/model/checkCode.ts';
import type { SubmissionView } from '../../db/model/contract/packages.ts';
import { countsText } from '../../db/model/countsText.ts';
import { obligationLabel } from '../../db/model/submissionCalendar.ts';
import { api } from '../api.ts';
import { problemsOf } from '../problems.ts';
import { ExportButton, type ExportColumn } from '../shared/ExportButton.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { reading } from '../shared/reading.ts';
import { ReceiptCell } from './ReceiptCell.tsx';
import { receiptText } from './submissionText.ts';

function correctionText({ replaces, replacesReason, replacedBy }: SubmissionView): string {
  const said = [
    replaces === null ? '' : `替换“${replaces}”：${replacesReason}`,
    replacedBy === null ? '' : `已被“${replacedBy}”替换`,
  ];
  return said.filter((one) => one !== '').join('；');
}

const columns: ExportColumn<SubmissionView>[] = [
  { title: '日期', width: 110, dataIndex: 'madeOn' },
  { title: '类别', width: 170, render: (_, one) => obligationLabel(one.kind, one.month) },
  { title: '文件夹', width: 320, ellipsis: true, dataIndex: 'folderName' },
  {
    title: '清单校验码',
    width: 210,
    render: (_, one) => <span className="manifest-code">{formatCode(one.manifestCode)}</span>,
  },
  { title: '内容', width: 220, ellipsis: true, render: (_, one) => countsText(one.counts) },
  { title: '更正', width: 220, ellipsis: true, render: (_, one) => correctionText(one) },
  { title: '回执', width: 210, value: receiptText, render: (_, one) => <ReceiptCell submission={one} /> },
];

/** Every package that was made, the newest first. */
export function HandedUpTable() {
  const submissions = useQuery(api.packages.list.queryOptions());
  return (
    <section className="panel" aria-label="已生成的报送包">
      <Flex justify="space-between" align="start" gap={8} className="panel-bar">
        <h2 className="panel-heading">已生成的报送包</h2>
        <ExportButton<SubmissionView>
          title="报送记录一览表"
          columns={columns}
          rows={submissions.data ?? []}
        />
      </Flex>
      {submissions.error && <ProblemList problems={problemsOf(submissions.error)} />}
      <Table<SubmissionView>
        size="small"
        loading={reading(submissions.isPending)}
        dataSource={[...(submissions.data ?? [])]}
        rowKey="id"
        columns={columns}
        pagination={false}
        scroll={{ x: 1460 }}
        locale={{
          emptyText: !submissions.isPending && (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有生成过报送包" />
          ),
        }}
      />
    </section>
  );
}
