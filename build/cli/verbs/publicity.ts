import { mkdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { guardFiles } from '../../../db/disk/fileProblems.ts';
import type { PublicityView } from '../../../db/model/contract/publicity.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import { ObjectionId } from '../../../db/model/ids.ts';
import { ok, problem, type Result, refuse } from '../../../db/model/problems.ts';
import { ObjectionOutcome } from '../../../db/model/terms.ts';
import { addObjection } from '../../../db/publicity/objections.ts';
import { cancelPublicity, recordPosting, restorePublicity } from '../../../db/publicity/publicity.ts';
import { publicities } from '../../../db/publicity/publicityViews.ts';
import { rosters, undoRoster } from '../../../db/publicity/rosters.ts';
import { discardObjection, reopenObjection, settleObjection } from '../../../db/publicity/settlements.ts';
import { saveOfficePapers } from '../../../reports/office/papers.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { verb, type Workspace } from '../workspace.ts';

const NONE = refuse(problem('publicity.none', '没有这样的公示'));

/** The newest notice that fits. */
function newest(
  { office, act }: Workspace,
  fits: (one: PublicityView) => boolean = (one) => one.state !== 'cancelled',
): Result<PublicityView> {
  const found = publicities(office, act.today).find(fits);
  return found ? ok(found) : NONE;
}

const outcomeOf = (result: Result<unknown>, data: Outcome['data'], line: string): Outcome =>
  result.ok ? done(data, line) : refusedWith(result.problems);

const ObjectOptions = z.object({
  workshop: z.string().optional(),
  on: IsoDate.optional(),
  content: z.string().min(1).max(1000),
  objectorFile: z.string().optional(),
});

/** Who objected comes from a file: a command line is read by others and kept in histories. */
async function objectorFrom(file: string | undefined): Promise<Result<string>> {
  if (file === undefined) return ok('');
  const read = await guardFiles(file, () => readFile(file, 'utf8'));
  return read.ok ? ok(read.value.trim().slice(0, 60)) : read;
}

async function object(options: z.infer<typeof ObjectOptions>, workspace: Workspace): Promise<Outcome> {
  const { office, act } = workspace;
  const notice = newest(workspace, (one) => one.state !== 'cancelled' && one.rosterId === null);
  if (!notice.ok) return refusedWith(notice.problems);
  const { workshop, content } = options;
  const entry = notice.value.entries.find((one) => one.name === workshop);
  if (workshop !== undefined && !entry) {
    return refusedWith([problem('objection.workshop', `“${workshop}”不在该公示名单上`, { found: workshop })]);
  }
  const objector = await objectorFrom(options.objectorFile);
  if (!objector.ok) return refusedWith(objector.problems);
  const added = addObjection(
    office,
    {
      publicityId: notice.value.id,
      workshopId: entry?.workshopId ?? null,
      receivedOn: options.on ?? act.today,
      objector: objector.value,
      content,
    },
    act,
  );
  return added.ok ? done({ objectionId: added.value }, '已登记异议。') : refusedWith(added.problems);
}

const SettleOptions = z.object({
  id: ObjectionId.optional(),
  outcome: ObjectionOutcome.optional(),
  handling: z.string().max(300).default(''),
  on: IsoDate.optional(),
  reopen: z.boolean().default(false),
  discard: z.boolean().default(false),
});

function settle(options: z.infer<typeof SettleOptions>, { office, act }: Workspace): Outcome {
  const { reopen, discard, outcome, handling } = options;
  const all = publicities(office, act.today).flatMap((one) => one.objections);
  const fitting = all.filter((one) => (one.outcome === null) !== reopen);
  const found = options.id ? all.find((one) => one.id === options.id) : fitting.at(-1);
  if (!found) return refusedWith([problem('objection.none', '没有这样的异议')]);
  if (handling === '') return refusedWith([problem('option.handling', '请用 --handling 写明处理情况或原因')]);
  const { id } = found;
  if (reopen) return outcomeOf(reopenObjection(office, id, handling, act), { id }, '已撤回处理结果。');
  if (discard)
    return outcomeOf(discardObjection(office, id, handling, act), { id }, '已将误登的异议移入回收站。');
  if (!outcome) return refusedWith([problem('option.outcome', '请用 --outcome 写明处理结果')]);
  const settledOn = options.on ?? act.today;
  const settled = settleObjection(office, { objectionId: id, outcome, handling, settledOn }, act);
  return outcomeOf(settled, { id, outcome }, '已登记处理结果。');
}

function posted(options: { readonly by: string; readonly note: string }, workspace: Workspace): Outcome {
  const notice = newest(workspace);
  if (!notice.ok) return refusedWith(notice.problems);
  const input = { publicityId: notice.value.id, postedBy: options.by, postedNote: options.note };
  return outcomeOf(
    recordPosting(workspace.office, input, workspace.act),
    { by: options.by },
    '已登记发布情况。',
  );
}

function cancel(options: { readonly reason: string; readonly undo: boolean }, workspace: Workspace): Outcome {
  const { office, act } = workspace;
  const { reason, undo } = options;
  const notice = newest(workspace, (one) => (one.state === 'cancelled') === undo);
  if (!notice.ok) return refusedWith(notice.problems);
  const { id } = notice.value;
  const result = undo ? restorePublicity(office, id, reason, act) : cancelPublicity(office, id, reason, act);
  return outcomeOf(result, { publicityId: id }, undo ? '已恢复公示。' : '已撤销公示。');
}

function undoNewestRoster(reason: string, { office, act }: Workspace): Outcome {
  const [roster] = rosters(office);
  if (!roster) return refusedWith([problem('roster.none', '还没有确定创建名单')]);
  return outcomeOf(undoRoster(office, roster.id, reason, act), { rosterId: roster.id }, '已撤销确定名单。');
}

async function report(out: string, workspace: Workspace): Promise<Outcome> {
  const notice = newest(workspace);
  if (!notice.ok) return refusedWith(notice.problems);
  const folder = await guardFiles(out, () => mkdir(out, { recursive: true }));
  if (!folder.ok) return refusedWith(folder.problems);
  const files: string[] = [];
  for (const format of ['pdf', 'docx'] as const) {
    const ref = { paper: 'publicityReport', publicityId: notice.value.id } as const;
    const saving = saveOfficePapers(workspace.office, [ref], format, out, workspace.tools);
    let step = await saving.next();
    while (!step.done) step = await saving.next();
    if (step.value.problems.length > 0) return refusedWith(step.value.problems);
    files.push(...step.value.files.map((file) => basename(file)));
  }
  return done({ out, files }, '已生成公示情况说明：', ...files);
}

const Reason = z.string().trim().min(1);

export function registerPublicityVerbs(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('posted', '登记最近一次公示的发布情况')
      .requiredOption('--by <NAME>', '发布人')
      .option('--note <TEXT>', '发布方式')
      .addHelpText('after', '\nJSON 输出：{ by }'),
    options: z.object({ by: z.string().min(1).max(40), note: z.string().max(300).default('') }),
    run: posted,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('object', '登记公示异议')
      .option('--workshop <NAME>', '针对的小作坊；不填为名单整体')
      .requiredOption('--content <TEXT>', '异议内容')
      .option('--on <DATE>', '收到日期，默认为办理日期')
      .option('--objector-file <FILE>', '写有异议人姓名的文件；匿名时不用')
      .addHelpText('after', '\nJSON 输出：{ objectionId }'),
    options: ObjectOptions,
    run: object,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('settle', '登记异议处理结果；--reopen 撤回结果，--discard 将误登的移入回收站')
      .option('--id <ID>', '异议编号；不填为最近一件')
      .option('--outcome <OUTCOME>', 'upheld（成立）、rejected（不成立）或 withdrawn（异议人撤回）')
      .option('--handling <TEXT>', '核查处理情况，或撤回、删除的原因')
      .option('--on <DATE>', '处理日期，默认为办理日期')
      .option('--reopen', '撤回处理结果')
      .option('--discard', '将误登的异议移入回收站')
      .addHelpText('after', '\nJSON 输出：{ id, outcome }'),
    options: SettleOptions,
    run: settle,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('cancel-publicity', '撤销公示，或用 --undo 恢复最近撤销的公示')
      .requiredOption('--reason <TEXT>', '原因')
      .option('--undo', '恢复')
      .addHelpText('after', '\nJSON 输出：{ publicityId }'),
    options: z.object({ reason: Reason, undo: z.boolean().default(false) }),
    run: cancel,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('undo-roster', '撤销最近一次确定的创建名单')
      .requiredOption('--reason <TEXT>', '原因')
      .addHelpText('after', '\nJSON 输出：{ rosterId }'),
    options: z.object({ reason: Reason }),
    run: ({ reason }, workspace) => undoNewestRoster(reason, workspace),
  });
  registerOfficeVerb(program, deliver, {
    command: verb('publicity-report', '生成公示情况说明（PDF、Word）')
      .requiredOption('--out <DIR>', '存放位置')
      .addHelpText('after', '\nJSON 输出：{ out, files }'),
    options: z.object({ out: z.string() }),
    run: ({ out }, workspace) => report(out, workspace),
  });
}
