import { helperNameOf } from '../assistance/assistance.ts';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import type { PlanRow } from '../model/contract/plans.ts';
import type { IsoDate } from '../model/dates.ts';
import type { RawWorkbook } from '../model/import/grid.ts';
import { type ReadPlan, readPlans } from '../model/import/plans.ts';
import type { Fen } from '../model/money.ts';
import { keepLines, type PlanContent, planProblems, planTotals } from '../model/plan.ts';
import { errorsOf, invariant, ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { contentOf, createPlan, findRevision, planRows, savePlanDraft } from './plans.ts';

/** A plan of the workbook matched to a workshop of the 创建名单. */
interface MatchedPlan {
  readonly row: PlanRow;
  readonly workshopName: string;
  readonly taskCount: number;
  readonly budgetOwn: Fen;
  readonly content: PlanContent;
}

interface PlansPreview {
  readonly plans: readonly MatchedPlan[];
  /** Errors stop the import; warnings are what the plans still lack before they can be submitted. */
  readonly problems: readonly Problem[];
}

function matchProblem(read: ReadPlan, candidates: readonly PlanRow[]): Problem | undefined {
  const at = { row: read.firstRow, found: read.workshopName };
  const start = `第${read.firstRow}行“${read.workshopName}”`;
  const [only, another] = candidates;
  if (!only) return problem('plans.unknown', `${start}不在创建名单中，请核对名称是否与名单一致`, at);
  if (another)
    return problem('plans.ambiguous', `${start}在创建名单中有${candidates.length}家同名，请逐家录入`, at);
  if (only.state === null || only.state === 'draft') return undefined;
  return problem('plans.frozen', `${start}的方案已提交或已签批，不能用表格覆盖`, at);
}

/** Where the workbook names no helper, the one who was assigned. */
function contentRead(read: ReadPlan, assigned: string): PlanContent {
  const { situation, assistance, tasks } = read;
  const helperName = read.helperName || assigned;
  return { helperName, situation, assistance, plannedStart: null, tasks: [...tasks] };
}

/** Holds a workbook of tasks against the 创建名单; writes nothing. */
export function previewPlans(office: Office, workbook: RawWorkbook, today: IsoDate): PlansPreview {
  const { policy } = currentCampaign(office);
  const read = readPlans(workbook);
  const rows = planRows(office, today);
  const problems: Problem[] = [...read.problems];
  const plans: MatchedPlan[] = [];
  for (const one of read.plans.filter((plan) => plan.workshopName !== '')) {
    const candidates = rows.filter((row) => row.workshopName === one.workshopName);
    const fault = matchProblem(one, candidates);
    if (fault) problems.push(fault);
    const [row] = candidates;
    if (fault || !row) continue;
    const content = contentRead(one, helperNameOf(office, row.workshopId));
    const lacks = planProblems(content, policy).map(
      (lack): Problem => ({ ...lack, severity: 'warning', message: `${one.workshopName}：${lack.message}` }),
    );
    problems.push(...lacks);
    const { own } = planTotals(content.tasks);
    plans.push({
      row,
      workshopName: one.workshopName,
      taskCount: content.tasks.length,
      budgetOwn: own,
      content,
    });
  }
  return { plans, problems };
}

/** Writes the previewed plans as drafts: all of them, or none where the preview has an error. */
export function importPlans(office: Office, { plans, problems }: PlansPreview, act: Act): Result<number> {
  const errors = errorsOf(problems);
  if (errors.length > 0) return refuse(...errors);
  if (plans.length === 0) return refuse(problem('plans.none', '表格中没有可导入的改造任务'));
  return transact(office, () => {
    for (const { row, content } of plans) {
      const revision = row.revisionId === null ? createPlan(office, row.workshopId, act) : ok(row.revisionId);
      if (!revision.ok) return revision;
      const earlier = findRevision(office, revision.value);
      invariant(earlier, 'a draft is there to be filled');
      const tasks = [...keepLines(content.tasks, contentOf(office, earlier.revision).tasks)];
      const saved = savePlanDraft(office, revision.value, { ...content, tasks }, act);
      if (!saved.ok) return saved;
    }
    audit(office, act, 'plan.import', `从表格导入了${plans.length}份改造方案草稿`);
    return ok(plans.length);
  });
}
