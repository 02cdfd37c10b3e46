import { FilePdfOutlined } from '@ant-design/icons';
import { Button, Flex, Tag } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { PlanView, RevisionView } from '../../db/model/contract/plans.ts';
import { inChinese } from '../../db/model/dates.ts';
import { PlanContent, planProblems, REVISION_STATES } from '../../db/model/plan.ts';
import { useOffice } from '../app/office.ts';
import { LivePreview } from '../papers/LivePreview.tsx';
import { PlanProposals } from '../scoring/PlanProposals.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { useCommand } from '../shared/useCommand.ts';
import { useDraft } from '../shared/useDraft.tsx';
import { useRemembered } from '../shared/useRemembered.ts';
import { PlanActions } from './PlanActions.tsx';
import { PlanChecks } from './PlanChecks.tsx';
import { type PlanDialog, PlanDialogs } from './PlanDialogs.tsx';
import { PlanHeadForm } from './PlanHeadForm.tsx';
import { RevisionHistory } from './RevisionHistory.tsx';
import { TaskTable } from './TaskTable.tsx';
import { usePlanEditor } from './usePlanEditor.ts';
import { usePlanSaving } from './usePlanSaving.ts';

/** Below this width the paper beside the form leaves the table too little room, so it is shut at first. */
const ROOM_FOR_BOTH = 1600;

interface Props {
  readonly plan: PlanView;
  readonly revision: RevisionView;
  /** Under the header: the way to 实施进度 and back. */
  readonly tabs: ReactNode;
  /** Shown: only then it answers Ctrl+S and Ctrl+P. */
  readonly active: boolean;
}

function PlanTitle({ plan, revision }: Pick<Props, 'plan' | 'revision'>) {
  return (
    <>
      {plan.workshopName}改造提升方案{' '}
      <Tag color={revision.state === 'returned' ? 'error' : revision.state === 'draft' ? 'default' : 'blue'}>
        第{revision.number}版 {REVISION_STATES[revision.state]}
      </Tag>
      {plan.worksStartedOn && <Tag>{inChinese(plan.worksStartedOn)}开工</Tag>}
    </>
  );
}

/** One plan: written at the left, seen as the paper at the right, signed and revised from the top. */
export function PlanDesk({ plan, revision, tabs, active }: Props) {
  const navigate = useNavigate();
  const { campaign } = useOffice();
  const editor = usePlanEditor(plan.current.content);
  const [dialog, setDialog] = useState<PlanDialog>();
  const [previewing, setPreviewing] = useRemembered(
    'plan.preview',
    z.boolean(),
    window.innerWidth >= ROOM_FOR_BOTH,
  );
  const { content, dirty } = editor;
  const editable = revision.state === 'draft';
  const draft = useDraft(
    `plan.${revision.id}`,
    editable && dirty ? content : null,
    PlanContent,
    editor.replace,
  );
  const saving = usePlanSaving(revision.id, editor, draft.drop);
  const problems = useMemo(
    () => (editable ? planProblems(content, campaign.policy) : []),
    [editable, content, campaign.policy],
  );
  const paper = useMemo<PaperRef>(
    () => ({ paper: 'plan', revisionId: revision.id, ...(dirty ? { content } : {}) }),
    [revision.id, dirty, content],
  );
  const print = (): void => setDialog({ kind: 'paper', ref: paper });
  useCommand('save', () => void saving.save(), active && editable && dialog === undefined);
  useCommand('print', print, active && dialog === undefined);
  const returned = revision.signatures.find((one) => one.outcome === 'return');
  return (
    <>
      <PageHeader title={<PlanTitle plan={plan} revision={revision} />} note={`业主：${plan.ownerName}`}>
        <Button onClick={() => void navigate('/plans')}>返回列表</Button>
        <Button
          icon={<FilePdfOutlined />}
          aria-pressed={previewing}
          onClick={() => setPreviewing(!previewing)}
        >
          {previewing ? '收起预览' : '显示预览'}
        </Button>
        <Button onClick={print}>打印</Button>
        {editable && (
          <>
            <Button disabled={!dirty} loading={saving.running} onClick={() => void saving.save()}>
              {dirty ? '保存' : '已保存'}
            </Button>
            <Button type="primary" loading={saving.running} onClick={() => void saving.submit()}>
              提交签批
            </Button>
          </>
        )}
        <PlanActions plan={plan} revision={revision} onDialog={(kind) => setDialog({ kind })} />
      </PageHeader>
      {tabs}
      {editable && draft.banner}
      <ProblemList problems={saving.problems} title={saving.title} onClose={saving.clear} />
      <div className={previewing ? 'plan-desk with-paper' : 'plan-desk'}>
        <Flex vertical gap={12} className="plan-form panel">
          {returned && (
            <ProblemList
              problems={[
                {
                  code: 'plan.returned',
                  severity: 'warning',
                  message: `${returned.signerName}于${returned.signedOn}退回：${returned.opinion}`,
                },
              ]}
            />
          )}
          <PlanHeadForm
            editor={editor}
            editable={editable}
            helperProblem={problems.find((one) => one.field === 'helperName')?.message}
          />
          <TaskTable editor={editor} editable={editable} problems={problems} />
          {editable && <PlanChecks problems={problems} />}
          {editable && (
            <PlanProposals
              workshopId={plan.workshopId}
              tasks={content.tasks}
              onAdd={(tasks) =>
                editor.paste(
                  content.tasks.length,
                  tasks.map(({ id: _id, ...task }) => task),
                )
              }
            />
          )}
          <RevisionHistory
            workshopId={plan.workshopId}
            revisions={plan.revisions}
            onShow={(revisionId) => setDialog({ kind: 'paper', ref: { paper: 'plan', revisionId } })}
          />
        </Flex>
        {previewing && (
          <aside className="plan-paper" aria-label="方案预览">
            <LivePreview refs={paper} />
          </aside>
        )}
      </div>
      <PlanDialogs dialog={dialog} plan={plan} revision={revision} onClose={() => setDialog(undefined)} />
    </>
  );
}
