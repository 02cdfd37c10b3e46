import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { guardFiles } from '../../../db/disk/fileProblems.ts';
import type { WritingSubject } from '../../../db/model/contract/writings.ts';
import type { WritingId } from '../../../db/model/ids.ts';
import { Month } from '../../../db/model/monthly.ts';
import { ok, problem, type Result, refuse } from '../../../db/model/problems.ts';
import { WRITING_KINDS } from '../../../db/model/terms.ts';
import { WritingEdit } from '../../../db/model/writing.ts';
import { finishWriting, reopenWriting, saveWriting } from '../../../db/summary/writingSteps.ts';
import { saveOfficePapers } from '../../../reports/office/papers.ts';
import { createOfficeWriting, renewOfficeWriting, writingView } from '../../../reports/office/writings.ts';
import { done, type Outcome, refusedWith, sentences } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { textArgument } from '../values.ts';
import { verb, type Workspace } from '../workspace.ts';
import { SubmissionLabel } from './packages.ts';
import { workshopNamed } from './sheetFile.ts';

const Options = z.object({
  case: z.string().optional(),
  report: SubmissionLabel.optional(),
  month: Month.optional(),
  renew: z.boolean().default(false),
  set: z.string().optional(),
  finish: z.boolean().default(false),
  reopen: z.boolean().default(false),
  out: z.string().optional(),
});
type Options = z.infer<typeof Options>;

/** Given in part: what is left out stays. */
const EditPatch = WritingEdit.partial();

function subjectOf(options: Options, workspace: Workspace): Result<WritingSubject> {
  if (options.report !== undefined) {
    return ok({ kind: 'report', submission: options.report, month: options.month ?? null });
  }
  if (options.case === undefined) return ok({ kind: 'summary' });
  const who = workshopNamed(options.case, workspace);
  return who.ok ? ok({ kind: 'case', workshopId: who.value.workshopId }) : who;
}

async function edit(id: WritingId, given: string, { office, act }: Workspace): Promise<Result<void>> {
  const patch = await textArgument(given, EditPatch);
  if (!patch.ok) return patch;
  const view = writingView(office, id, act.today);
  if (!view.ok) return view;
  const { title, body } = view.value;
  const unknown = (patch.value.sections ?? []).find(
    (one) => !body.sections.some((section) => section.key === one.key),
  );
  if (unknown) {
    return refuse(
      problem('writing.section', `没有“${unknown.key}”这一节`, {
        field: 'sections',
        found: unknown.key,
        expected: body.sections.map((one) => one.key).join('、'),
      }),
    );
  }
  const whole = {
    title: patch.value.title ?? title,
    sections: patch.value.sections ?? [],
    photos: patch.value.photos ?? body.photos,
  };
  return saveWriting(office, id, whole, act);
}

/** The steps in the order they are given in the help; the first refusal ends them. */
async function steps(id: WritingId, options: Options, workspace: Workspace): Promise<Result<unknown>> {
  const { office, act } = workspace;
  if (options.reopen) {
    const reopened = reopenWriting(office, id, act);
    if (!reopened.ok) return reopened;
  }
  if (options.renew) {
    const renewed = renewOfficeWriting(office, id, act);
    if (!renewed.ok) return renewed;
  }
  if (options.set !== undefined) {
    const saved = await edit(id, options.set, workspace);
    if (!saved.ok) return saved;
  }
  return options.finish ? finishWriting(office, id, act) : ok(undefined);
}

async function print(id: WritingId, out: string | undefined, { office, tools }: Workspace) {
  if (out === undefined) return ok<readonly string[]>([]);
  const folder = await guardFiles(out, () => mkdir(out, { recursive: true }));
  if (!folder.ok) return folder;
  const files: string[] = [];
  for (const format of ['pdf', 'docx'] as const) {
    const saving = saveOfficePapers(office, [{ paper: 'writing', writingId: id }], format, out, tools);
    let step = await saving.next();
    while (!step.done) step = await saving.next();
    if (step.value.problems.length > 0) return refuse(...step.value.problems);
    files.push(...step.value.files.map((file) => basename(file)));
  }
  return ok<readonly string[]>(files);
}

async function summary(options: Options, workspace: Workspace): Promise<Outcome> {
  const { office, act } = workspace;
  const subject = subjectOf(options, workspace);
  if (!subject.ok) return refusedWith(subject.problems);
  const created = createOfficeWriting(office, subject.value, act);
  if (!created.ok) return refusedWith(created.problems);
  const id = created.value;
  const stepped = await steps(id, options, workspace);
  if (!stepped.ok) return refusedWith(stepped.problems);
  const files = await print(id, options.out, workspace);
  if (!files.ok) return refusedWith(files.problems);
  const view = writingView(office, id, act.today);
  if (!view.ok) return refusedWith(view.problems);
  const { kind, title, finishedOn, asOf, body, renewal, problems } = view.value;
  return done(
    { id, kind, title, finishedOn, asOf, sections: body.sections, renewal, problems, files: files.value },
    `${WRITING_KINDS[kind]}：${title}（${finishedOn === null ? '未定稿' : `${finishedOn}定稿`}，数字截至${asOf}）`,
    ...body.sections.flatMap(({ heading, text }) => [heading, text]),
    ...renewal.changes.map(({ label, from, to }) => `数字有变化：${label} ${from} → ${to}`),
    ...(finishedOn === null ? sentences(problems) : []),
    ...files.value,
  );
}

export function registerSummaryVerb(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('summary', '按记录生成、修改、定稿创建工作总结、典型案例和报送报告')
      .option('--case <NAME>', '典型案例：小作坊名称（不写为创建工作总结）')
      .option('--report <KIND>', `报送报告：${SubmissionLabel.description}`)
      .option('--month <MONTH>', '进展月报的月份，YYYY-MM')
      .option('--reopen', '取消定稿')
      .option('--renew', '重新取数（改过的段落保留）')
      .option(
        '--set <JSON>',
        '修改：JSON 或 JSON 文件，{ title, sections: [{ key, heading, text }], photos }',
      )
      .option('--finish', '定稿')
      .option('--out <DIR>', '另存 PDF 和 Word 的位置')
      .addHelpText(
        'after',
        '\n各段的 key：总结 basics、measures、effects、outcomes、cases、problems、next；案例 basics、before、works、effects；报告 body。\nJSON 输出：{ id, kind, title, finishedOn, asOf, sections: [{ key, heading, text, generated, figures: [{ label, value, link }] }], renewal: { changes, edited }, problems, files }',
      ),
    options: Options,
    run: summary,
  });
}
