import { basename } from 'node:path';
import { makeBackup } from '../../../db/backup/backup.ts';
import { readWorkbook } from '../../../db/import/workbook.ts';
import { formatCode } from '../../../db/model/checkCode.ts';
import type { PlanView } from '../../../db/model/contract/plans.ts';
import type { WorkshopId } from '../../../db/model/ids.ts';
import { invariant } from '../../../db/model/problems.ts';
import { importPlans, previewPlans } from '../../../db/plans/planImport.ts';
import { createPlan, planOf, planRows, revisePlan, savePlanDraft } from '../../../db/plans/plans.ts';
import { recallPlan, returnPlan, signPlan, submitPlan } from '../../../db/plans/signing.ts';
import { undoSigning } from '../../../db/plans/undoSigning.ts';
import { startWorks, undoStartWorks } from '../../../db/works/startWorks.ts';
import { planTemplate } from '../../../reports/excel/planTemplate.ts';
import type { HostContext } from '../context.ts';
import type { Session } from '../session.ts';
import { api, pathBehind, reporting, unwrap } from './base.ts';

export const plansApi = (context: HostContext, session: Session) => {
  const viewOf = (workshopId: WorkshopId): PlanView => {
    const view = planOf(session.office(), workshopId, context.today());
    invariant(view, 'a plan just written is there');
    return view;
  };
  const previewed = async (token: string) => {
    const path = pathBehind(context.pathOf, token);
    const workbook = unwrap(await readWorkbook(path));
    return { fileName: basename(path), preview: previewPlans(session.office(), workbook, context.today()) };
  };
  return {
    list: api.plans.list.handler(() => planRows(session.office(), context.today())),
    get: api.plans.get.handler(({ input }) => planOf(session.office(), input.workshopId, context.today())),
    create: api.plans.create.handler(({ input }) => {
      unwrap(createPlan(session.office(), input.workshopId, session.act()));
      return viewOf(input.workshopId);
    }),
    saveDraft: api.plans.saveDraft.handler(({ input }) =>
      unwrap(savePlanDraft(session.office(), input.revisionId, input.content, session.act())),
    ),
    submit: api.plans.submit.handler(({ input }) => ({
      checkCode: formatCode(unwrap(submitPlan(session.office(), input.revisionId, session.act()))),
    })),
    recall: api.plans.recall.handler(({ input }) =>
      unwrap(recallPlan(session.office(), input.revisionId, input.reason, session.act())),
    ),
    sign: api.plans.sign.handler(({ input }) => unwrap(signPlan(session.office(), input, session.act()))),
    undoSign: api.plans.undoSign.handler(({ input }) =>
      unwrap(undoSigning(session.office(), input.revisionId, input.reason, session.act())),
    ),
    return: api.plans.return.handler(({ input }) =>
      unwrap(returnPlan(session.office(), input, session.act())),
    ),
    revise: api.plans.revise.handler(({ input }) => {
      const opened = unwrap(revisePlan(session.office(), input.planId, input.reason, session.act()));
      return viewOf(opened.workshopId);
    }),
    startWorks: api.plans.startWorks.handler(({ input }) =>
      unwrap(startWorks(session.office(), input.planId, input.startedOn, session.act())),
    ),
    undoStartWorks: api.plans.undoStartWorks.handler(({ input }) =>
      unwrap(undoStartWorks(session.office(), input.planId, input.reason, session.act())),
    ),
    importPreview: api.plans.importPreview.handler(async ({ input }) => {
      const { fileName, preview } = await previewed(input.token);
      return {
        fileName,
        plans: preview.plans.map(({ workshopName, taskCount, budgetOwn }) => ({
          workshopName,
          taskCount,
          budgetOwn,
        })),
        problems: preview.problems,
      };
    }),
    importApply: api.plans.importApply.handler(({ input }) =>
      reporting(context, async (report) => {
        const { preview } = await previewed(input.token);
        unwrap(await makeBackup(session.office(), '导入前', session.act()));
        report({ done: 0, total: preview.plans.length, current: '正在写入' });
        return { imported: unwrap(importPlans(session.office(), preview, session.act())) };
      }),
    ),
    importTemplate: api.plans.importTemplate.handler(async () => ({
      bytes: await planTemplate(
        planRows(session.office(), context.today())
          .filter((row) => row.state === null)
          .map((row) => row.workshopName),
        new Date(context.now()),
      ),
      fileName: '改造方案任务导入模板.xlsx',
    })),
  };
};
