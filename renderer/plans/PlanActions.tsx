import { Button } from 'antd';
import type { PlanView, RevisionView } from '../../db/model/contract/plans.ts';
import type { PlanDialog } from './PlanDialogs.tsx';

interface Props {
  readonly plan: PlanView;
  readonly revision: RevisionView;
  readonly onDialog: (kind: Exclude<PlanDialog['kind'], 'paper'>) => void;
}

/** What can be done with a plan that is no draft: its main action last. */
export function PlanActions({ plan, revision, onDialog }: Props) {
  const ask = (kind: Exclude<PlanDialog['kind'], 'paper'>) => () => onDialog(kind);
  const untouched = revision.signatures.length === 0;
  switch (revision.state) {
    case 'draft':
      return null;
    case 'submitted':
      return (
        <>
          {untouched ? (
            <Button onClick={ask('recall')}>撤回提交</Button>
          ) : (
            <Button onClick={ask('undoSign')}>撤销签批登记</Button>
          )}
          <Button onClick={ask('return')}>退回修改</Button>
          <Button type="primary" onClick={ask('sign')}>
            登记签批
          </Button>
        </>
      );
    case 'returned':
      return (
        <>
          <Button onClick={ask('undoSign')}>撤销退回登记</Button>
          <Button type="primary" onClick={ask('revise')}>
            修改方案
          </Button>
        </>
      );
    case 'signed':
      return (
        <>
          <Button onClick={ask('revise')}>修改方案</Button>
          {plan.worksStartedOn === null ? (
            <>
              <Button onClick={ask('undoSign')}>撤销签批登记</Button>
              <Button type="primary" onClick={ask('start')}>
                登记开工
              </Button>
            </>
          ) : (
            <>
              <Button onClick={ask('undoStart')}>撤销开工</Button>
              <Button onClick={ask('start')}>更正开工日期</Button>
            </>
          )}
        </>
      );
  }
}
