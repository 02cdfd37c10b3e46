import { basename } from 'node:path';
import { makeBackup } from '../../../db/backup/backup.ts';
import { readWorkbook } from '../../../db/import/workbook.ts';
import { confirmScan, undoConfirmScan } from '../../../db/plans/scans.ts';
import { closeTasks, undoClose } from '../../../db/works/taskClosing.ts';
import { clearProgress, saveProgress } from '../../../db/works/works.ts';
import { importWorks, openTasks, previewWorks, shownWorks } from '../../../db/works/worksImport.ts';
import { overdueTasks, worksOf } from '../../../db/works/worksRecords.ts';
import { worksTemplate } from '../../../reports/excel/worksTemplate.ts';
import type { HostContext } from '../context.ts';
import type { Session } from '../session.ts';
import { api, pathBehind, reporting, unwrap } from './base.ts';

export const worksApi = (context: HostContext, session: Session) => {
  const previewed = async (token: string) => {
    const path = pathBehind(context.pathOf, token);
    const workbook = unwrap(await readWorkbook(path));
    return { fileName: basename(path), preview: previewWorks(session.office(), workbook, context.today()) };
  };
  return {
    get: api.works.get.handler(({ input }) => worksOf(session.office(), input.workshopId, context.today())),
    overdue: api.works.overdue.handler(() => overdueTasks(session.office(), context.today())),
    save: api.works.save.handler(({ input }) =>
      unwrap(saveProgress(session.office(), input.planId, input.tasks, session.act())),
    ),
    clear: api.works.clear.handler(({ input: { planId, line, reason } }) =>
      unwrap(clearProgress(session.office(), planId, line, reason, session.act())),
    ),
    close: api.works.close.handler(({ input: { planId, lines, ...closing } }) =>
      unwrap(closeTasks(session.office(), planId, lines, closing, session.act())),
    ),
    undoClose: api.works.undoClose.handler(({ input: { planId, line, reason } }) =>
      unwrap(undoClose(session.office(), planId, line, reason, session.act())),
    ),
    confirmScan: api.works.confirmScan.handler(({ input }) =>
      unwrap(confirmScan(session.office(), input.revisionId, input.checkCode, session.act())),
    ),
    undoConfirmScan: api.works.undoConfirmScan.handler(({ input }) =>
      unwrap(undoConfirmScan(session.office(), input.revisionId, input.reason, session.act())),
    ),
    importPreview: api.works.importPreview.handler(async ({ input }) => {
      const { fileName, preview } = await previewed(input.token);
      return { fileName, tasks: shownWorks(preview), problems: preview.problems };
    }),
    importApply: api.works.importApply.handler(({ input }) =>
      reporting(context, async (report) => {
        const { preview } = await previewed(input.token);
        unwrap(await makeBackup(session.office(), '导入前', session.act()));
        report({ done: 0, total: preview.matches.length, current: '正在写入' });
        return { imported: unwrap(importWorks(session.office(), preview, session.act())) };
      }),
    ),
    importTemplate: api.works.importTemplate.handler(async () => ({
      bytes: await worksTemplate(openTasks(session.office(), context.today()), new Date(context.now())),
      fileName: '改造进度导入模板.xlsx',
    })),
  };
};
