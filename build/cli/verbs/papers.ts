import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { assistanceList } from '../../../db/assistance.ts';
import { guardFiles } from '../../../db/fileProblems.ts';
import { inspectionRows } from '../../../db/inspections.ts';
import type { PaperRef } from '../../../db/model/contract/papers.ts';
import type { IsoDate } from '../../../db/model/dates.ts';
import type { WorkshopId } from '../../../db/model/ids.ts';
import { PAPER_FORMATS, type PaperFormat } from '../../../db/model/papers.ts';
import { STAGES } from '../../../db/model/stage.ts';
import { INSPECTION_LEVELS, keysOf } from '../../../db/model/terms.ts';
import type { Office } from '../../../db/office.ts';
import { planRows } from '../../../db/plans.ts';
import { notePrints } from '../../../db/printLog.ts';
import { yearPapers } from '../../../db/printRoom.ts';
import { submissions } from '../../../db/submissions.ts';
import { workshopRows } from '../../../db/workshops.ts';
import { saveOfficePapers } from '../../../reports/officePapers.ts';
import { explainPapers } from '../../../reports/privacyReasons.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { verb, type Workspace } from '../workspace.ts';

function list({ office, act }: Workspace): Outcome {
  const rows = workshopRows(office, act.today);
  const workshops = rows.map((row) => ({
    id: row.workshopId,
    name: row.name,
    ownerName: row.ownerName,
    stage: row.stage,
    stageLabel: STAGES[row.stage],
    failedConditions: row.failedConditions.map((one) => one.message),
  }));
  const plans = planRows(office, act.today);
  const lines = workshops.map((one) => `${one.stageLabel}\t${one.name}\t${one.ownerName}`);
  return done({ workshops, plans, submissions: submissions(office) }, `共${rows.length}家`, ...lines);
}

/** The year's 评分表 blank, and every finished one of any level; of a reported total there is no sheet. */
function scoreSheets(office: Office, workshopIds: readonly WorkshopId[]): readonly PaperRef[] {
  const sheet = { paper: 'scoreSheet', tableId: null, level: 'self' } as const;
  const filled = workshopIds.flatMap((workshopId) =>
    keysOf(INSPECTION_LEVELS).flatMap((level) =>
      inspectionRows(office, workshopId, level)
        .filter((row) => row.finished && !row.removed && !row.reported)
        .map((row) => ({ ...sheet, level, workshopId, inspectionId: row.id })),
    ),
  );
  return [{ ...sheet, workshopId: null, inspectionId: null }, ...filled];
}

/** Who helps whom, a blank form for a visit, and the visits of each workshop that was visited. */
function assistancePapers(office: Office, today: IsoDate): readonly PaperRef[] {
  const { rows } = assistanceList(office, null, today);
  if (rows.length === 0) return [];
  const visited = rows.filter((row) => row.lastVisitOn !== null);
  const record = { paper: 'assistanceRecord', visitId: null } as const;
  return [
    { paper: 'helperList' },
    ...rows.slice(0, 1).map(({ workshopId }): PaperRef => ({ ...record, workshopId, blank: true })),
    ...visited.map(({ workshopId }): PaperRef => ({ ...record, workshopId })),
  ];
}

/** Every paper the records call for as they stand; what holds bank cards is made by the verb for it alone. */
function allPapers(office: Office, { act }: Pick<Workspace, 'act'>): readonly PaperRef[] {
  const applicants = workshopRows(office, act.today).map((row) => row.workshopId);
  const forms = [null, ...applicants].flatMap((workshopId): readonly PaperRef[] => [
    { paper: 'application', workshopId },
    { paper: 'promise', workshopId },
  ]);
  const plans = planRows(office, act.today);
  const revisions = plans.flatMap(({ revisionId }): readonly PaperRef[] =>
    revisionId === null ? [] : [{ paper: 'plan', revisionId }],
  );
  return [
    ...forms,
    ...applicants.map((workshopId): PaperRef => ({ paper: 'qualification', workshopId })),
    ...yearPapers(office, act.today).map((one) => one.ref),
    ...revisions,
    ...(revisions.length > 0 ? [{ paper: 'planLedger' } as const] : []),
    ...scoreSheets(office, applicants),
    ...assistancePapers(office, act.today),
    ...plans
      .filter((one) => one.works !== null)
      .map(({ workshopId }): PaperRef => ({ paper: 'taskClosure', workshopId })),
  ];
}

async function documents(out: string, reason: string, workspace: Workspace): Promise<Outcome> {
  const { office, act, tools } = workspace;
  const folder = await guardFiles(out, () => mkdir(out, { recursive: true }));
  if (!folder.ok) return refusedWith(folder.problems);
  const refs = allPapers(office, { act });
  const explained = explainPapers(office, refs, reason, act);
  if (!explained.ok) return refusedWith(explained.problems);
  const files: string[] = [];
  for (const format of ['pdf', 'docx', 'xlsx'] as const satisfies readonly PaperFormat[]) {
    const made = refs.filter((ref) => PAPER_FORMATS[ref.paper].includes(format));
    const saving = saveOfficePapers(office, made, format, out, tools);
    let step = await saving.next();
    while (!step.done) step = await saving.next();
    if (step.value.problems.length > 0) return refusedWith(step.value.problems);
    const noted = notePrints(office, step.value.saved, 'file', act);
    if (!noted.ok) return refusedWith(noted.problems);
    files.push(...step.value.files.map((file) => basename(file)));
  }
  return done({ out, files }, `已生成${files.length}份文件：`, ...files);
}

export function registerPaperVerbs(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('list', '列出小作坊、方案和报送记录').addHelpText(
      'after',
      '\nJSON 输出：{ workshops: [{ id, name, ownerName, stage, stageLabel, failedConditions }], plans, submissions }',
    ),
    options: z.object({}),
    run: (_options, workspace) => list(workspace),
  });
  registerOfficeVerb(program, deliver, {
    command: verb('documents', '生成现有记录的全部文件')
      .requiredOption('--out <DIR>', '存放位置')
      .option('--reason <TEXT>', '公示材料中有像是个人号码的内容、确需公开时的理由，记入操作记录')
      .addHelpText('after', '\nJSON 输出：{ out, files }'),
    options: z.object({ out: z.string(), reason: z.string().trim().max(200).default('') }),
    run: ({ out, reason }, workspace) => documents(out, reason, workspace),
  });
}
