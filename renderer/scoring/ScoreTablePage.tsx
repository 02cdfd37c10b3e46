import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Skeleton, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { ScoreTableView } from '../../db/model/contract/scoring.ts';
import { ScoreTableId } from '../../db/model/ids.ts';
import { formatPoints } from '../../db/model/scoring/points.ts';
import { SAMPLE_NOTICE } from '../../db/model/scoring/sampleTable.ts';
import { fullPoints, type ScoreItem, ScoreTable, tableProblems } from '../../db/model/scoring/table.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { NotFound } from '../app/NotFound.tsx';
import { useOffice } from '../app/office.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { useDraft } from '../shared/useDraft.tsx';
import { useSaveFile } from '../shared/useSaveFile.tsx';
import { CopyTableModal } from './CopyTableModal.tsx';
import { HeadFields } from './HeadFields.tsx';
import { ItemModal } from './ItemModal.tsx';
import { ItemsTable } from './ItemsTable.tsx';
import { formOf, newItemForm } from './itemForm.ts';
import { LimitFields } from './LimitFields.tsx';
import './scoring.css';

const BACK = '/settings?tab=scoring';

function Locked({ view }: { readonly view: ScoreTableView }) {
  if (view.editable) return null;
  const why = view.uses > 0 ? `已用于${view.uses}次评分` : '是随程序附带的示例';
  return <Alert type="info" showIcon title={`这张评分表${why}，不能修改；需要修改请“另存为新版本”。`} />;
}

function Loaded({ view }: { readonly view: ScoreTableView }) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { campaign } = useOffice();
  const [table, setTable] = useState(view.table);
  /** The line in the dialog; `items.length` is a new one. */
  const [editing, setEditing] = useState<number>();
  const [asking, setAsking] = useState<'copy' | 'print'>();
  const save = useAct(client.scoring.saveTable);
  const choose = useAct(client.scoring.chooseTable);
  const exporting = useSaveFile();
  // Whether it is the sample still is the data host's to say.
  const { sample } = view.table;
  const dirty = useMemo(
    () => JSON.stringify({ ...table, sample }) !== JSON.stringify(view.table),
    [table, sample, view.table],
  );
  const draft = useDraft(
    `scoreTable.${table.id}`,
    view.editable && dirty ? table : null,
    ScoreTable,
    setTable,
  );
  const problems = useMemo(() => tableProblems(table), [table]);
  const { items } = table;
  const run = async (): Promise<void> => {
    const whole = ScoreTable.safeParse(table);
    if (!(await save.run({ table })).ok) return;
    if (whole.success) setTable(whole.data);
    await draft.drop();
    message.success('已保存');
  };
  const exportIt = (): Promise<void> =>
    exporting.save({
      make: () => client.scoring.exportTable({ tableId: table.id }),
      purpose: 'documents',
      said: '已导出评分表',
    });
  const setItems = (changed: readonly ScoreItem[]): void => setTable({ ...table, items: [...changed] });
  const putItem = (item: ScoreItem): void => {
    if (editing !== undefined) setItems(items.toSpliced(editing, 1, item));
    setEditing(undefined);
  };
  useCommand('save', () => void run(), view.editable && dirty && editing === undefined);
  useCommand('print', () => setAsking('print'), asking === undefined);
  const edited = editing === undefined ? undefined : items[editing];
  return (
    <>
      <PageHeader
        title={
          <>
            {view.table.title} {view.chosen && <Tag color="blue">{campaign.year}年度使用</Tag>}
          </>
        }
        note={`版本：${view.table.version}　${items.length}项，满分${formatPoints(fullPoints(items))}分`}
      >
        <Button onClick={() => void navigate(BACK)}>返回列表</Button>
        <Button onClick={() => setAsking('print')}>打印空白表</Button>
        <Button loading={exporting.running} onClick={() => void exportIt()}>
          导出Excel
        </Button>
        <Button onClick={() => setAsking('copy')}>另存为新版本</Button>
        {!view.chosen && !dirty && (
          <Button loading={choose.running} onClick={() => void choose.run({ tableId: table.id })}>
            本年度使用
          </Button>
        )}
        {view.editable && (
          <Button type="primary" disabled={!dirty} loading={save.running} onClick={() => void run()}>
            {dirty ? '保存' : '已保存'}
          </Button>
        )}
      </PageHeader>
      {view.editable && draft.banner}
      <ProblemList problems={[...save.problems, ...choose.problems]} title="没有办理" onClose={save.clear} />
      <Flex vertical gap={12} className="panel">
        {view.table.sample && <Alert type="warning" showIcon title={SAMPLE_NOTICE} />}
        <Locked view={view} />
        {view.editable && <ProblemList problems={problems} title="请核对：" />}
        <HeadFields
          head={table}
          disabled={!view.editable}
          onChange={(head) => setTable({ ...table, ...head })}
        />
        <LimitFields
          limits={table.limits}
          disabled={!view.editable}
          onChange={(limits) => setTable({ ...table, limits })}
        />
        <ItemsTable items={items} editable={view.editable} onEdit={setEditing} onItems={setItems} />
        {view.editable && (
          <div>
            <Button onClick={() => setEditing(items.length)}>增加考评项</Button>
          </div>
        )}
      </Flex>
      {editing !== undefined && (
        <ItemModal
          initial={edited ? formOf(edited) : newItemForm(items.at(-1))}
          id={edited?.id}
          sections={[...new Set(items.map((item) => item.section))]}
          onDone={putItem}
          onClose={() => setEditing(undefined)}
        />
      )}
      {asking === 'copy' && <CopyTableModal table={view.table} onClose={() => setAsking(undefined)} />}
      {asking === 'print' && (
        <PaperPreview
          refs={{
            paper: 'scoreSheet',
            inspectionId: null,
            tableId: table.id,
            workshopId: null,
            level: 'self',
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

function TableOf({ tableId }: { readonly tableId: ScoreTableId }) {
  const view = useQuery(api.scoring.table.queryOptions({ input: { tableId } }));
  if (view.isError) return <ProblemList problems={problemsOf(view.error)} />;
  if (view.isPending) return <Skeleton active paragraph={{ rows: 12 }} />;
  return <Loaded view={view.data} />;
}

/** One 评分表: looked at, changed until it is used, copied as a new version. */
export function ScoreTablePage() {
  const id = ScoreTableId.safeParse(useParams().tableId);
  return id.success ? <TableOf key={id.data} tableId={id.data} /> : <NotFound />;
}
