import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { assistanceList } from '../../../db/assistance.ts';
import { duties } from '../../../db/duties.ts';
import { guardFiles } from '../../../db/fileProblems.ts';
import { inspectionRows } from '../../../db/inspections.ts';
import { meetings } from '../../../db/meetings.ts';
import { formatCode } from '../../../db/model/checkCode.ts';
import type { PaperRef } from '../../../db/model/contract/papers.ts';
import type { IsoDate } from '../../../db/model/dates.ts';
import type { WorkshopId } from '../../../db/model/ids.ts';
import { describeBagFault } from '../../../db/model/package.ts';
import { PAPER_FORMATS, type PaperFormat } from '../../../db/model/papers.ts';
import { STAGES } from '../../../db/model/stage.ts';
import { SUBMISSION_KINDS, type SubmissionKind } from '../../../db/model/terms.ts';
import type { Office } from '../../../db/office.ts';
import { planRows } from '../../../db/plans.ts';
import { publicities } from '../../../db/publicity.ts';
import { rosterChanges } from '../../../db/rosterChanges.ts';
import { rosters } from '../../../db/rosters.ts';
import { submissions } from '../../../db/submissions.ts';
import { workshopRows } from '../../../db/workshops.ts';
import { precheckPackage, writeOfficePackage } from '../../../reports/officePackages.ts';
import { saveOfficePapers } from '../../../reports/officePapers.ts';
import { verifyPackage } from '../../../reports/package/verify.ts';
import { done, foundFaulty, type Outcome, refusedWith, sentences } from '../outcome.ts';
import { type Deliver, registerOfficeVerb, registerVerb } from '../register.ts';
import { commandOf, VERSION, verb, type Workspace } from '../workspace.ts';

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

/** The year's 评分表 blank, and every finished self-check. */
function scoreSheets(office: Office, workshopIds: readonly WorkshopId[]): readonly PaperRef[] {
  const sheet = { paper: 'scoreSheet', tableId: null, level: 'self' } as const;
  const filled = workshopIds.flatMap((workshopId) =>
    inspectionRows(office, workshopId, 'self')
      .filter((row) => row.finished && !row.removed)
      .map((row) => ({ ...sheet, workshopId, inspectionId: row.id })),
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
    ...plans
      .filter((one) => one.works !== null)
      .map(({ workshopId }): PaperRef => ({ paper: 'taskClosure', workshopId })),
    ...meetings(office).map((one): PaperRef => ({ paper: 'meetingMinutes', meetingId: one.id })),
    ...(duties(office).length > 0 ? [{ paper: 'dutyTable' } as const] : []),
  ];
}

async function documents(out: string, { office, act, tools }: Workspace): Promise<Outcome> {
  const folder = await guardFiles(out, () => mkdir(out, { recursive: true }));
  if (!folder.ok) return refusedWith(folder.problems);
  const refs = allPapers(office, { act });
  const files: string[] = [];
  for (const format of ['pdf', 'docx', 'xlsx'] as const satisfies readonly PaperFormat[]) {
    const made = refs.filter((ref) => PAPER_FORMATS[ref.paper].includes(format));
    const saving = saveOfficePapers(office, made, format, out, tools);
    let step = await saving.next();
    while (!step.done) step = await saving.next();
    if (step.value.problems.length > 0) return refusedWith(step.value.problems);
    files.push(...step.value.files.map((file) => basename(file)));
  }
  return done({ out, files }, `已生成${files.length}份文件：`, ...files);
}

const Kind = z
  .enum([SUBMISSION_KINDS.roster, SUBMISSION_KINDS.plans])
  .transform((label): SubmissionKind => (label === SUBMISSION_KINDS.roster ? 'roster' : 'plans'));

const PackageOptions = z.object({ kind: Kind, out: z.string() });

async function makePackage(
  { kind, out }: z.infer<typeof PackageOptions>,
  { office, act, tools }: Workspace,
): Promise<Outcome> {
  const { problems } = precheckPackage(office, kind, act.today);
  const written = await writeOfficePackage(office, kind, out, act, { ...tools, programVersion: VERSION });
  if (!written.ok) return refusedWith(written.problems);
  const { folder, manifestCode, files } = written.value;
  return done(
    { folder, manifestCode: formatCode(manifestCode), files, problems },
    `已生成报送包：${folder}`,
    `清单校验码：${formatCode(manifestCode)}，共${files.length}个文件，已回读核对。`,
    ...sentences(problems),
  );
}

async function verify(folder: string): Promise<Outcome> {
  const verified = await verifyPackage(folder);
  if (!verified.ok) return refusedWith(verified.problems);
  const { faults, valid, manifestCode, ...rest } = verified.value;
  const code = manifestCode === null ? null : formatCode(manifestCode);
  const data = { ...rest, valid, manifestCode: code, faults };
  const said = faults.map(describeBagFault);
  return valid
    ? done(data, `报送包完好：${rest.folderName}，清单校验码 ${code ?? '无'}`, ...said)
    : foundFaulty(data, `报送包有问题：${rest.folderName}`, ...said);
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
      .addHelpText('after', '\nJSON 输出：{ out, files }'),
    options: z.object({ out: z.string() }),
    run: ({ out }, workspace) => documents(out, workspace),
  });
  registerOfficeVerb(program, deliver, {
    command: verb('package', '生成报送包')
      .requiredOption('--kind <KIND>', '创建名单 或 改造方案')
      .requiredOption('--out <DIR>', '存放位置（如 U 盘）')
      .addHelpText('after', '\nJSON 输出：{ folder, manifestCode, files, problems }'),
    options: PackageOptions,
    run: makePackage,
  });
  registerVerb(program, deliver, {
    command: commandOf('verify', '校验报送包')
      .argument('<DIR>', '报送包文件夹')
      .addHelpText(
        'after',
        '\nJSON 输出：{ folderName, valid, bureauName, kindLabel, year, counts, manifestCode, fileCount, faults }\n有问题时退出码为 3。',
      ),
    options: z.object({ DIR: z.string() }),
    run: ({ DIR }) => verify(DIR),
  });
}
