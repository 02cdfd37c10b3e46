import { proposalBasis } from '../inspections/inspections.ts';
import type { WorkshopId } from '../model/ids.ts';
import { errorsOf, ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { type ProposedTask, proposeTasks, taskFrom, uncoveredDeductions } from '../model/scoring/measures.ts';
import type { Act, Office } from '../office.ts';
import { planOf, savePlanDraft } from './plans.ts';

export interface Proposals {
  readonly proposed: readonly ProposedTask[];
  /** 每个扣分项都有对应任务: what the plan's newest revision still lacks. */
  readonly uncovered: readonly Problem[];
}

/** What the newest self-check calls for beyond the tasks the plan has. */
export function proposalsFor(office: Office, workshopId: WorkshopId, act: Act): Result<Proposals> {
  const basis = proposalBasis(office, workshopId);
  if (!basis) {
    return refuse(problem('proposals.none', '该小作坊还没有完成的自查，请先自查再生成改造任务'));
  }
  const tasks = planOf(office, workshopId, act.today)?.current.content.tasks ?? [];
  return ok({
    proposed: proposeTasks(basis.table, basis.answers, basis.measures, tasks),
    uncovered: uncoveredDeductions(basis.table, basis.answers, tasks),
  });
}

/** Adds proposed tasks (the first for each line where `codes` is empty) below those of the draft plan. */
export function addProposedTasks(
  office: Office,
  workshopId: WorkshopId,
  codes: readonly string[],
  act: Act,
): Result<readonly ProposedTask[]> {
  const found = proposalsFor(office, workshopId, act);
  if (!found.ok) return found;
  const plan = planOf(office, workshopId, act.today);
  const revision = plan?.revisions.at(-1);
  if (!plan || revision?.state !== 'draft') {
    return refuse(problem('proposals.noDraft', '该小作坊没有起草中的改造方案，请先编制或新开一版'));
  }
  const { proposed } = found.value;
  const unknown = codes.filter((code) => !proposed.some((one) => one.itemCode === code));
  if (unknown.length > 0) {
    return refuse(
      ...unknown.map((code) =>
        problem('proposals.code', `评分项${code}没有扣分，或已有对应任务`, { found: code }),
      ),
    );
  }
  const firsts = proposed.filter(
    (one, index) => proposed.findIndex((other) => other.itemCode === one.itemCode) === index,
  );
  const picked = firsts.filter((one) => codes.length === 0 || codes.includes(one.itemCode));
  if (picked.length === 0) return refuse(problem('proposals.covered', '每个扣分项都已有对应任务'));
  const { content, revisionId } = plan.current;
  const added = picked.map((one) => taskFrom(one, content.tasks.at(-1)));
  const saved = savePlanDraft(office, revisionId, { ...content, tasks: [...content.tasks, ...added] }, act);
  if (!saved.ok) return refuse(...errorsOf(saved.problems));
  return ok(picked);
}
