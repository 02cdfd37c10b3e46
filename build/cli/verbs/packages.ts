import { basename, dirname } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { writeFileAtomic } from '../../../db/disk/files.ts';
import { formatCode } from '../../../db/model/checkCode.ts';
import { ReceiptInput } from '../../../db/model/contract/packages.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import { Month } from '../../../db/model/monthly.ts';
import { describeBagFault, type SubmissionRecord } from '../../../db/model/package.ts';
import { ok, problem, type Result, refuse } from '../../../db/model/problems.ts';
import { SUBMISSION_STATES } from '../../../db/model/submissionCalendar.ts';
import { submissionTable } from '../../../db/model/submissionTable.ts';
import { keysOf, SUBMISSION_KINDS, type SubmissionKind } from '../../../db/model/terms.ts';
import type { Office } from '../../../db/office.ts';
import {
  type Correction,
  lastPackage,
  type PackageSubject,
  recordReceipt,
  submissionRows,
  submissions,
  undoReceipt,
} from '../../../db/submissions/submissions.ts';
import { submissionWorkbook } from '../../../reports/excel/submission.ts';
import { makeXlsx } from '../../../reports/excel/xlsx.ts';
import { precheckPackage, writeOfficePackage } from '../../../reports/office/packages.ts';
import { verifyPackage } from '../../../reports/package/verify.ts';
import { done, foundFaulty, type Outcome, refusedWith, sentences } from '../outcome.ts';
import { type Deliver, registerOfficeVerb, registerVerb } from '../register.ts';
import { commandOf, VERSION, verb, type Workspace } from '../workspace.ts';

const LABELS = Object.values(SUBMISSION_KINDS);

/** A kind of 报送 by its 中文 name. */
export const SubmissionLabel = z
  .string()
  .refine((label) => LABELS.some((one) => one === label), { error: `应为 ${LABELS.join('、')} 之一` })
  .transform((label): SubmissionKind => {
    const found = keysOf(SUBMISSION_KINDS).find((kind) => SUBMISSION_KINDS[kind] === label);
    return found ?? 'roster';
  })
  .describe(LABELS.join('、'));

const PackageOptions = z.object({
  kind: SubmissionLabel,
  out: z.string(),
  month: Month.optional(),
  correct: z.string().trim().min(1).max(200).optional(),
});

/** `--correct REASON` corrects the newest package of the same thing. */
function correctionOf(
  office: Office,
  subject: PackageSubject,
  reason: string | undefined,
): Result<Correction | null> {
  if (reason === undefined) return ok(null);
  const last = lastPackage(office, subject);
  if (last) return ok({ replacesId: last.id, reason });
  return refuse(problem('package.replaces', '还没有报送过，不用更正，请去掉 --correct', { found: reason }));
}

async function makePackage(
  { kind, out, month, correct }: z.infer<typeof PackageOptions>,
  { office, act, tools }: Workspace,
): Promise<Outcome> {
  const subject = { kind, month: month ?? null };
  const correction = correctionOf(office, subject, correct);
  if (!correction.ok) return refusedWith(correction.problems);
  const { problems, changes } = precheckPackage(office, subject, act.today);
  const written = await writeOfficePackage(office, { ...subject, correction: correction.value }, out, act, {
    ...tools,
    programVersion: VERSION,
  });
  if (!written.ok) return refusedWith(written.problems);
  const { folder, manifestCode, files, passphrase } = written.value;
  return done(
    { folder, manifestCode: formatCode(manifestCode), files, changes, passphrase, problems },
    `已生成报送包：${folder}`,
    `清单校验码：${formatCode(manifestCode)}，共${files.length}个文件，已回读核对。`,
    ...(passphrase === null
      ? []
      : [`压缩包口令（只显示这一次，请抄下另行送达，不要与U盘放在一起）：${passphrase}`]),
    ...sentences(problems),
  );
}

function calendar({ office, act }: Workspace): Outcome {
  const rows = submissionRows(office, act.today).map((row) => ({
    ...row,
    stateLabel: SUBMISSION_STATES[row.state],
  }));
  const lines = rows.map(
    (row) => `${row.workingDueOn}\t${row.stateLabel}\t${row.label}\t${row.last?.folderName ?? ''}`,
  );
  return done({ calendar: rows }, ...lines);
}

const ReceiptOptions = z.object({
  package: z.string(),
  on: IsoDate.optional(),
  by: z.string().optional(),
  note: z.string().default(''),
  undo: z.boolean().default(false),
});

function receipt(options: z.infer<typeof ReceiptOptions>, { office, act }: Workspace): Outcome {
  const found = submissions(office).find((one) => one.folderName === basename(options.package));
  if (!found) {
    return refusedWith([
      problem('submission.unknown', `没有登记过报送包“${options.package}”`, {
        field: 'package',
        found: options.package,
      }),
    ]);
  }
  if (options.undo) {
    const undone = undoReceipt(office, found.id, act);
    return undone.ok
      ? done({ folderName: found.folderName, receipt: null }, `已撤销回执：${found.folderName}`)
      : refusedWith(undone.problems);
  }
  const given = ReceiptInput.safeParse({
    receivedOn: options.on ?? act.today,
    receivedBy: options.by ?? '',
    note: options.note,
  });
  if (!given.success) {
    return refusedWith([problem('receipt.by', '请用 --by 写明接收人', { field: 'by' })]);
  }
  const recorded = recordReceipt(office, found.id, given.data, act);
  return recorded.ok
    ? done({ folderName: found.folderName, receipt: given.data }, `已登记回执：${found.folderName}`)
    : refusedWith(recorded.problems);
}

async function saveTable(submission: SubmissionRecord | null, file: string): Promise<Result<void>> {
  if (submission === null) {
    return refuse(
      problem('package.noTable', '报送包里没有可读的 submission.json，不能导出数据表', { field: 'table' }),
    );
  }
  const bytes = await makeXlsx(submissionWorkbook(submission));
  return writeFileAtomic(file, bytes);
}

async function verify(folder: string, table: string | undefined): Promise<Outcome> {
  const verified = await verifyPackage(folder);
  if (!verified.ok) return refusedWith(verified.problems);
  const { faults, valid, manifestCode, submission, ...rest } = verified.value;
  if (table !== undefined) {
    const saved = await saveTable(submission, table);
    if (!saved.ok) return refusedWith(saved.problems);
  }
  const code = manifestCode === null ? null : formatCode(manifestCode);
  const rows = submission === null ? null : submissionTable(submission).rows.length;
  const data = { ...rest, valid, manifestCode: code, faults, submission, table: table ?? null };
  const said = [
    `报送单位：${rest.bureauName ?? '不明'}，类别：${rest.kindLabel ?? '不明'}，记录${rows ?? 0}条`,
    ...(submission?.replaces
      ? [`更正：替换“${submission.replaces.folderName}”，原因：${submission.replaces.reason}`]
      : []),
    ...faults.map(describeBagFault),
    ...(table === undefined ? [] : [`数据表已存为：${dirname(table)}/${basename(table)}`]),
  ];
  return valid
    ? done(data, `报送包完好：${rest.folderName}，清单校验码 ${code ?? '无'}`, ...said)
    : foundFaulty(data, `报送包有问题：${rest.folderName}`, ...said);
}

export function registerPackageVerbs(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('package', '生成报送包')
      .requiredOption('--kind <KIND>', LABELS.join('、'))
      .requiredOption('--out <DIR>', '存放位置（如 U 盘）')
      .option('--month <MONTH>', '进展月报的月份，YYYY-MM')
      .option('--correct <REASON>', '更正最近一次报送，写明原因')
      .addHelpText(
        'after',
        '\nJSON 输出：{ folder, manifestCode, files, changes: { added, removed, altered } | null, passphrase, problems }\npassphrase 是收款信息压缩包的口令，只输出这一次，程序不保存。',
      ),
    options: PackageOptions,
    run: makePackage,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('calendar', '列出全年报送事项、期限和状态').addHelpText(
      'after',
      '\nJSON 输出：{ calendar: [{ key, kind, month, label, dueOn, workingDueOn, state, stateLabel, daysLeft, sentLate, last }] }',
    ),
    options: z.object({}),
    run: (_options, workspace) => calendar(workspace),
  });
  registerOfficeVerb(program, deliver, {
    command: verb('receipt', '登记或撤销报送回执')
      .requiredOption('--package <FOLDER>', '报送包文件夹的名称')
      .option('--on <DATE>', '接收日期，YYYY-MM-DD，默认为办理日期')
      .option('--by <NAME>', '接收人')
      .option('--note <TEXT>', '备注')
      .option('--undo', '撤销已登记的回执')
      .addHelpText('after', '\nJSON 输出：{ folderName, receipt: { receivedOn, receivedBy, note } | null }'),
    options: ReceiptOptions,
    run: receipt,
  });
  registerVerb(program, deliver, {
    command: commandOf('verify', '校验报送包（本单位或其他单位的）')
      .argument('<DIR>', '报送包文件夹')
      .option('--table <FILE.xlsx>', '把报送包里的数据另存为 Excel 表')
      .addHelpText(
        'after',
        '\nJSON 输出：{ folderName, valid, isOurs, bureauName, kindLabel, year, counts, manifestCode, fileCount, faults, submission, table }\n有问题时退出码为 3。',
      ),
    options: z.object({ DIR: z.string(), table: z.string().optional() }),
    run: ({ DIR, table }) => verify(DIR, table),
  });
}
