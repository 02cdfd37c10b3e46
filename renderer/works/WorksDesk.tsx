import { CopyOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Dropdown, Empty, Skeleton } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { PlanView } from '../../db/model/contract/plans.ts';
import type { WorksView } from '../../db/model/contract/works.ts';
import { REVISION_STATES } from '../../db/model/plan.ts';
import { api, problemsOf } from '../api.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { useDraft } from '../shared/useDraft.tsx';
import { useListExport } from '../shared/useListExport.ts';
import { DroppedTasks } from './DroppedTasks.tsx';
import { useWorksEditor } from './useWorksEditor.ts';
import { type WorksDialog, WorksDialogs } from './WorksDialogs.tsx';
import { WorksSummary } from './WorksSummary.tsx';
import { WorksTable } from './WorksTable.tsx';
import { WorkEdits } from './workRows.ts';
import { worksContent } from './worksContent.ts';
import './works.css';

interface Props {
  readonly plan: PlanView;
  readonly tabs: ReactNode;
  readonly active: boolean;
}

function NotSigned({ plan, tabs }: Props) {
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={`${plan.workshopName}实施进度`} note={`业主：${plan.ownerName}`}>
        <Button onClick={() => void navigate('/plans')}>返回列表</Button>
      </PageHeader>
      {tabs}
      <div className="table-empty">
        <Empty description="方案还没有签批。四方签字并登记开工后，在这里逐项登记改造进度和销号。" />
      </div>
    </>
  );
}

/** What a clerk must know before typing: works not begun, a change on its way, money short. */
function Notes({ view, onStart }: { readonly view: WorksView; readonly onStart: () => void }) {
  const { pending, startedOn } = view;
  return (
    <>
      {startedOn === null && (
        <Alert
          type="info"
          showIcon
          title={
            pending
              ? '方案已新开一版，签批后才能登记开工。'
              : '方案已签批，还没有登记开工。登记开工后才能填写进度。'
          }
          action={
            pending ? undefined : (
              <Button type="primary" size="small" onClick={onStart}>
                登记开工
              </Button>
            )
          }
        />
      )}
      {startedOn !== null && pending && (
        <Alert
          type="info"
          showIcon
          title={`方案变更中：第${pending.number}版${REVISION_STATES[pending.state]}。签批前，施工仍按第${view.revision}版登记。`}
        />
      )}
      <ProblemList problems={view.warnings} />
    </>
  );
}

function Desk({ view, plan, tabs, active }: Props & { readonly view: WorksView }) {
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<WorksDialog>();
  const [selected, setSelected] = useState<readonly string[]>([]);
  const { copy } = useListExport();
  const begun = view.startedOn !== null;
  const editor = useWorksEditor(view, () => draft.drop());
  const draft = useDraft(
    `works.${view.planId}`,
    editor.dirty ? editor.edits : null,
    WorkEdits,
    editor.restore,
  );
  const ready = useMemo(
    () => view.tasks.filter((task) => selected.includes(task.line) && task.state === 'finished'),
    [view.tasks, selected],
  );
  useCommand('save', () => void editor.save(), active && begun && dialog === undefined);
  useCommand('print', () => setDialog({ kind: 'paper' }), active && dialog === undefined);
  const more = [
    { key: 'start', label: '更正开工日期', onClick: () => setDialog({ kind: 'start' }) },
    { key: 'undo', label: '撤销开工登记', onClick: () => setDialog({ kind: 'undoStart' }) },
  ];
  return (
    <>
      <PageHeader
        title={`${plan.workshopName}实施进度`}
        note={`业主：${plan.ownerName}　方案第${view.revision}版${view.startedOn ? `　${view.startedOn}开工` : ''}`}
      >
        <Button onClick={() => void navigate('/plans')}>返回列表</Button>
        <Button onClick={() => setDialog({ kind: 'paper' })}>改造任务销号表</Button>
        {begun && (
          <>
            <Dropdown trigger={['click']} menu={{ items: more }}>
              <Button>开工登记</Button>
            </Dropdown>
            {ready.length > 0 && (
              <Button onClick={() => setDialog({ kind: 'close', tasks: ready })}>
                销号选中的{ready.length}项
              </Button>
            )}
            {editor.dirty && <Button onClick={editor.discard}>放弃修改</Button>}
            <Button
              type="primary"
              disabled={!editor.dirty}
              loading={editor.running}
              onClick={() => void editor.save()}
            >
              {editor.dirty ? '保存进度' : '已保存'}
            </Button>
          </>
        )}
      </PageHeader>
      {tabs}
      {draft.banner}
      <ProblemList problems={editor.saveProblems} title="没有保存" onClose={editor.clearProblems} />
      <div className="works-desk panel">
        <Notes view={view} onStart={() => setDialog({ kind: 'start' })} />
        <WorksSummary totals={editor.totals} />
        <WorksTable
          view={view}
          editor={editor}
          selected={ready.map((task) => task.line)}
          onSelect={setSelected}
          onDialog={setDialog}
        />
        <div className="task-foot">
          <Button icon={<CopyOutlined />} onClick={() => void copy(worksContent(view, editor.shown))}>
            复制到Excel
          </Button>
          {begun && (
            <span className="quiet">
              Enter下一格，↑↓上下行，Ctrl+S保存；填完成日期时进度自动为100%。可从Excel复制后粘贴，表头含“改造任务”时按任务对应。
            </span>
          )}
        </div>
        <DroppedTasks tasks={view.dropped} />
      </div>
      <WorksDialogs dialog={dialog} view={view} onClose={() => setDialog(undefined)} />
    </>
  );
}

/** 实施进度 of one plan: from 开工 to the last 销号. */
export function WorksDesk(props: Props) {
  const { workshopId } = props.plan;
  const works = useQuery(api.works.get.queryOptions({ input: { workshopId } }));
  if (works.error) return <ProblemList problems={problemsOf(works.error)} />;
  if (works.data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  return works.data === null ? <NotSigned {...props} /> : <Desk {...props} view={works.data} />;
}
