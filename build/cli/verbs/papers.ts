import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { assistanceList } from '../../../db/assistance/assistance.ts';
import { guardFiles } from '../../../db/disk/fileProblems.ts';
import { groupBy } from '../../../db/groupBy.ts';
import { inspectionRows } from '../../../db/inspections/inspections.ts';
import type { PaperRef } from '../../../db/model/contract/papers.ts';
import type { IsoDate } from '../../../db/model/dates.ts';
import type { WorkshopId } from '../../../db/model/ids.ts';
import { PAPER_FORMATS, PAPER_TITLES, type PaperFormat } from '../../../db/model/papers.ts';
import { ok, refuse } from '../../../db/model/problems.ts';
import { STAGES } from '../../../db/model/stage.ts';
import { INSPECTION_LEVELS, keysOf } from '../../../db/model/terms.ts';
import type { Office } from '../../../db/office.ts';
import { notePrints } from '../../../db/papers/printLog.ts';
import { yearPapers } from '../../../db/papers/printRoom.ts';
import { planRows } from '../../../db/plans/plans.ts';
import { submissions } from '../../../db/submissions/submissions.ts';
import { workshopRows } from '../../../db/workshops/workshops.ts';
import { saveOfficePapers } from '../../../reports/office/papers.ts';
import { explainPapers } from '../../../reports/office/privacyReasons.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { collect } from '../values.ts';
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

/** Which folder a paper is filed in: one for each step of the year. */
const FILED: Readonly<Partial<Record<PaperRef['paper'], string>>> = {
  meetingMinutes: '01_动员部署',
  dutyTable: '01_动员部署',
  application: '02_申请遴选',
  promise: '02_申请遴选',
  qualification: '02_申请遴选',
  selectionReport: '02_申请遴选',
  selectionNotice: '03_公示和创建名单',
  publicityReport: '03_公示和创建名单',
  roster: '03_公示和创建名单',
  rosterChanges: '03_公示和创建名单',
  plan: '04_改造方案',
  planLedger: '04_改造方案',
  taskClosure: '04_改造方案',
  assistanceRecord: '05_帮扶',
  helperList: '05_帮扶',
  scoreSheet: '06_考评验收',
  inspectionSummary: '06_考评验收',
  recommended: '07_验收结果',
  finalList: '07_验收结果',
  finalListPublic: '07_验收结果',
  resultNotice: '07_验收结果',
  writing: '08_总结和报告',
};

const filedIn = ({ paper }: PaperRef): string => FILED[paper] ?? '其他';

/** The papers of one step, in every format they have; gives their names. */
async function fileAway(dir: string, refs: readonly PaperRef[], workspace: Workspace) {
  const { office, act, tools } = workspace;
  const made = await guardFiles(dir, () => mkdir(dir, { recursive: true }));
  if (!made.ok) return made;
  const files: string[] = [];
  for (const format of ['pdf', 'docx', 'xlsx'] as const satisfies readonly PaperFormat[]) {
    const some = refs.filter((ref) => PAPER_FORMATS[ref.paper].includes(format));
    const saving = saveOfficePapers(office, some, format, dir, tools);
    let step = await saving.next();
    while (!step.done) step = await saving.next();
    if (step.value.problems.length > 0) return refuse(...step.value.problems);
    const noted = notePrints(office, step.value.saved, 'file', act);
    if (!noted.ok) return noted;
    files.push(...step.value.files.map((file) => basename(file)));
  }
  return ok(files);
}

const DocumentOptions = z.object({
  out: z.string(),
  paper: z.array(z.enum(keysOf(FILED))).optional(),
  reason: z.string().trim().max(200).default(''),
});

async function documents(
  { out, paper, reason }: z.infer<typeof DocumentOptions>,
  workspace: Workspace,
): Promise<Outcome> {
  const { office, act } = workspace;
  const refs = allPapers(office, { act }).filter((ref) => paper === undefined || paper.includes(ref.paper));
  const explained = explainPapers(office, refs, reason, act);
  if (!explained.ok) return refusedWith(explained.problems);
  const files: string[] = [];
  for (const [folder, some] of groupBy(refs, filedIn)) {
    const filed = await fileAway(join(out, folder), some, workspace);
    if (!filed.ok) return refusedWith(filed.problems);
    files.push(...filed.value.map((file) => join(folder, file)));
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
    command: verb('documents', '生成现有记录的全部文件，按工作环节分文件夹')
      .requiredOption('--out <DIR>', '存放位置')
      .option(
        '--paper <KIND>',
        `只做这种材料，可多次，默认全部：${keysOf(FILED)
          .map((kind) => `${kind} ${PAPER_TITLES[kind]}`)
          .join('、')}`,
        collect,
      )
      .option('--reason <TEXT>', '公示材料中有像是个人号码的内容、确需公开时的理由，记入操作记录')
      .addHelpText('after', '\nJSON 输出：{ out, files }'),
    options: DocumentOptions,
    run: documents,
  });
}
