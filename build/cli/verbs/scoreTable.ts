import type { Command } from 'commander';
import { z } from 'zod';
import { writeFileAtomic } from '../../../db/disk/files.ts';
import { readWorkbook } from '../../../db/import/index.ts';
import { importMeasures } from '../../../db/inspections/measures.ts';
import { addTable, chooseTable, findTable, scoreTableRows } from '../../../db/inspections/scoreTables.ts';
import type { ScoreTableRow } from '../../../db/model/contract/scoring.ts';
import { ScoreTableId } from '../../../db/model/ids.ts';
import { MEASURE_COLUMNS, readMeasures } from '../../../db/model/import/measures.ts';
import { readScoreTable, SCORE_COLUMNS } from '../../../db/model/import/scoreTables.ts';
import { errorsOf, ok, problem, type Result, refuse } from '../../../db/model/problems.ts';
import { formatPoints } from '../../../db/model/scoring/points.ts';
import { tableProblems } from '../../../db/model/scoring/table.ts';
import { scoreTableBook, scoreTableTemplate } from '../../../reports/excel/scoreTableBook.ts';
import { done, type Outcome, refusedWith, sentences } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { verb, type Workspace } from '../workspace.ts';

const Options = z.object({
  ACTION: z.enum(['list', 'import', 'export', 'choose', 'template']),
  FILE: z.string().optional(),
  table: z.string().optional(),
  title: z.string().optional(),
  tableVersion: z.string().optional(),
  source: z.string().optional(),
});
type Options = z.infer<typeof Options>;

const lineOf = (row: ScoreTableRow): string =>
  [
    row.id,
    `${row.title}（${row.version}）`,
    `${row.itemCount}项${formatPoints(row.full)}分`,
    row.chosen ? '本年度使用' : '',
    row.uses > 0 ? `已用${row.uses}次` : '',
    row.retired ? '已停用' : '',
  ]
    .filter(Boolean)
    .join('\t');

function list({ office }: Workspace): Outcome {
  const tables = scoreTableRows(office);
  return done({ tables }, ...tables.map(lineOf));
}

/** By id or version; without either the one of the year. */
function wanted({ table }: Options, { office }: Workspace): Result<ScoreTableRow> {
  const rows = scoreTableRows(office);
  const found = rows.filter((row) =>
    table === undefined ? row.chosen : [row.id, row.version].includes(table),
  );
  const [only] = found;
  if (only && found.length === 1) return ok(only);
  const said = only ? `有${found.length}张评分表的版本是“${table}”，请用编号指定` : `没有评分表“${table}”`;
  return refuse(problem('option.table', said, { ...(table === undefined ? {} : { found: table }) }));
}

const fileOf = ({ FILE }: Options): Result<string> =>
  FILE === undefined ? refuse(problem('option.file', '请写明文件名')) : ok(FILE);

async function importTable(options: Options, { office, act }: Workspace): Promise<Outcome> {
  const file = fileOf(options);
  if (!file.ok) return refusedWith(file.problems);
  const workbook = await readWorkbook(file.value);
  if (!workbook.ok) return refusedWith(workbook.problems);
  const read = readScoreTable(workbook.value);
  const problems = [...read.problems, ...tableProblems(read)];
  if (errorsOf(problems).length > 0) return refusedWith(problems);
  const head = {
    title: options.title ?? read.title,
    version: options.tableVersion ?? read.version,
    source: options.source ?? read.source,
  };
  if (head.title === '' || head.version === '') {
    return refusedWith([problem('option.title', '请用 --title 和 --table-version 写明评分表的名称和版本')]);
  }
  const added = addTable(office, { ...read, ...head }, act);
  if (!added.ok) return refusedWith(added.problems);
  return done(
    { tableId: added.value, items: read.items.length, problems },
    `已导入评分表“${head.title}（${head.version}）”，共${read.items.length}项。`,
    ...sentences(problems),
  );
}

async function write(file: string, bytes: Uint8Array): Promise<Outcome> {
  const written = await writeFileAtomic(file, bytes);
  return written.ok ? done({ file }, `已写入${file}`) : refusedWith(written.problems);
}

async function exportTable(options: Options, workspace: Workspace): Promise<Outcome> {
  const file = fileOf(options);
  const row = wanted(options, workspace);
  if (!file.ok) return refusedWith(file.problems);
  if (!row.ok) return refusedWith(row.problems);
  const table = findTable(workspace.office, ScoreTableId.parse(row.value.id));
  if (!table) return refusedWith([problem('option.table', '没有找到该评分表')]);
  return write(file.value, await scoreTableBook(table, new Date(workspace.act.at)));
}

async function template(options: Options, { act }: Workspace): Promise<Outcome> {
  const file = fileOf(options);
  return file.ok ? write(file.value, await scoreTableTemplate(new Date(act.at))) : refusedWith(file.problems);
}

function choose(options: Options, workspace: Workspace): Outcome {
  if (options.table === undefined) {
    return refusedWith([problem('option.table', '请用 --table 写明评分表的编号或版本')]);
  }
  const row = wanted(options, workspace);
  if (!row.ok) return refusedWith(row.problems);
  const { id, title, version } = row.value;
  const chosen = chooseTable(workspace.office, id, workspace.act);
  if (!chosen.ok) return refusedWith(chosen.problems);
  return done({ tableId: id }, `本年度使用评分表“${title}（${version}）”。`);
}

const RUN: Readonly<
  Record<Options['ACTION'], (options: Options, workspace: Workspace) => Outcome | Promise<Outcome>>
> = {
  list: (_options, workspace) => list(workspace),
  import: importTable,
  export: exportTable,
  choose,
  template,
};

const MeasureOptions = z.object({ FILE: z.string() });

/** Takes a workbook of standard measures over, whole or not at all. */
async function takeMeasures(
  { FILE }: z.infer<typeof MeasureOptions>,
  { office, act }: Workspace,
): Promise<Outcome> {
  const workbook = await readWorkbook(FILE);
  if (!workbook.ok) return refusedWith(workbook.problems);
  const read = readMeasures(workbook.value);
  if (read.problems.length > 0) return refusedWith(read.problems);
  const taken = importMeasures(office, read.measures, act);
  if (!taken.ok) return refusedWith(taken.problems);
  const { added, changed, same } = taken.value;
  return done(taken.value, `已导入措施：新增${added}条，修改${changed}条，${same}条相同。`);
}

export function registerScoreTableVerbs(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('score-table', '评分表：列出、导入、导出、选定、模板')
      .argument('<ACTION>', 'list、import、export、choose 或 template')
      .argument('[FILE]', '导入、导出或模板的 Excel 文件（.xlsx）')
      .option('--table <ID>', '评分表的编号或版本；export 默认为本年度所用的')
      .option('--title <TEXT>', '导入后的名称，默认取工作簿“设置”表')
      .option('--table-version <TEXT>', '导入后的版本，默认取工作簿“设置”表')
      .option('--source <TEXT>', '来源（文件名称、文号）')
      .addHelpText(
        'after',
        `\n工作簿的列：${Object.values(SCORE_COLUMNS).join('、')}\nJSON 输出：{ tables } / { tableId, items, problems } / { file } / { tableId }`,
      ),
    options: Options,
    run: (options, workspace) => RUN[options.ACTION](options, workspace),
  });
  registerOfficeVerb(program, deliver, {
    command: verb('import-measures', '从表格导入标准措施；表格可由 export-list --list measures 导出后修改')
      .argument('<FILE>', '标准措施的 Excel 文件（.xlsx）')
      .addHelpText(
        'after',
        `\n工作簿的列：${Object.values(MEASURE_COLUMNS).join('、')}\nJSON 输出：{ added, changed, same }`,
      ),
    options: MeasureOptions,
    run: takeMeasures,
  });
}
