import type { Command } from 'commander';
import { z } from 'zod';
import type { WorkshopRow } from '../../../db/model/contract/workshops.ts';
import { IsoDate } from '../../../db/model/dates.ts';
import { MATERIAL_FORMS, MATERIALS, Material, type Materials } from '../../../db/model/materials.ts';
import { errorsOf, ok, problem, type Result, refuse } from '../../../db/model/problems.ts';
import { freeRanks, reasonFromFigures } from '../../../db/model/ranking.ts';
import { enumOf, ReviewLevel } from '../../../db/model/terms.ts';
import { type Office, transact } from '../../../db/office.ts';
import { decideSelection, rankingView } from '../../../db/selection/ranking.ts';
import { replaceWorkshop, vacancies } from '../../../db/selection/replacement.ts';
import { deselectApplications, retractReview } from '../../../db/selection/selection.ts';
import { saveMaterials } from '../../../db/workshops/materials.ts';
import { undoWithdrawal, withdrawApplication } from '../../../db/workshops/withdrawals.ts';
import { workshopPage, workshopRows } from '../../../db/workshops/workshops.ts';
import { done, type Outcome, refusedWith } from '../outcome.ts';
import { type Deliver, registerOfficeVerb } from '../register.ts';
import { collect, verb, type Workspace } from '../workspace.ts';

const NO_NAME = (name: string) =>
  refuse(problem('name.unknown', `没有名为“${name}”的小作坊，请核对`, { found: name }));

/** The one workshop of the year with this name. */
export function named(office: Office, name: string, today: IsoDate): Result<WorkshopRow> {
  const found = workshopRows(office, today).filter((row) => row.name === name);
  const [row] = found;
  if (!row) return NO_NAME(name);
  if (found.length === 1) return { ok: true, value: row };
  return refuse(
    problem('name.ambiguous', `有${found.length}家都叫“${name}”，请在窗口中办理`, { found: name }),
  );
}

/** Works on the workshop of a name; a refusal becomes the verb's outcome. */
function onNamed(
  { office, act }: Workspace,
  name: string,
  run: (row: WorkshopRow) => Result<unknown>,
  said: string,
): Outcome {
  const row = named(office, name, act.today);
  if (!row.ok) return refusedWith(row.problems);
  const result = run(row.value);
  return result.ok ? done({ name }, `“${name}”：${said}。`) : refusedWith(result.problems);
}

function rank({ office, act }: Workspace): Outcome {
  const { quota, fixedPlaces, candidates } = rankingView(office, act.today);
  const shown = candidates.map((one) => ({
    name: one.name,
    rank: one.decision?.rank ?? null,
    suggestedRank: one.suggestedRank,
    points: one.points,
    merits: one.merits,
    selected: one.decision?.selected ?? null,
    reason: one.decision?.reason ?? null,
  }));
  const lines = candidates.map(
    (one) => `建议第${one.suggestedRank}名\t${one.points}分\t${one.name}\t${one.decision?.reason ?? ''}`,
  );
  return done(
    { quota, fixedPlaces, candidates: shown },
    `名额${quota}家，已占用${fixedPlaces}家。`,
    ...lines,
  );
}

/** The best of the suggested ranking within the quota; a reason from the figures for everybody. */
export function selectByRank({ office, act }: Workspace): Outcome {
  const view = rankingView(office, act.today);
  const open = view.candidates
    .filter((one) => !one.fixed)
    .sort((left, right) => left.suggestedRank - right.suggestedRank);
  if (open.length === 0) return refusedWith([problem('select.none', '没有待遴选的申请')]);
  const taken = view.candidates.flatMap((one) => (one.fixed && one.decision?.rank) || []);
  const ranks = freeRanks(new Set(taken), open.length);
  let free = view.quota - view.fixedPlaces;
  const decisions = open.map((one, index) => {
    const unmet = errorsOf(one.failedConditions).map((each) => each.message);
    const place = ranks[index] ?? index + 1;
    const selected = unmet.length === 0 && free > 0;
    if (selected) free -= 1;
    const reason = reasonFromFigures({ points: one.points, unmet, selected }, place);
    return { applicationId: one.applicationId, rank: place, selected, reason };
  });
  const decided = decideSelection(office, decisions, act);
  if (!decided.ok) return refusedWith(decided.problems);
  const { selected, notSelected } = decided.value;
  return done(
    { selected, notSelected, quota: view.quota },
    `入选${selected}家，未入选${notSelected}家（名额${view.quota}家）。`,
  );
}

const WithdrawOptions = z.object({
  name: z.string(),
  reason: z.string().default(''),
  on: IsoDate.optional(),
  undo: z.boolean().default(false),
});

function withdraw(options: z.infer<typeof WithdrawOptions>, workspace: Workspace): Outcome {
  const { office, act } = workspace;
  const { name, reason, undo } = options;
  if (undo) {
    return onNamed(workspace, name, (row) => undoWithdrawal(office, row.applicationId, act), '已撤销退出');
  }
  if (reason === '') return refusedWith([problem('option.reason', '请用 --reason 写明退出原因')]);
  const on = options.on ?? act.today;
  const run = (row: WorkshopRow) => withdrawApplication(office, row.applicationId, on, reason, act);
  return onNamed(workspace, name, run, `已于${on}退出`);
}

const ReplaceOptions = z.object({
  leaver: z.string(),
  by: z.string().optional(),
  reason: z.string().default(''),
});

function replace(
  { leaver, by, reason }: z.infer<typeof ReplaceOptions>,
  { office, act }: Workspace,
): Outcome {
  const vacancy = vacancies(office, act.today).find((one) => one.name === leaver);
  if (!vacancy) return refusedWith([problem('replace.noVacancy', `“${leaver}”没有空出名额，或已有递补`)]);
  const newcomer =
    by === undefined ? vacancy.successors[0] : vacancy.successors.find((one) => one.name === by);
  if (!newcomer) {
    const who = by === undefined ? '没有可以递补的小作坊' : `“${by}”不能递补（须审核通过、符合条件且未入选）`;
    return refusedWith([problem('replace.unfit', who)]);
  }
  const ids = { leaverId: vacancy.applicationId, newcomerId: newcomer.applicationId };
  const replaced = replaceWorkshop(office, { ...ids, reason }, act);
  if (!replaced.ok) return refusedWith(replaced.problems);
  return done({ leaver, newcomer: newcomer.name }, `“${newcomer.name}”递补“${leaver}”。`);
}

const MaterialOptions = z.object({
  name: z.array(z.string()).min(1),
  received: z.array(Material).default([]),
  missing: z.array(Material).default([]),
  form: enumOf(MATERIAL_FORMS).default('paper'),
});

/** The list of one workshop with the changes made. */
function saveReceived(
  name: string,
  { form, received, missing }: z.infer<typeof MaterialOptions>,
  { office, act }: Workspace,
): Result<void> {
  const row = named(office, name, act.today);
  if (!row.ok) return row;
  const page = workshopPage(office, row.value.workshopId, act.today);
  if (!page.ok) return page;
  const added = Object.fromEntries(received.map((one) => [one, { form, receivedOn: act.today }]));
  const changed: Materials = { ...page.value.materials, ...added };
  for (const one of missing) delete changed[one];
  return saveMaterials(office, row.value.applicationId, changed, act);
}

/** For all the workshops named, or for none. */
function materials(options: z.infer<typeof MaterialOptions>, workspace: Workspace): Outcome {
  const saved = transact(workspace.office, () => {
    for (const name of options.name) {
      const one = saveReceived(name, options, workspace);
      if (!one.ok) return one;
    }
    return ok(undefined);
  });
  if (!saved.ok) return refusedWith(saved.problems);
  return done({ names: options.name }, `已登记${options.name.length}家的材料清单。`);
}

const byName = (command: Command): Command => command.requiredOption('--name <NAME>', '小作坊名称');

export function registerChoiceVerbs(program: Command, deliver: Deliver): void {
  registerOfficeVerb(program, deliver, {
    command: verb('rank', '列出候选小作坊的比选得分、建议名次和遴选决定').addHelpText(
      'after',
      '\nJSON 输出：{ quota, fixedPlaces, candidates: [{ name, rank, suggestedRank, points, merits, selected, reason }] }',
    ),
    options: z.object({}),
    run: (_options, workspace) => rank(workspace),
  });
  registerOfficeVerb(program, deliver, {
    command: byName(verb('retract-review', '撤回某一层级的审核意见'))
      .requiredOption('--level <LEVEL>', 'station、section 或 leader')
      .requiredOption('--reason <TEXT>', '原因')
      .addHelpText('after', '\nJSON 输出：{ name }'),
    options: z.object({ name: z.string(), level: ReviewLevel, reason: z.string().min(1) }),
    run: ({ name, level, reason }, workspace) => {
      const { office, act } = workspace;
      const run = (row: WorkshopRow) => retractReview(office, row.applicationId, level, reason, act);
      return onNamed(workspace, name, run, '审核意见已撤回');
    },
  });
  registerOfficeVerb(program, deliver, {
    command: verb('materials', '登记收到的附件材料')
      .requiredOption('--name <NAME>', '小作坊名称，可重复', collect)
      .option('--received <KEY>', '收到的材料，可重复', collect)
      .option('--missing <KEY>', '改为未收到，可重复', collect)
      .option('--form <FORM>', 'paper（纸质）或 attachment（附件），默认 paper')
      .addHelpText(
        'after',
        `\n材料：${Object.entries(MATERIALS)
          .map(([key, label]) => `${key} ${label}`)
          .join('；')}\nJSON 输出：{ names }`,
      ),
    options: MaterialOptions,
    run: materials,
  });
  registerOfficeVerb(program, deliver, {
    command: byName(verb('deselect', '公示前取消入选'))
      .requiredOption('--reason <TEXT>', '原因')
      .addHelpText('after', '\nJSON 输出：{ name }'),
    options: z.object({ name: z.string(), reason: z.string().min(1) }),
    run: ({ name, reason }, workspace) => {
      const { office, act } = workspace;
      const run = (row: WorkshopRow) => deselectApplications(office, [row.applicationId], reason, act);
      return onNamed(workspace, name, run, '已取消入选');
    },
  });
  registerOfficeVerb(program, deliver, {
    command: byName(verb('withdraw', '登记退出，或用 --undo 撤销退出'))
      .option('--reason <TEXT>', '退出原因')
      .option('--on <DATE>', '退出日期，默认为办理日期')
      .option('--undo', '撤销退出')
      .addHelpText('after', '\nJSON 输出：{ name }'),
    options: WithdrawOptions,
    run: withdraw,
  });
  registerOfficeVerb(program, deliver, {
    command: verb('replace', '由下一名递补空出的名额')
      .requiredOption('--leaver <NAME>', '退出或被取消的小作坊')
      .option('--by <NAME>', '另选递补的小作坊；不填时按名次')
      .option('--reason <TEXT>', '不按名次递补时必填')
      .addHelpText('after', '\nJSON 输出：{ leaver, newcomer }'),
    options: ReplaceOptions,
    run: replace,
  });
}
