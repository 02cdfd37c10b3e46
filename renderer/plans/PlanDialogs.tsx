import type { PaperRef } from '../../db/model/contract/papers.ts';
import type { PlanView, RevisionView } from '../../db/model/contract/plans.ts';
import { client } from '../api.ts';
import { PaperPreview } from '../papers/PaperPreview.tsx';
import { ReasonAct } from '../shared/ReasonAct.tsx';
import { ReturnModal } from './ReturnModal.tsx';
import { SignModal } from './SignModal.tsx';
import { StartDialog } from './StartDialog.tsx';

/** The dialog that is open over a plan; `paper` shows one of its revisions. */
export type PlanDialog =
  | { readonly kind: 'sign' | 'return' | 'recall' | 'revise' | 'start' | 'undoStart' | 'undoSign' }
  | { readonly kind: 'paper'; readonly ref: PaperRef };

interface Props {
  readonly dialog: PlanDialog | undefined;
  readonly plan: PlanView;
  readonly revision: RevisionView;
  readonly onClose: () => void;
}

const returnedOpinion = ({ signatures }: RevisionView): string | undefined =>
  signatures.find((one) => one.outcome === 'return')?.opinion;

/** Whatever is asked or shown over a plan. */
export function PlanDialogs({ dialog, plan, revision, onClose }: Props) {
  const { planId } = plan;
  const opinion = returnedOpinion(revision);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'sign':
      return <SignModal plan={plan} revision={revision} onClose={onClose} />;
    case 'return':
      return <ReturnModal revision={revision} onClose={onClose} />;
    case 'recall':
      return (
        <ReasonAct
          title={`撤回提交：第${revision.number}版`}
          okText="撤回提交"
          call={(reason) => client.plans.recall({ revisionId: revision.id, reason })}
          onClose={onClose}
        >
          <p>撤回后可以继续修改；已打印的纸质方案作废，再次提交时校验码会变。</p>
        </ReasonAct>
      );
    case 'revise':
      return (
        <ReasonAct
          title="修改方案（新开一版）"
          label="修改原因"
          okText={`新开第${revision.number + 1}版`}
          call={(reason) => client.plans.revise({ planId, reason })}
          onClose={onClose}
        >
          {opinion !== undefined && <p>领导意见：{opinion}</p>}
          <p>第{revision.number}版连同签字原样保留。新的一版从它的内容开始修改，改好后须重新提交签批。</p>
        </ReasonAct>
      );
    case 'undoSign':
      return (
        <ReasonAct
          title={`${revision.state === 'returned' ? '撤销退回登记' : '撤销签批登记'}：第${revision.number}版`}
          okText="撤销登记"
          call={(reason) => client.plans.undoSign({ revisionId: revision.id, reason })}
          onClose={onClose}
        >
          <p>已登记的签字或退回将全部撤销，方案回到“待签批”，可以重新登记；操作记录中保留原来的登记。</p>
        </ReasonAct>
      );
    case 'start':
    case 'undoStart':
      return (
        <StartDialog kind={dialog.kind} planId={planId} startedOn={plan.worksStartedOn} onClose={onClose} />
      );
    case 'paper':
      return <PaperPreview refs={dialog.ref} onClose={onClose} />;
  }
}
