import type { Command } from 'commander';
import { z } from 'zod';
import type { ResultRow } from '../../../db/model/contract/results.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import { ok, type Problem, problem, type Result, refuse } from '../../../db/model/problems.ts';
import { RESULT_STATES, scoredWords } from '../../../db/model/results.ts';
import { formatPoints } from '../../../db/model/scoring/points.ts';
import { RESULT_DECISIONS, ResultDecision } from '../../../db/model/terms.ts';
import {
  closeRectification,
  demandRectification,
  rectifications,
  removeRectification,
  reopenRectification,
} from '../../../db/results/rectifications.ts';
import { decideResults, resultRows, resultsView, takeBackDecisions } from '../../../db/results/results.ts';
import { done, type Outcome, refusedWith, sentences } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { collect } from '../values.ts';
import { verb, type Workspace } from '../workspace.ts';

export const names = z.array(z.string()).default([]);
export const reason = z.string().trim().max(200).default('');
export const needed = (value: string): readonly Problem[] =>
  value === '' ? [problem('reason.missing', '请用 --reason 写明原因', { field: 'reason' })] : [];

/** Workshops of the 创建名单 by name, in the order given. */
export function workshopsCalled(
  rows: readonly ResultRow[],
  wanted: readonly string[],
): Result<readonly ResultRow[]> {
  const found = wanted.map((name) => rows.find((row) => row.name === name));
  const missing = wanted.filter((_, index) => found[index] === undefined);
  if (missing.length > 0) {
    return refuse(
      ...missing.map((name) => problem('name.unknown', `“${name}”不在创建名单上或已退出`, { found: name })),
    );
  }
  return ok(found.filter((row) => row !== undefined));
}

export const outcomeOf = (result: Result<unknown>, data: Outcome['data'], line: string): Outcome =>
  result.ok ? done(data, line) : refusedWith(result.problems);

const lineOf = (row: ResultRow): string =>
  [
    RESULT_STATES[row.state],
    row.name,
    row.county ? `县级${formatPoints(row.county.total)}` : '县级—',
    row.city ? `市级${scoredWords(row.city)}` : '市级—',
    row.province ? `省级${scoredWords(row.province)}` : '省级—',
  ].join('\t');

const ResultsOptions = z.object({
  decision: ResultDecision.optional(),
  name: names,
  allPassed: z.boolean().default(false),
  takeBack: z.boolean().default(false),
  reason,
  on: IsoDate.optional(),
});

function results(options: z.infer<typeof ResultsOptions>, { office, act }: Workspace): Outcome {
  const view = resultsView(office, act.today);
  const { decision, takeBack } = options;
  if (decision === undefined && !takeBack) {
    return done(
      { ...view },
      `创建名单共${view.rows.length}家`,
      ...view.rows.map(lineOf),
      ...sentences(view.warnings),
    );
  }
  const named = workshopsCalled(view.rows, options.name);
  if (!named.ok) return refusedWith(named.problems);
  const chosen = options.allPassed ? view.rows.filter((row) => row.state === 'passed') : named.value;
  if (chosen.length === 0) {
    return refusedWith([problem('option.which', '请用 --name 或 --all-passed 说明哪些小作坊')]);
  }
  const called = chosen.map((row) => row.name);
  if (takeBack) {
    const missing = needed(options.reason);
    if (missing.length > 0) return refusedWith(missing);
    const ids = chosen.map((row) => row.workshopId);
    const taken = takeBackDecisions(office, ids, options.reason, act);
    return outcomeOf(taken, { takenBack: called }, `已撤回${called.length}家的处理结果。`);
  }
  if (decision === undefined)
    return refusedWith([problem('option.decision', '请用 --decision 写明处理结果')]);
  const decidedOn = options.on ?? act.today;
  const workshopIds = chosen.map((row) => row.workshopId);
  const decided = decideResults(office, { workshopIds, decision, reason: options.reason, decidedOn }, act);
  return outcomeOf(
    decided,
    { decision, names: called },
    `${RESULT_DECISIONS[decision]}：${called.join('、')}（${called.length}家）。`,
  );
}

const RectifyOptions = z.object({
  name: z.string().optional(),
  due: IsoDate.optional(),
  demands: z.string().trim().max(2000).optional(),
  doneOn: IsoDate.optional(),
  by: z.string().trim().max(40).default(''),
  note: z.string().max(500).default(''),
  reopen: z.boolean().default(false),
  remove: z.boolean().default(false),
  reason,
  on: IsoDate.optional(),
});

function rectify(options: z.infer<typeof RectifyOptions>, { office, act }: Workspace): Outcome {
  const all = rectifications(office);
  if (options.name === undefined) {
    const lines = all.map((one) => `${one.workshopName}\t期限${one.dueOn}\t${one.doneOn ?? '未完成'}`);
    return done({ rectifications: all }, `整改${all.length}件`, ...lines);
  }
  const found = workshopsCalled(resultRows(office, act.today), [options.name]);
  if (!found.ok) return refusedWith(found.problems);
  const [row] = found.value;
  if (!row) return refusedWith([]);
  const name = `“${row.name}”`;
  const { due, demands, doneOn } = options;
  if (demands !== undefined) {
    if (due === undefined) return refusedWith([problem('option.due', '请用 --due 写明整改期限')]);
    const input = { issuedOn: options.on ?? act.today, dueOn: due, demands };
    if (input.issuedOn > due) {
      return refusedWith([problem('rectification.dueOn', '整改期限不能早于下达日期', { found: due })]);
    }
    const id = demandRectification(office, row.workshopId, input, act);
    return id.ok ? done({ id: id.value }, `已对${name}下达整改，期限${due}。`) : refusedWith(id.problems);
  }
  const latest = all.find((one) => one.workshopId === row.workshopId);
  if (!latest) return refusedWith([problem('rectification.none', `${name}没有整改要求`)]);
  const { id } = latest;
  if (doneOn !== undefined) {
    if (options.by === '') return refusedWith([problem('option.by', '请用 --by 写明核查人')]);
    const closed = closeRectification(office, id, { doneOn, checkedBy: options.by, note: options.note }, act);
    return outcomeOf(closed, { id, doneOn }, `${name}整改完成（${doneOn}），可以复查。`);
  }
  const missing = needed(options.reason);
  if (missing.length > 0) return refusedWith(missing);
  if (options.reopen) {
    return outcomeOf(
      reopenRectification(office, id, options.reason, act),
      { id },
      `已撤回${name}的完成登记。`,
    );
  }
  if (options.remove) {
    return outcomeOf(removeRectification(office, id, options.reason, act), { id }, '已移入回收站。');
  }
  return refusedWith([
    problem('option.what', '请用 --demands、--done-on、--reopen 或 --remove 说明办理什么'),
  ]);
}

export function registerResultVerbs(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('results', '列出考评结果和推荐名单；带 --decision 时办理结果')
      .option('--decision <DECISION>', 'recommend（推荐）、withhold（不予发放）或 criticise（通报）')
      .option('--name <NAME>', '小作坊名称，可重复', collect)
      .option('--all-passed', '所有达标待推荐的')
      .option('--take-back', '撤回处理结果')
      .option('--reason <TEXT>', '理由；不予发放、通报和撤回必填')
      .option('--on <DATE>', '处理日期，默认为办理日期')
      .addHelpText(
        'after',
        '\nJSON 输出：列表时 { passScore, rows, rectifications, warnings }，办理时 { decision, names }，撤回时 { takenBack }',
      ),
    options: ResultsOptions,
    run: results,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('rectify', '下达整改、登记整改完成；不带 --name 时列出整改')
      .option('--name <NAME>', '小作坊名称')
      .option('--demands <TEXT>', '下达整改：整改要求')
      .option('--due <DATE>', '整改期限')
      .option('--done-on <DATE>', '登记整改完成')
      .option('--by <NAME>', '核查人')
      .option('--note <TEXT>', '核查情况')
      .option('--reopen', '撤回完成登记')
      .option('--remove', '移入回收站')
      .option('--reason <TEXT>', '撤回、移除的原因')
      .option('--on <DATE>', '下达日期，默认为办理日期')
      .addHelpText('after', '\nJSON 输出：{ id, doneOn }；不带 --name 时 { rectifications }'),
    options: RectifyOptions,
    run: rectify,
  });
}
