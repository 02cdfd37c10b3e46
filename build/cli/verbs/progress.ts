import type { Command } from 'commander';
import { z } from 'zod';
import { writeFileAtomic } from '../../../db/disk/files.ts';
import { readWorkbook } from '../../../db/import/index.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import { readMoney } from '../../../db/model/import/cells.ts';
import { WORK_COLUMNS } from '../../../db/model/import/works.ts';
import { Fen } from '../../../db/model/money.ts';
import { ok, problem, type Result, refuse } from '../../../db/model/problems.ts';
import { clearProgress, saveProgress } from '../../../db/works/works.ts';
import { importWorks, openTasks, previewWorks, shownWorks } from '../../../db/works/worksImport.ts';
import { worksTemplate } from '../../../reports/excel/worksTemplate.ts';
import { done, type Outcome, refusedWith, sentences } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { verb, type Workspace } from '../workspace.ts';
import { reasonMissing, taskNamed, worksNamed } from './worksTargets.ts';

const percent = z.coerce.number().int().min(0).max(100);

const ProgressOptions = z.object({
  name: z.string().optional(),
  task: z.string().optional(),
  FILE: z.string().optional(),
  template: z.string().optional(),
  percent: percent.optional(),
  own: z.string().optional(),
  other: z.string().optional(),
  finished: IsoDate.optional(),
  note: z.string().optional(),
  undo: z.boolean().default(false),
  reason: z.string().trim().default(''),
});
type ProgressOptions = z.infer<typeof ProgressOptions>;

function money(text: string | undefined, option: string): Result<Fen | undefined> {
  if (text === undefined) return ok(undefined);
  const reading = readMoney({ kind: 'text', text }, { date1904: false, unit: '元' });
  if (reading.ok) return ok(Fen.parse(reading.value));
  const { said, expected } = reading.fault;
  return refuse(
    problem('option.money', `${option}“${text}”${said}，应${expected ?? '为金额'}`, { found: text }),
  );
}

function progressOfTask(options: ProgressOptions, workspace: Workspace): Outcome {
  const { office, act } = workspace;
  const works = worksNamed(options.name, workspace);
  if (!works.ok) return refusedWith(works.problems);
  const task = taskNamed(works.value, options.task);
  if (!task.ok) return refusedWith(task.problems);
  const planId = works.value.plan.id;
  const { line, work, measure } = task.value;
  if (options.undo) {
    if (options.reason === '') return refusedWith([reasonMissing()]);
    const cleared = clearProgress(office, planId, line, options.reason, act);
    return cleared.ok
      ? done({ task: measure, cleared: true }, `已撤销“${measure}”的进度。`)
      : refusedWith(cleared.problems);
  }
  const own = money(options.own, '--own');
  if (!own.ok) return refusedWith(own.problems);
  const other = money(options.other, '--other');
  if (!other.ok) return refusedWith(other.problems);
  const progress = {
    line,
    progressPercent: options.percent ?? (options.finished ? 100 : work.progressPercent),
    costOwn: own.value ?? work.costOwn,
    costOther: other.value ?? work.costOther,
    finishedOn: options.finished ?? work.finishedOn,
    note: options.note ?? work.note,
  };
  const saved = saveProgress(office, planId, [progress], act);
  if (!saved.ok) return refusedWith(saved.problems);
  return done({ task: measure, ...progress }, `已登记“${measure}”：进度${progress.progressPercent}%。`);
}

async function importProgress(file: string, { office, act }: Workspace): Promise<Outcome> {
  const workbook = await readWorkbook(file);
  if (!workbook.ok) return refusedWith(workbook.problems);
  const preview = previewWorks(office, workbook.value, act.today);
  const imported = importWorks(office, preview, act);
  if (!imported.ok) return refusedWith(imported.problems);
  return done(
    { imported: imported.value, tasks: shownWorks(preview), problems: preview.problems },
    `已导入${imported.value}项任务的进度。`,
    ...sentences(preview.problems),
  );
}

async function writeTemplate(out: string, { office, act }: Workspace): Promise<Outcome> {
  const tasks = openTasks(office, act.today);
  const written = await writeFileAtomic(out, await worksTemplate(tasks, new Date(act.at)));
  if (!written.ok) return refusedWith(written.problems);
  return done({ template: out, tasks: tasks.length }, `已写出导入模板：${out}，列有${tasks.length}项任务。`);
}

function progress(options: ProgressOptions, workspace: Workspace): Outcome | Promise<Outcome> {
  if (options.template !== undefined) return writeTemplate(options.template, workspace);
  return options.FILE === undefined
    ? progressOfTask(options, workspace)
    : importProgress(options.FILE, workspace);
}

export function registerProgressVerb(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('progress', '登记改造进度：导入表格，或逐项登记')
      .argument('[FILE]', 'Excel 工作簿（.xlsx）')
      .option('--template <OUT>', '写出导入模板，列出未销号的任务')
      .option('--name <NAME>', '小作坊名称')
      .option('--task <TASK>', '改造任务的文字或序号')
      .option('--percent <N>', '进度，0 至 100')
      .option('--own <YUAN>', '业主自筹实际投入，元')
      .option('--other <YUAN>', '其他资金实际投入，元')
      .option('--finished <DATE>', '完成日期；未写进度时进度记为 100')
      .option('--note <TEXT>', '备注')
      .option('--undo', '撤销这项任务的进度登记')
      .option('--reason <TEXT>', '撤销的原因')
      .addHelpText(
        'after',
        `\n列：${Object.values(WORK_COLUMNS).join('、')}；一行一项任务，空白单元格保持原有记录。\nJSON 输出：导入 { imported, tasks, problems }；逐项 { task, progressPercent, costOwn, costOther, finishedOn, note }；模板 { template, tasks }`,
      ),
    options: ProgressOptions,
    run: progress,
  });
}
