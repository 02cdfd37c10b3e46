import { useQuery } from '@tanstack/react-query';
import { App, Button, Empty, Select, Skeleton, Table, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import {
  Month,
  type MonthlyLine,
  type MonthlyReport,
  monthInChinese,
  quantity,
  rateText,
} from '../../db/model/monthly.ts';
import { api, problemsOf } from '../api.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';

const COLUMNS: ColumnsType<MonthlyLine> = [
  { key: 'position', title: '序号', width: 64, align: 'center', dataIndex: 'position' },
  { key: 'item', title: '项目', dataIndex: 'item', width: 150 },
  {
    key: 'target',
    title: '目标任务',
    width: 150,
    align: 'right',
    render: (_, line) => quantity(line.target, line.unit),
  },
  {
    key: 'done',
    title: '实际完成',
    width: 150,
    align: 'right',
    render: (_, line) => <strong>{quantity(line.done, line.unit)}</strong>,
  },
  { key: 'rate', title: '完成率', width: 100, align: 'right', render: (_, line) => rateText(line.rate) },
  { key: 'note', title: '备注', dataIndex: 'note' },
];

const Report = ({ report }: { readonly report: MonthlyReport }) => {
  const { message } = App.useApp();
  const copy = () =>
    navigator.clipboard.writeText(report.text).then(
      () => message.success('已复制文字说明'),
      () => message.error('没有复制成功，请选中文字后按Ctrl+C'),
    );
  return (
    <>
      <section className="panel" aria-label="进展情况">
        <Table<MonthlyLine>
          size="small"
          columns={COLUMNS}
          dataSource={[...report.lines]}
          rowKey="position"
          pagination={false}
          scroll={{ x: 860 }}
        />
      </section>
      <section className="panel below" aria-label="文字说明">
        <h2 className="panel-title">文字说明</h2>
        <Typography.Paragraph>{report.text}</Typography.Paragraph>
        <Button onClick={() => void copy()}>复制文字</Button>
      </section>
    </>
  );
};

/** 进展月报: the figures of a month's last day, as a table, in sentences and on paper. */
export function MonthlyPage() {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const months = useQuery(api.monthly.months.queryOptions());
  const asked = Month.safeParse(params.get('month')).data;
  const month = asked ?? months.data?.[0];
  const report = useQuery(
    api.monthly.report.queryOptions({ input: { month: month ?? '2000-01' }, enabled: month !== undefined }),
  );
  const [paper, setPaper] = useState<PaperRef | null>(null);
  const openPaper = () => month !== undefined && setPaper({ paper: 'monthly', month });
  useCommand('print', openPaper, paper === null && month !== undefined);
  const problems = [...problemsIn(months.error), ...problemsIn(report.error)];
  return (
    <>
      <PageHeader title="进展月报" note={report.data && `数字截至${report.data.asOf}，由记录自动汇总`}>
        <Select<string | null>
          aria-label="月份"
          className="month-select"
          value={month ?? null}
          options={(months.data ?? []).map((one) => ({ value: one, label: monthInChinese(one) }))}
          onChange={(one) => one !== null && setParams({ month: one }, { replace: true })}
        />
        <Button onClick={() => void navigate('/')}>返回工作台</Button>
        {month !== undefined && (
          <Button onClick={() => void navigate(`/submissions?of=monthly-${month}`)}>报送…</Button>
        )}
        <Button type="primary" disabled={!report.data} onClick={openPaper}>
          预览、打印和保存
        </Button>
      </PageHeader>
      <ProblemList problems={problems} />
      {report.data && <Report report={report.data} />}
      {report.isPending && problems.length === 0 && <Skeleton active paragraph={{ rows: 10 }} />}
      {report.isError && <Empty className="page-empty" description="这个月没有月报，请在右上角另选月份" />}
      {paper && <PaperPreview refs={paper} onClose={() => setPaper(null)} />}
    </>
  );
}

const problemsIn = (error: unknown) => (error ? problemsOf(error) : []);
