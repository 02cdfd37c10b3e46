import { Command } from 'commander';
import { z } from 'zod';
import { currentClerk } from '../../db/bureau/bureau.ts';
import { Instant, IsoDate } from '../../db/model/dates.ts';
import { ok, problem, type Result, refuse } from '../../db/model/problems.ts';
import type { Act, Office } from '../../db/office.ts';
import { openDatabase } from '../../db/open/open.ts';
import { unlockOfficeWithCode } from '../../db/open/unlock.ts';
import { readKeyFile } from '../../db/sealing/keyFile.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { fontSources } from '../../reports/office/faces.ts';
import type { PaperTools } from '../../reports/office/papers.ts';
import { repoResources } from '../resources.ts';
import { type Outcome, refusedWith } from './outcome.ts';

export const VERSION = packageJson.version;

/** The options every verb has. */
export const CommonOptions = z.object({
  /** Required by every verb that works on an office; `verify` needs none. */
  data: z.string().default(''),
  keyFile: z.string().optional(),
  today: IsoDate.optional(),
  json: z.boolean().default(false),
});
export type CommonOptions = z.infer<typeof CommonOptions>;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The only place of the command line that reads the clock. */
function localToday(): IsoDate {
  const now = new Date();
  return IsoDate.parse(`${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`);
}

export interface When {
  readonly today: IsoDate;
  readonly at: Instant;
}

/** With `--today` the events of a run carry that day, and still lie in order. */
export function whenOf({ today }: Pick<CommonOptions, 'today'>): When {
  const now = new Date().toISOString();
  const at = today === undefined ? now : `${today}${now.slice(10)}`;
  return { today: today ?? localToday(), at: Instant.parse(at) };
}

export interface Workspace {
  readonly office: Office;
  readonly act: Act;
  readonly tools: PaperTools;
}

async function openOffice(options: CommonOptions, { at }: When) {
  if (options.keyFile === undefined) {
    return refuse(problem('key.needed', '请用 --key-file 指定存有恢复码的密钥文件（权限 0600）'));
  }
  const code = readKeyFile(options.keyFile);
  if (!code.ok) return code;
  const state = await openDatabase(options.data, repoResources(), { program: 'commandLine', at });
  if (!state.ok) return state;
  if (state.value.state === 'fresh') {
    return refuse(problem('data.fresh', `数据文件夹还没有数据，请先用 init 建立。位置：${options.data}`));
  }
  const unlocked = await unlockOfficeWithCode(state.value.opened, code.value);
  if (!unlocked.ok) state.value.opened.close();
  return unlocked;
}

/** What prints and writes Word is loaded at the first paper: most verbs make none. */
const makeDirectly =
  (office: Office): PaperTools['make'] =>
  async (paper, format, _signal, template) => {
    const { makePaper } = await import('../../reports/makePaper.ts');
    return makePaper(paper, format, fontSources(office, repoResources().fontsDir), template);
  };

/** Opens the office, runs a verb on it, and closes it whatever happens. */
export async function withOffice(
  options: CommonOptions,
  run: (workspace: Workspace) => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  const when = whenOf(options);
  const opened = await openOffice(options, when);
  if (!opened.ok) return refusedWith(opened.problems);
  const office = opened.value;
  try {
    return await run({
      office,
      act: { ...when, staffId: currentClerk(office)?.id ?? null },
      tools: { today: when.today, make: makeDirectly(office) },
    });
  } finally {
    office.close();
  }
}

/** A verb that looks at files alone. */
export const commandOf = (name: string, summary: string): Command =>
  new Command(name).summary(summary).description(summary).option('--json', '只输出一个 JSON 对象');

/** A verb on an office, with the options all of them have. */
export const verb = (name: string, summary: string): Command =>
  commandOf(name, summary)
    .requiredOption('--data <DIR>', '数据文件夹')
    .option('--key-file <FILE>', '存有恢复码的密钥文件（权限 0600）')
    .option('--today <DATE>', '办理日期，YYYY-MM-DD，默认为今天');

/** For an option that may be given several times. */
export const collect = (value: string, previous: readonly string[] = []): readonly string[] => [
  ...previous,
  value,
];

/** Options as a verb declares them; a wrong one becomes a sentence. */
export function parseOptions<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
): Result<z.output<Schema>> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return ok(parsed.data);
  return refuse(
    ...parsed.error.issues.map((issue) =>
      problem('option.invalid', `选项“${issue.path.join('.')}”不正确：${issue.message}`, {
        field: issue.path.join('.'),
      }),
    ),
  );
}
