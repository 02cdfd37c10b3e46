import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { assistanceList } from '../../../db/assistance.ts';
import { duties } from '../../../db/duties.ts';
import { guardFiles } from '../../../db/fileProblems.ts';
import { inspectionRows } from '../../../db/inspections.ts';
import { meetings } from '../../../db/meetings.ts';
import type { PaperRef } from '../../../db/model/contract/papers.ts';
import type { IsoDate } from '../../../db/model/dates.ts';
import type { WorkshopId } from '../../../db/model/ids.ts';
import { PAPER_FORMATS, type PaperFormat } from '../../../db/model/papers.ts';
import { isPublished } from '../../../db/model/privacy.ts';
import { ok, type Result } from '../../../db/model/problems.ts';
import { STAGES } from '../../../db/model/stage.ts';
import { INSPECTION_LEVELS, keysOf } from '../../../db/model/terms.ts';
import type { Office } from '../../../db/office.ts';
import { outsideEvents } from '../../../db/outsideEvents.ts';
import { planRows } from '../../../db/plans.ts';
import { notePrints } from '../../../db/printLog.ts';
import { publicities } from '../../../db/publicity.ts';
import { resultRows } from '../../../db/results.ts';
import { rosterChanges } from '../../../db/rosterChanges.ts';
import { rosters } from '../../../db/rosters.ts';
import { submissions } from '../../../db/submissions.ts';
import { workshopRows } from '../../../db/workshops.ts';
import { writingRows } from '../../../db/writings.ts';
import { saveOfficePapers } from '../../../reports/officePapers.ts';
import { explainPaper } from '../../../reports/privacyReasons.ts';
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

/** Who helps whom, and the visits of each workshop that was visited. */
function assistancePapers(office: Office, today: IsoDate): readonly PaperRef[] {
  const { rows } = assistanceList(office, null, today);
  if (rows.length === 0) return [];
  const visited = rows.filter((row) => row.lastVisitOn !== null);
  return [
    { paper: 'helperList' },
    ...visited.map(({ workshopId }): PaperRef => ({ paper: 'assistanceRecord', workshopId, visitId: null })),
  ];
}

/**
 * What follows from the scorings: 推荐名单, the notices of the results, the finished texts. A 发放表 is not among
 * them: with its numbers it is made only where it is asked for (`pay --out`).
 */
function resultPapers(office: Office, today: IsoDate): readonly PaperRef[] {
  const recommended = resultRows(office, today).some((row) => row.decision?.kind === 'recommend');
  const notices = outsideEvents(office, today).filter(
    (one) => one.kind === 'resultPublicity' && one.removed === null,
  );
  const texts = writingRows(office).filter((one) => one.finishedOn !== null);
  return [
    ...(recommended ? [{ paper: 'recommended' } as const] : []),
    ...notices.map((one): PaperRef => ({ paper: 'resultNotice', eventId: one.id })),
    ...texts.map((one): PaperRef => ({ paper: 'writing', writingId: one.id })),
  ];
}

/** Every paper the records call for as they stand. */
function allPapers(office: Office, { act }: Pick<Workspace, 'act'>): readonly PaperRef[] {
  const applicants = workshopRows(office, act.today).map((row) => row.workshopId);
  const forms = [null, ...applicants].flatMap((workshopId): readonly PaperRef[] => [
    { paper: 'application', workshopId },
    { paper: 'promise', workshopId },
  ]);
  const { left, joined } = rosterChanges(office, act.today);
  const hasChanges = left.length + joined.length > 0;
  const plans = planRows(office, act.today);
  const revisions = plans.flatMap(({ revisionId }): readonly PaperRef[] =>
    revisionId === null ? [] : [{ paper: 'plan', revisionId }],
  );
  return [
    ...forms,
    ...applicants.map((workshopId): PaperRef => ({ paper: 'qualification', workshopId })),
    { paper: 'selectionReport' },
    ...publicities(office, act.today).flatMap((one): readonly PaperRef[] => [
      { paper: 'selectionNotice', publicityId: one.id },
      ...(one.state === 'closed' ? [{ paper: 'publicityReport', publicityId: one.id } as const] : []),
    ]),
    ...(hasChanges ? [{ paper: 'rosterChanges' } as const] : []),
    ...rosters(office).map((one): PaperRef => ({ paper: 'roster', rosterId: one.id })),
    ...revisions,
    ...(revisions.length > 0 ? [{ paper: 'planLedger' } as const] : []),
    ...scoreSheets(office, applicants),
    ...assistancePapers(office, act.today),
    ...(plans.length > 0 ? [{ paper: 'inspectionSummary' } as const] : []),
    ...resultPapers(office, act.today),
    ...plans
      .filter((one) => one.works !== null)
      .map(({ workshopId }): PaperRef => ({ paper: 'taskClosure', workshopId })),
    ...meetings(office).map((one): PaperRef => ({ paper: 'meetingMinutes', meetingId: one.id })),
    ...(duties(office).length > 0 ? [{ paper: 'dutyTable' } as const] : []),
  ];
}

/** One reason for everything published that merely looks like a private number. */
function explainAll(refs: readonly PaperRef[], reason: string, { office, act }: Workspace): Result<void> {
  for (const ref of refs) {
    const explained = explainPaper(office, ref, reason, act);
    if (!explained.ok) return explained;
  }
  return ok(undefined);
}

async function documents(out: string, reason: string, workspace: Workspace): Promise<Outcome> {
  const { office, act, tools } = workspace;
  const folder = await guardFiles(out, () => mkdir(out, { recursive: true }));
  if (!folder.ok) return refusedWith(folder.problems);
  const refs = allPapers(office, { act });
  const explained = explainAll(refs.filter(isPublished), reason, workspace);
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
