import { mkdir } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import type { OutsideEventView } from '../../../db/model/contract/results.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import { ok, problem, type Result, refuse } from '../../../db/model/problems.ts';
import { OutsideEventInput } from '../../../db/model/results.ts';
import { parsePoints } from '../../../db/model/scoring/points.ts';
import {
  OBJECTION_OUTCOMES,
  ObjectionOutcome,
  OUTSIDE_EVENTS,
  OutsideEventKind,
} from '../../../db/model/terms.ts';
import {
  markOutsideEvent,
  outsideEvents,
  resultPeriod,
  saveOutsideEvent,
} from '../../../db/results/outsideEvents.ts';
import {
  addPassedObjection,
  discardPassedObjection,
  reopenPassedObjection,
  settlePassedObjection,
} from '../../../db/results/passedObjections.ts';
import { resultRows, resultsView } from '../../../db/results/results.ts';
import { saveOfficePapers } from '../../../reports/office/papers.ts';
import { done, type Outcome, refusedWith, sentences } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { collect } from '../values.ts';
import { verb, type Workspace } from '../workspace.ts';
import { names, needed, outcomeOf, reason, workshopsCalled } from './results.ts';

const OutsideOptions = z.object({
  kind: OutsideEventKind.optional(),
  on: IsoDate.optional(),
  lastDay: IsoDate.optional(),
  document: z.string().default(''),
  place: z.string().default(''),
  note: z.string().default(''),
  name: names,
  veto: names,
  allRecommended: z.boolean().default(false),
  remove: z.boolean().default(false),
  restore: z.boolean().default(false),
  reason,
  objection: z.string().trim().max(1000).optional(),
  settle: ObjectionOutcome.optional(),
  handling: z.string().trim().max(300).default(''),
  reopen: z.boolean().default(false),
  discard: z.boolean().default(false),
  notice: z.string().optional(),
});
type OutsideOptions = z.infer<typeof OutsideOptions>;

/** `示例豆腐坊=92.5` → name and score in 0.1 points. */
function scoreIn(given: string): Result<{ readonly name: string; readonly score: number | null }> {
  const [name = '', points] = given.split(/[=＝]/);
  if (points === undefined) return ok({ name, score: null });
  const score = parsePoints(points);
  return score === null
    ? refuse(problem('outside.score', `“${given}”中的得分不正确`, { found: points, expected: '如 92.5' }))
    : ok({ name, score });
}

/** `示例豆腐坊=使用非食品原料` → name and veto. */
function vetoIn(given: string): Result<readonly [name: string, veto: string]> {
  const [, name, veto = ''] = /^([^=＝]+)[=＝](.*)$/u.exec(given) ?? [];
  return name === undefined || veto.trim() === ''
    ? refuse(problem('outside.veto', `“${given}”没有写明否决项`, { found: given, expected: '名称=否决项' }))
    : ok([name, veto]);
}

function workshopsOf(options: OutsideOptions, { office, act }: Workspace) {
  const rows = resultRows(office, act.today);
  const read = options.name.map(scoreIn);
  const told = options.veto.map(vetoIn);
  const wrong = [...read, ...told].flatMap((one) => (one.ok ? [] : one.problems));
  if (wrong.length > 0) return refuse(...wrong);
  const scores = new Map(read.flatMap((one) => (one.ok ? [[one.value.name, one.value.score]] : [])));
  const vetoes = new Map(told.flatMap((one) => (one.ok ? [one.value] : [])));
  const named = workshopsCalled(rows, [...new Set([...scores.keys(), ...vetoes.keys()])]);
  if (!named.ok) return named;
  const chosen = named.value.map(({ workshopId, name }) => ({
    workshopId,
    score: scores.get(name) ?? null,
    veto: vetoes.get(name) ?? '',
  }));
  const all = rows
    .filter((row) => options.allRecommended && row.state === 'recommended')
    .map((row) => ({ workshopId: row.workshopId, score: null, veto: '' }));
  return ok([...chosen, ...all]);
}

function record(options: OutsideOptions, kind: OutsideEventKind, workspace: Workspace): Outcome {
  const { office, act } = workspace;
  const workshops = workshopsOf(options, workspace);
  if (!workshops.ok) return refusedWith(workshops.problems);
  const happenedOn = options.on ?? act.today;
  const period =
    kind === 'resultPublicity' && !options.lastDay ? resultPeriod(office, happenedOn) : undefined;
  if (period?.ok === false) return refusedWith(period.problems);
  const event = OutsideEventInput.parse({
    kind,
    happenedOn,
    lastDay: options.lastDay ?? period?.value.lastDay ?? null,
    documentNo: options.document,
    place: options.place,
    note: options.note,
    workshops: workshops.value,
  });
  const saved = saveOutsideEvent(office, null, event, '', act);
  if (!saved.ok) return refusedWith(saved.problems);
  const until = event.lastDay === null ? '' : `至${event.lastDay}`;
  return done(
    { eventId: saved.value, lastDay: event.lastDay },
    `已登记${happenedOn}${until}的${OUTSIDE_EVENTS[kind]}：${event.workshops.length}家。`,
    ...sentences(resultsView(office, act.today).warnings),
  );
}

function objections(options: OutsideOptions, event: OutsideEventView, { office, act }: Workspace): Outcome {
  const { objection, settle, handling } = options;
  const on = options.on ?? act.today;
  if (objection !== undefined) {
    const [name] = options.name;
    const workshopId = event.workshops.find((one) => one.name === name)?.workshopId ?? null;
    if (name !== undefined && workshopId === null) {
      return refusedWith([problem('passedObjection.workshop', `“${name}”不在该公示名单上`, { found: name })]);
    }
    const input = { eventId: event.id, workshopId, receivedOn: on, content: objection };
    const added = addPassedObjection(office, input, act);
    return added.ok ? done({ objectionId: added.value }, '已登记转来的异议。') : refusedWith(added.problems);
  }
  const latest = event.objections.at(-1);
  if (!latest) return refusedWith([problem('passedObjection.none', '该公示没有登记异议')]);
  const { id } = latest;
  if (settle !== undefined) {
    if (handling === '') return refusedWith([problem('option.handling', '请用 --handling 写明核查处理情况')]);
    const settled = settlePassedObjection(office, { id, outcome: settle, handling, settledOn: on }, act);
    return outcomeOf(settled, { id, outcome: settle }, `${OBJECTION_OUTCOMES[settle]}。`);
  }
  const missing = needed(options.reason);
  if (missing.length > 0) return refusedWith(missing);
  const result = options.reopen
    ? reopenPassedObjection(office, id, options.reason, act)
    : discardPassedObjection(office, id, options.reason, act);
  return outcomeOf(result, { id }, options.reopen ? '已撤回处理结果。' : '已移入回收站。');
}

async function notice(out: string, { id }: OutsideEventView, { office, tools }: Workspace): Promise<Outcome> {
  await mkdir(out, { recursive: true });
  const files: string[] = [];
  for (const format of ['pdf', 'docx'] as const) {
    const saving = saveOfficePapers(office, [{ paper: 'resultNotice', eventId: id }], format, out, tools);
    let step = await saving.next();
    while (!step.done) step = await saving.next();
    if (step.value.problems.length > 0) return refusedWith(step.value.problems);
    files.push(...step.value.files);
  }
  return done({ out, files }, `已生成考评验收合格公示：${files.length}个文件。`);
}

function list(events: readonly OutsideEventView[]): Outcome {
  const lines = events.map(
    (one) =>
      `${one.happenedOn}\t${OUTSIDE_EVENTS[one.kind]}\t${one.workshops.length}家${one.removed ? '\t已移除' : ''}`,
  );
  return done({ events }, `上级办理情况${events.length}件`, ...lines);
}

function mark(options: OutsideOptions, event: OutsideEventView, { office, act }: Workspace): Outcome {
  const missing = needed(options.reason);
  if (missing.length > 0) return refusedWith(missing);
  const change = options.remove ? 'remove' : 'restore';
  const marked = markOutsideEvent(office, event.id, change, options.reason, act);
  return outcomeOf(marked, { eventId: event.id }, options.remove ? '已移除。' : '已恢复。');
}

const isAboutObjection = ({ objection, settle, reopen, discard }: OutsideOptions): boolean =>
  objection !== undefined || settle !== undefined || reopen || discard;

function outside(options: OutsideOptions, workspace: Workspace): Outcome | Promise<Outcome> {
  const { notice: out, remove, restore } = options;
  const events = outsideEvents(workspace.office, workspace.act.today);
  const aboutNotice = isAboutObjection(options) || out !== undefined;
  const kind = aboutNotice ? 'resultPublicity' : options.kind;
  if (kind === undefined) return list(events);
  if (!aboutNotice && !remove && !restore) return record(options, kind, workspace);
  const latest = events.find((one) => one.kind === kind && (one.removed !== null) === restore);
  if (!latest) return refusedWith([problem('outside.none', '没有这样的记录')]);
  if (out !== undefined) return notice(out, latest, workspace);
  if (aboutNotice) return objections(options, latest, workspace);
  return mark(options, latest, workspace);
}

export function registerOutsideVerb(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('outside', '登记市级、省级的复评、公示、上报和公布；不带 --kind 时列出')
      .option(
        '--kind <KIND>',
        'citySample（市级抽样）、cityScores（市级复评结果）、provinceSample（省级抽查）、resultPublicity（验收结果公示）、annex（附表5上报）、announcement（省厅公布）',
      )
      .option('--on <DATE>', '日期（公示为首日，异议为收到或处理日），默认为办理日期')
      .option('--last-day <DATE>', '公示截止日，默认按年度政策的天数和计算方式')
      .option('--document <NO>', '文号')
      .option('--place <TEXT>', '公示位置')
      .option('--note <TEXT>', '备注')
      .option('--name <NAME[=SCORE]>', '小作坊名称，可带得分，可重复', collect)
      .option('--veto <NAME=TEXT>', '通报的否决项，得分已告知的另用 --name 写明，可重复', collect)
      .option('--all-recommended', '推荐名单上的全部')
      .option('--remove', '移除最近一件该类记录')
      .option('--restore', '恢复最近移除的一件')
      .option('--objection <TEXT>', '登记转来的公示异议（最近一次公示）')
      .option(
        '--settle <OUTCOME>',
        '处理最近一件异议：upheld（成立）、rejected（不成立）或 withdrawn（撤回）',
      )
      .option('--handling <TEXT>', '核查处理情况')
      .option('--reopen', '撤回异议处理结果')
      .option('--discard', '移除误登的异议')
      .option('--notice <DIR>', '生成最近一次公示的《考评验收合格公示》（PDF、Word）')
      .option('--reason <TEXT>', '移除、恢复、撤回的原因')
      .addHelpText(
        'after',
        '\nJSON 输出：{ eventId, lastDay }；异议 { objectionId } 或 { id, outcome }；公示 { out, files }；列表 { events }',
      ),
    options: OutsideOptions,
    run: outside,
  });
}
