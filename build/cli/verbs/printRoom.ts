import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { guardFiles } from '../../../db/disk/fileProblems.ts';
import { writeFileAtomic } from '../../../db/disk/files.ts';
import type { WorkshopRow } from '../../../db/model/contract/workshops.ts';
import { PRINT_MEANS, PrintSettings, WORKSHOP_SHEETS, WorkshopSheet } from '../../../db/model/printing.ts';
import { ok, problem, type Result, refuse } from '../../../db/model/problems.ts';
import { noteArchive, notePrints, printLog } from '../../../db/papers/printLog.ts';
import { printOptions } from '../../../db/papers/printRoom.ts';
import { workshopRows } from '../../../db/workshops/workshops.ts';
import { fontSources } from '../../../reports/office/faces.ts';
import type { PrintTools } from '../../../reports/office/printing.ts';
import { repoResources } from '../../resources.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { collect } from '../values.ts';
import { verb, type Workspace } from '../workspace.ts';

/** What joins files is loaded when something is joined: most verbs join nothing. */
async function printTools({ office, tools }: Workspace): Promise<PrintTools> {
  const { bindArchive } = await import('../../../reports/bundle/bindArchive.ts');
  const { collate } = await import('../../../reports/bundle/collate.ts');
  return {
    ...tools,
    binder: {
      collate,
      archive: (request) =>
        bindArchive({ ...request, environment: fontSources(office, repoResources().fontsDir) }),
    },
  };
}

function workshopsNamed(
  { office, act }: Workspace,
  names: readonly string[],
): Result<readonly WorkshopRow[]> {
  const rows = workshopRows(office, act.today);
  const missing = names.filter((name) => !rows.some((row) => row.name === name));
  if (missing.length === 0) return ok(rows.filter((row) => names.length === 0 || names.includes(row.name)));
  return refuse(
    ...missing.map((name) => problem('name.unknown', `本年度没有小作坊“${name}”`, { found: name })),
  );
}

const PrintOptions = PrintSettings.omit({ sheets: true, copies: true }).extend({
  out: z.string(),
  name: z.array(z.string()).default([]),
  sheet: z.array(WorkshopSheet).default([]),
  yearPapers: z.boolean().default(false),
  reason: z.string().trim().max(200).default(''),
  copies: z.coerce.number().pipe(PrintSettings.shape.copies),
});

async function print(options: z.infer<typeof PrintOptions>, workspace: Workspace): Promise<Outcome> {
  const { office, act } = workspace;
  const { out, name, sheet, yearPapers, reason, ...settings } = options;
  const chosen = workshopsNamed(workspace, name);
  if (!chosen.ok) return refusedWith(chosen.problems);
  const { makeBundle } = await import('../../../reports/office/printing.ts');
  const { explainPapers } = await import('../../../reports/office/privacyReasons.ts');
  const request = {
    ...settings,
    sheets: sheet,
    workshopIds: sheet.length === 0 ? [] : chosen.value.map((row) => row.workshopId),
    officePapers: yearPapers ? printOptions(office, act.today).officePapers.map((one) => one.ref) : [],
  };
  const explained = reason === '' ? ok(undefined) : explainPapers(office, request.officePapers, reason, act);
  if (!explained.ok) return refusedWith(explained.problems);
  const made = await makeBundle(office, request, await printTools(workspace));
  if (!made.ok) return refusedWith(made.problems);
  const written = await writeFileAtomic(out, made.value.bytes);
  if (!written.ok) return refusedWith(written.problems);
  const { papers, pages, blanks, problems } = made.value;
  const noted = notePrints(office, papers, 'file', act);
  if (!noted.ok) return refusedWith(noted.problems);
  return done(
    { out, papers: papers.length, pages, blanks, problems },
    `已生成${basename(out)}：${papers.length}份材料，共${pages}页（其中空白背面${blanks}页）`,
    ...problems.map((one) => one.message),
  );
}

const ArchiveOptions = z.object({
  out: z.string(),
  name: z.string(),
  withoutPrivate: z.boolean().default(false),
  duplex: z.boolean().default(false),
});

async function archive(options: z.infer<typeof ArchiveOptions>, workspace: Workspace): Promise<Outcome> {
  const { office, act } = workspace;
  const { out, name, withoutPrivate, duplex } = options;
  const found = workshopsNamed(workspace, [name]);
  if (!found.ok) return refusedWith(found.problems);
  const [row, another] = found.value;
  if (!row || another) {
    return refusedWith([
      problem('name.ambiguous', `本年度有不止一家小作坊叫“${name}”，请在窗口中办理`, { found: name }),
    ]);
  }
  const { makeArchive, saveArchive } = await import('../../../reports/office/archive.ts');
  const { workshopId } = row;
  const which = { workshopId, withPrivate: !withoutPrivate, duplex };
  const made = await makeArchive(office, which, await printTools(workspace));
  if (!made.ok) return refusedWith(made.problems);
  const folder = await guardFiles(out, () => mkdir(out, { recursive: true }));
  if (!folder.ok) return refusedWith(folder.problems);
  const saved = await saveArchive(made.value, out);
  if (!saved.ok) return refusedWith(saved.problems);
  const { pages } = made.value.bound;
  const noted = noteArchive(office, { workshopId, title: made.value.name, pages }, 'file', act);
  if (!noted.ok) return refusedWith(noted.problems);
  const { path, files } = saved.value;
  const items = made.value.items.map(({ item }) => item.title);
  return done(
    { path, files, pages, items },
    `已生成${basename(path)}：${files}个文件，全卷${pages}页`,
    ...items,
  );
}

function log(name: string, workspace: Workspace): Outcome {
  const found = workshopsNamed(workspace, [name]);
  if (!found.ok) return refusedWith(found.problems);
  const rows = found.value.flatMap(({ workshopId }) => printLog(workspace.office, { workshopId }));
  const lines = rows.map((row) => [row.at, row.staffName, PRINT_MEANS[row.means], row.title].join('\t'));
  return done({ rows }, `打印记录共${rows.length}条`, ...lines);
}

export function registerPrintRoomVerbs(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('print', '把多家小作坊的多份材料合成一个待打印的 PDF')
      .requiredOption('--out <FILE>', '生成的 PDF')
      .option('--name <NAME>', '小作坊名称，可多次；不写则为本年度全部', collect)
      .option(
        '--sheet <KIND>',
        `材料，可多次：${Object.entries(WORKSHOP_SHEETS)
          .map(([key, label]) => `${key} ${label}`)
          .join('、')}`,
        collect,
      )
      .option('--year-papers', '加上全年材料')
      .option('--order <ORDER>', 'byWorkshop 按小作坊、byPaper 按材料', 'byWorkshop')
      .option('--reason <TEXT>', '公示材料中有像是个人号码的内容、确需公开时的理由，记入操作记录')
      .option('--duplex', '双面打印：每份材料从正面开始，需要时补空白页', false)
      .option('--copies <N>', '份数', '1')
      .option('--copy-order <ORDER>', 'sets 整套重复、each 每份材料连打', 'sets')
      .addHelpText('after', '\nJSON 输出：{ out, papers, pages, blanks, problems }'),
    options: PrintOptions,
    run: print,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('archive', '一坊一档：把一家小作坊本年度的全部材料装订成卷')
      .requiredOption('--name <NAME>', '小作坊名称')
      .requiredOption('--out <DIR>', '存放位置')
      .option('--without-private', '不收入含个人信息的材料')
      .option('--duplex', '按双面打印编排')
      .addHelpText('after', '\nJSON 输出：{ path, files, pages, items }'),
    options: ArchiveOptions,
    run: archive,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('print-log', '一家小作坊的打印记录')
      .requiredOption('--name <NAME>', '小作坊名称')
      .addHelpText('after', '\nJSON 输出：{ rows: [{ id, at, staffName, title, checkCode, pages, means }] }'),
    options: z.object({ name: z.string() }),
    run: ({ name }, workspace) => log(name, workspace),
  });
}
