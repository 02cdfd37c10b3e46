import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { attachmentFile, readPicked } from '../../../db/attachments/attachmentFiles.ts';
import { addAttachment, attachments } from '../../../db/attachments/attachmentRecords.ts';
import { guardFiles } from '../../../db/disk/fileProblems.ts';
import { writeFileAtomic } from '../../../db/disk/files.ts';
import {
  ATTACHMENT_ROLES,
  AttachmentRole,
  AttachmentSubject,
  attachmentSubject,
} from '../../../db/model/attachments.ts';
import type { AttachmentView } from '../../../db/model/contract/attachments.ts';
import { ok, type Problem, problem, type Result, refuse } from '../../../db/model/problems.ts';
import type { Office } from '../../../db/office.ts';
import { shrinkHere } from '../../../db/pictures/shrink.ts';
import { workshopRows } from '../../../db/workshops/workshops.ts';
import { freeName } from '../../../reports/office/papers.ts';
import { done, foundFaulty, type Outcome, refusedWith, sentences } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { verb, type Workspace } from '../workspace.ts';
import { taskNamed, worksNamed } from './worksTargets.ts';

const Which = z.object({ subject: AttachmentSubject.optional(), name: z.string().optional() });

const AttachOptions = Which.extend({
  FILES: z.array(z.string()).min(1),
  task: z.string().optional(),
  role: AttachmentRole.default(''),
});

/** The task of the named workshop's plan. */
function taskSubject(
  name: string | undefined,
  task: string,
  workspace: Workspace,
): Result<AttachmentSubject> {
  const works = worksNamed(name, workspace);
  if (!works.ok) return works;
  const found = taskNamed(works.value, task);
  return found.ok ? ok(attachmentSubject('task', works.value.plan.id, found.value.line)) : found;
}

/** The subject given, or a task or the application of the workshop named. */
function subjectOf(
  { subject, name, task }: z.infer<typeof AttachOptions>,
  workspace: Workspace,
): Result<AttachmentSubject> {
  const { office, act } = workspace;
  if (subject !== undefined) return ok(subject);
  if (task !== undefined) return taskSubject(name, task, workspace);
  const row = workshopRows(office, act.today).find((one) => one.name === name);
  if (row) return ok(attachmentSubject('application', row.applicationId));
  if (name === undefined) return refuse(problem('option.which', '请用 --name 或 --subject 说明附件属于谁'));
  return refuse(problem('name.unknown', `没有找到“${name}”`, { found: name }));
}

async function attach(options: z.infer<typeof AttachOptions>, workspace: Workspace): Promise<Outcome> {
  const { office, act } = workspace;
  const subject = subjectOf(options, workspace);
  if (!subject.ok) return refusedWith(subject.problems);
  const added: AttachmentView[] = [];
  const problems: Problem[] = [];
  for (const path of options.FILES) {
    const picked = await readPicked(path);
    const result = picked.ok
      ? await addAttachment(
          office,
          { subject: subject.value, role: options.role, ...picked.value },
          act,
          shrinkHere,
        )
      : picked;
    if (result.ok) added.push(result.value.attachment);
    else problems.push(...result.problems);
  }
  if (added.length === 0) return refusedWith(problems);
  const finish = problems.length === 0 ? done : foundFaulty;
  return finish({ added, problems }, `已添加${added.length}个附件。`, ...sentences(problems));
}

const ListOptions = Which.extend({ out: z.string().optional() });

function chosen(
  { subject, name }: z.infer<typeof ListOptions>,
  { office, act }: Workspace,
): Result<readonly AttachmentView[]> {
  if (subject !== undefined) return ok(attachments(office, { subject }));
  const rows = workshopRows(office, act.today).filter((row) => name === undefined || row.name === name);
  if (rows.length === 0 && name !== undefined) {
    return refuse(problem('name.unknown', `没有找到“${name}”`, { found: name }));
  }
  return ok(rows.flatMap(({ workshopId }) => attachments(office, { workshopId })));
}

/** Writes the files into a folder, photos without the place they were taken at; nothing is overwritten. */
async function exported(
  office: Office,
  list: readonly AttachmentView[],
  folder: string,
): Promise<Result<readonly string[]>> {
  const made = await guardFiles(folder, () => mkdir(folder, { recursive: true }));
  if (!made.ok) return made;
  const files: string[] = [];
  for (const { id } of list) {
    const file = await attachmentFile(office, id);
    if (!file.ok) return file;
    const path = await freeName(folder, file.value.fileName);
    const written = await writeFileAtomic(join(folder, basename(path)), file.value.bytes);
    if (!written.ok) return written;
    files.push(basename(path));
  }
  return ok(files);
}

async function list(options: z.infer<typeof ListOptions>, workspace: Workspace): Promise<Outcome> {
  const found = chosen(options, workspace);
  if (!found.ok) return refusedWith(found.problems);
  const files =
    options.out === undefined ? ok([]) : await exported(workspace.office, found.value, options.out);
  if (!files.ok) return refusedWith(files.problems);
  const lines = found.value.map((one) => `${one.subjectLabel}\t${one.title}${one.extension}`);
  return done(
    { attachments: found.value, files: files.value },
    `共${found.value.length}个附件${options.out === undefined ? '' : `，已导出${files.value.length}个文件`}`,
    ...lines,
  );
}

const ROLES = Object.entries(ATTACHMENT_ROLES)
  .filter(([role]) => role !== '')
  .map(([role, label]) => `${role} ${label}`)
  .join('、');

export function registerAttachmentVerbs(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('attach', '添加附件（照片、PDF、OFD、Word、Excel，每个不超过 50 MB）')
      .argument('<FILES...>', '文件，可多个')
      .option('--name <NAME>', '小作坊名称：附到它今年的申请材料')
      .option('--task <TASK>', '与 --name 同用：附到已签批方案中的这项任务（文字或序号）')
      .option(
        '--subject <SUBJECT>',
        '附到别处：visit:ID、publicity:ID、revision:ID、task:PLAN:LINE、inspection:ID、scoreLine:INSPECTION:ITEM（评分表的一项）、meeting:ID、workshop:ID',
      )
      .option('--role <ROLE>', ROLES)
      .addHelpText(
        'after',
        '\nJSON 输出：{ added: [{ id, title, takenOn, … }], problems }；有的没有添加时退出码为 3，全都没有时为 2',
      ),
    options: AttachOptions,
    run: attach,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('attachments', '列出附件；用 --out 导出文件，照片不带拍摄位置')
      .option('--name <NAME>', '小作坊名称')
      .option('--subject <SUBJECT>', '只列某条记录的，如 visit:ID')
      .option('--out <DIR>', '导出到此文件夹')
      .addHelpText('after', '\nJSON 输出：{ attachments, files }'),
    options: ListOptions,
    run: list,
  });
}
