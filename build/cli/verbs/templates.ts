import type { Command } from 'commander';
import { z } from 'zod';
import { readPicked } from '../../../db/attachments/attachmentFiles.ts';
import { officeTemplates, removeTemplate } from '../../../db/bureau/officeTemplates.ts';
import { writeFileAtomic } from '../../../db/disk/files.ts';
import type { MadePaper } from '../../../db/model/contract/papers.ts';
import { ok, problem, type Result, refuse } from '../../../db/model/problems.ts';
import {
  TEMPLATE_FORMATS,
  TEMPLATE_PAPERS,
  TemplateFormat,
  TemplatePaper,
  templateName,
} from '../../../db/model/templates.ts';
import { keysOf } from '../../../db/model/terms.ts';
import {
  adoptTemplate,
  previewTemplate,
  sampleOf,
  templatePlaceholders,
  triedTemplate,
  type Which,
} from '../../../reports/office/templates.ts';
import { done, foundFaulty, type Outcome, refusedWith, sentences } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { verb, type Workspace } from '../workspace.ts';

const Options = z.object({
  ACTION: z.enum(['list', 'check', 'try', 'use', 'remove', 'sample']),
  FILE: z.string().optional(),
  paper: TemplatePaper.optional(),
  format: TemplateFormat.optional(),
  out: z.string().optional(),
});
type Options = z.infer<typeof Options>;

function list({ office }: Workspace): Outcome {
  const inUse = officeTemplates(office);
  const papers = keysOf(TEMPLATE_PAPERS).flatMap((paper) =>
    TEMPLATE_FORMATS[paper].map((format) => {
      const own = inUse.find((one) => one.paper === paper && one.format === format);
      return {
        paper,
        format,
        name: templateName(paper, format),
        own: own?.title ?? null,
        ...templatePlaceholders(paper),
      };
    }),
  );
  const lines = papers.map(({ paper, format, name, own }) =>
    [paper, format, name, own === null ? '程序自带' : `本单位模板：${own}`].join('\t'),
  );
  return done({ papers }, ...lines);
}

/** The paper by `--paper`; the format by `--format`, the file's ending, or where there is only one. */
function whichOf({ paper, format, FILE }: Options): Result<Which> {
  if (paper === undefined) {
    return refuse(
      problem('option.paper', `请用 --paper 写明哪种材料：${keysOf(TEMPLATE_PAPERS).join('、')}`),
    );
  }
  const ending = TemplateFormat.safeParse(FILE?.split('.').at(-1)?.toLowerCase()).data;
  const [first] = TEMPLATE_FORMATS[paper];
  const chosen = format ?? ending ?? first;
  return chosen === undefined
    ? refuse(problem('option.format', '请用 --format 写明 xlsx 或 docx'))
    : ok({ paper, format: chosen });
}

const wanted = (value: string | undefined, what: string): Result<string> =>
  value === undefined ? refuse(problem('option.file', `请写明${what}`)) : ok(value);

async function write(file: string, made: Result<MadePaper>): Promise<Outcome> {
  if (!made.ok) return refusedWith(made.problems);
  const written = await writeFileAtomic(file, made.value.bytes);
  return written.ok ? done({ file }, `已写入${file}`) : refusedWith(written.problems);
}

async function sample(options: Options): Promise<Outcome> {
  const which = whichOf(options);
  const file = wanted(options.FILE, '写到哪个文件');
  if (!which.ok) return refusedWith(which.problems);
  return file.ok ? write(file.value, await sampleOf(which.value)) : refusedWith(file.problems);
}

type OnFile = (
  which: Which,
  file: { readonly fileName: string; readonly bytes: Uint8Array },
) => Promise<Outcome>;

async function withFile(options: Options, run: OnFile): Promise<Outcome> {
  const which = whichOf(options);
  if (!which.ok) return refusedWith(which.problems);
  const path = wanted(options.FILE, '模板文件');
  if (!path.ok) return refusedWith(path.problems);
  const file = await readPicked(path.value);
  return file.ok ? run(which.value, file.value) : refusedWith(file.problems);
}

const check = (options: Options, { office, tools }: Workspace): Promise<Outcome> =>
  withFile(options, async (which, file) => {
    const tried = await previewTemplate(office, which, file, tools);
    if (!tried.ok)
      return foundFaulty({ problems: tried.problems }, '模板不能使用：', ...sentences(tried.problems));
    const { placeholders, warnings, fictional } = tried.value;
    const by = fictional ? '示例数据' : '本年度的记录';
    return done(
      { ...tried.value },
      `模板可以使用：${placeholders}处占位符，已用${by}试填。`,
      ...sentences(warnings),
    );
  });

const tryOut = (options: Options, { office, tools }: Workspace): Promise<Outcome> =>
  withFile(options, async (which, file) => {
    const out = wanted(options.out, '--out 写到哪个文件');
    return out.ok
      ? write(out.value, await triedTemplate(office, which, file, tools))
      : refusedWith(out.problems);
  });

const use = (options: Options, { office, act, tools }: Workspace): Promise<Outcome> =>
  withFile(options, async (which, file) => {
    const used = await adoptTemplate(office, which, file, tools, act);
    if (!used.ok) return refusedWith(used.problems);
    return done(
      { templateId: used.value },
      `${templateName(which.paper, which.format)}改用本单位模板“${file.fileName}”。`,
    );
  });

function remove(options: Options, { office, act }: Workspace): Outcome {
  const which = whichOf(options);
  if (!which.ok) return refusedWith(which.problems);
  const { paper, format } = which.value;
  const found = officeTemplates(office).find((one) => one.paper === paper && one.format === format);
  if (!found) return refusedWith([problem('template.gone', `${templateName(paper, format)}没有本单位模板`)]);
  const removed = removeTemplate(office, found.id, '', act);
  if (!removed.ok) return refusedWith(removed.problems);
  return done({ removed: found.id }, `${templateName(paper, format)}恢复程序自带格式，模板已移入回收站。`);
}

const RUN: Readonly<
  Record<Options['ACTION'], (options: Options, workspace: Workspace) => Outcome | Promise<Outcome>>
> = {
  list: (_options, workspace) => list(workspace),
  check,
  try: tryOut,
  use,
  remove,
  sample: (options) => sample(options),
};

export function registerTemplateVerb(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('templates', '本单位模板：列出、检查、试填、启用、停用、示例')
      .argument('<ACTION>', 'list、check、try、use、remove 或 sample')
      .argument('[FILE]', '模板文件（.xlsx 或 .docx）')
      .option(
        '--paper <PAPER>',
        keysOf(TEMPLATE_PAPERS)
          .map((one) => `${one} ${TEMPLATE_PAPERS[one]}`)
          .join('、'),
      )
      .option('--format <FORMAT>', 'xlsx 或 docx，默认按文件扩展名')
      .option('--out <FILE>', 'try 写到哪个文件')
      .addHelpText(
        'after',
        '\n占位符见 list --json。check 发现问题时退出码为 3。\nJSON 输出：{ papers } / { placeholders, warnings, fictional, sheets } / { file } / { templateId } / { removed }',
      ),
    options: Options,
    run: (options, workspace) => RUN[options.ACTION](options, workspace),
  });
}
