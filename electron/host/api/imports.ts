import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { makeBackup } from '../../../db/backup/backup.ts';
import { currentCampaign } from '../../../db/bureau/bureau.ts';
import { previewImport, type RawWorkbook, readWorkbook } from '../../../db/import/index.ts';
import type { ShownImportPreview } from '../../../db/model/contract/imports.ts';
import type { ImportChoices, ImportPreview } from '../../../db/model/importTypes.ts';
import { errorsOf, problem } from '../../../db/model/problems.ts';
import { importApplicants, knownApplicants } from '../../../db/workshops/applicants.ts';
import { importTemplate } from '../../../reports/excel/importTemplate.ts';
import type { HostContext } from '../context.ts';
import type { Session } from '../session.ts';
import { api, pathBehind, refused, reporting, unwrap } from './base.ts';

interface Kept {
  readonly token: string;
  readonly modified: number;
  readonly workbook: RawWorkbook;
}

const shown = (preview: ImportPreview, fileName: string): ShownImportPreview => ({
  ...preview,
  fileName,
  rows: preview.rows.map(({ applicant, ...row }) => ({ ...row, valid: applicant !== null })),
});

export const importsApi = (context: HostContext, session: Session) => {
  /** The workbook at work; read once however often its columns are matched anew. */
  let kept: Kept | null = null;

  async function workbookOf(token: string): Promise<RawWorkbook> {
    const path = pathBehind(context.pathOf, token);
    const modified = await stat(path).then(
      (found) => found.mtimeMs,
      () => 0,
    );
    if (kept?.token === token && kept.modified === modified) return kept.workbook;
    const workbook = unwrap(await readWorkbook(path));
    kept = { token, modified, workbook };
    return workbook;
  }

  const previewOf = (workbook: RawWorkbook, choices: ImportChoices): ImportPreview =>
    previewImport(workbook, choices, {
      today: context.today(),
      policy: currentCampaign(session.office()).policy,
      known: knownApplicants(session.office()),
    });

  return {
    preview: api.imports.preview.handler(async ({ input }) => {
      const preview = previewOf(await workbookOf(input.token), input.choices);
      return shown(preview, basename(pathBehind(context.pathOf, input.token)));
    }),
    apply: api.imports.apply.handler(({ input }) =>
      reporting(context, async (report) => {
        const preview = previewOf(await workbookOf(input.token), input.choices);
        const errors = errorsOf(preview.problems);
        if (errors.length > 0) throw refused(errors);
        const applicants = preview.rows.map((row) => row.applicant).filter((one) => one !== null);
        const left = preview.rows.length - applicants.length;
        if (left > 0 && !input.onlyValid) {
          throw refused([problem('import.rows', `还有${left}行有问题，请改正，或选择“只导入有效行”`)]);
        }
        if (applicants.length === 0) throw refused([problem('import.none', '没有可导入的行')]);
        const total = applicants.length + 1;
        report({ done: 0, total, current: '导入前备份' });
        const office = session.office();
        unwrap(await makeBackup(office, '导入前', session.act()));
        report({ done: 1, total, current: '正在写入' });
        const imported = unwrap(importApplicants(office, applicants, session.act()));
        kept = null;
        return { imported, left };
      }),
    ),
    template: api.imports.template.handler(async () => ({
      bytes: await importTemplate(new Date(context.now())),
      fileName: '小作坊申请登记导入模板.xlsx',
    })),
  };
};
