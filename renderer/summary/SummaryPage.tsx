import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { WritingRow, WritingSubject } from '../../db/model/contract/writings.ts';
import { WRITING_KINDS } from '../../db/model/terms.ts';
import { useAct } from '../act.ts';
import { api, client, problemsOf } from '../api.ts';
import { ExportButton } from '../shared/ExportButton.tsx';
import { momentText } from '../shared/format.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { CaseModal } from './CaseModal.tsx';
import { ReportModal } from './ReportModal.tsx';
import './summary.css';
import { reading } from '../shared/reading.ts';

const columns: ColumnsType<WritingRow> = [
  { key: 'kind', title: '类别', width: 120, render: (_, row) => WRITING_KINDS[row.kind] },
  { key: 'title', title: '标题', dataIndex: 'title', ellipsis: true },
  { key: 'asOf', title: '数字截至', width: 120, dataIndex: 'asOf' },
  { key: 'updatedAt', title: '最近修改', width: 170, render: (_, row) => momentText(row.updatedAt) },
  {
    key: 'state',
    title: '状态',
    width: 150,
    render: (_, row) =>
      row.finishedOn === null ? (
        <Tag color="processing">未定稿</Tag>
      ) : (
        <Tag color="success">{row.finishedOn}定稿</Tag>
      ),
  },
];

type Asked = 'case' | 'report' | null;

/** 总结: what the office writes on top of its records, each text pre-written from them. */
export function SummaryPage() {
  const navigate = useNavigate();
  const list = useQuery(api.writings.list.queryOptions());
  const create = useAct(client.writings.create);
  const [asked, setAsked] = useState<Asked>(null);
  const rows = list.data ?? [];
  const open = (id: string): void => void navigate(`/summary/${id}`);
  const begin = async (subject: WritingSubject): Promise<void> => {
    const created = await create.run(subject);
    if (created.ok) open(created.value.id);
  };
  const summary = rows.find((row) => row.kind === 'summary');
  const main = (
    <Button
      type="primary"
      loading={create.running}
      onClick={() => (summary ? open(summary.id) : void begin({ kind: 'summary' }))}
    >
      {summary ? '打开创建工作总结' : '生成创建工作总结'}
    </Button>
  );
  return (
    <>
      <PageHeader title="总结" note="按记录写好初稿，数字都能查到出处，修改后定稿报送">
        <Button onClick={() => setAsked('case')}>典型案例…</Button>
        <Button onClick={() => setAsked('report')}>报送报告…</Button>
        {main}
      </PageHeader>
      <ProblemList problems={create.problems} onClose={create.clear} />
      {list.error && <ProblemList problems={problemsOf(list.error)} />}
      <section className="panel" aria-label="总结材料">
        <Flex justify="space-between" align="start" gap={8} className="panel-bar">
          <h2 className="panel-title">总结材料</h2>
          <ExportButton<WritingRow> title="总结材料一览表" columns={columns} rows={rows} />
        </Flex>
        <Table<WritingRow>
          size="small"
          loading={reading(list.isPending)}
          dataSource={[...rows]}
          rowKey="id"
          columns={columns}
          pagination={false}
          scroll={{ x: 860 }}
          locale={{
            emptyText: (
              <Empty
                image={Empty.PRESENTED_IMAGE_SIMPLE}
                description="还没有总结材料。先生成创建工作总结，再挑选典型案例"
              />
            ),
          }}
          onRow={(row) => ({
            tabIndex: 0,
            className: 'row-open',
            'aria-label': row.title,
            onClick: () => open(row.id),
            onKeyDown: (event) => {
              if (event.key === 'Enter') open(row.id);
            },
          })}
        />
      </section>
      {asked === 'case' && (
        <CaseModal onChosen={(subject) => void begin(subject)} act={create} onClose={() => setAsked(null)} />
      )}
      {asked === 'report' && (
        <ReportModal
          onChosen={(subject) => void begin(subject)}
          act={create}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
