import { audit } from '../audit.ts';
import { changesBetween } from '../model/changes.ts';
import type { TaskWorks, WorksImportPreview } from '../model/contract/works.ts';
import type { IsoDate } from '../model/dates.ts';
import type { PlanId } from '../model/ids.ts';
import type { RawWorkbook } from '../model/import/grid.ts';
import { compact } from '../model/import/text.ts';
import { type ReadWork, readWorks } from '../model/import/works.ts';
import { errorsOf, ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { WORK_FIELDS } from '../model/workFields.ts';
import { WorkInput, workProblems } from '../model/works.ts';
import { type Act, type Office, transact } from '../office.ts';
import { planRows } from '../plans/plans.ts';
import { saveProgress } from './works.ts';
import { gatherWorks, type PlanWorks } from './worksRecords.ts';

interface Match {
  readonly planId: PlanId;
  readonly workshopName: string;
  readonly task: TaskWorks;
  readonly work: WorkInput;
}

interface WorksPreview {
  readonly matches: readonly Match[];
  readonly problems: readonly Problem[];
}

type Candidate = { readonly name: string; readonly works: PlanWorks | undefined };

function findPlan(read: ReadWork, candidates: readonly Candidate[]): Result<PlanWorks> {
  const at = { row: read.row, found: read.workshopName };
  const start = `第${read.row}行“${read.workshopName}”`;
  const [only, another] = candidates.filter((one) => compact(one.name) === compact(read.workshopName));
  if (!only) return refuse(problem('works.unknown', `${start}不在创建名单中，请核对名称是否与名单一致`, at));
  if (another)
    return refuse(problem('works.ambiguous', `${start}在创建名单中有同名的，请在窗口中逐家登记`, at));
  if (!only.works) return refuse(problem('works.unsigned', `${start}的方案尚未签批，不能登记进度`, at));
  if (only.works.plan.worksStartedOn === null)
    return refuse(problem('works.notStarted', `${start}还没有登记开工，不能登记进度`, at));
  return ok(only.works);
}

function findTask(read: ReadWork, { tasks }: PlanWorks): Result<TaskWorks> {
  const at = { row: read.row, column: '改造任务', found: read.measure };
  const start = `第${read.row}行改造任务“${read.measure}”`;
  const [only, another] = tasks.filter((task) => compact(task.measure) === compact(read.measure));
  if (!only)
    return refuse(problem('works.task', `${start}不在“${read.workshopName}”签批的方案中，请核对文字`, at));
  if (another) return refuse(problem('works.sameTask', `${start}在方案中有两项，请在窗口中逐项登记`, at));
  return ok(only);
}

/** What is recorded, with what the row says instead; a day of completion means 100 %. */
function merged({ work }: TaskWorks, read: ReadWork): WorkInput {
  return WorkInput.parse({
    progressPercent: read.progressPercent ?? (read.finishedOn ? 100 : work.progressPercent),
    costOwn: read.costOwn ?? work.costOwn,
    costOther: read.costOther ?? work.costOther,
    finishedOn: read.finishedOn ?? work.finishedOn,
    note: read.note?.slice(0, 300) ?? work.note,
  });
}

function matchRow(read: ReadWork, candidates: readonly Candidate[], today: IsoDate): Result<Match | null> {
  const plan = findPlan(read, candidates);
  if (!plan.ok) return plan;
  const task = findTask(read, plan.value);
  if (!task.ok) return task;
  const work = merged(task.value, read);
  if (changesBetween<WorkInput>(task.value.work, work, WORK_FIELDS).length === 0) return ok(null);
  const name = `第${read.row}行“${read.workshopName}”${read.measure}`;
  if (task.value.work.closedOn !== null)
    return refuse(
      problem('works.closed', `${name}：已于${task.value.work.closedOn}销号，不能修改`, { row: read.row }),
    );
  const startedOn = plan.value.plan.worksStartedOn;
  const problems = startedOn ? workProblems(work, { startedOn, today, name }) : [];
  if (problems.length > 0) return refuse(...problems.map((one) => ({ ...one, row: read.row })));
  const { workshopName } = read;
  return ok({ planId: plan.value.plan.id, workshopName, task: task.value, work });
}

/** Holds a workbook of progress against the signed plans; writes nothing. */
export function previewWorks(office: Office, workbook: RawWorkbook, today: IsoDate): WorksPreview {
  const { works, problems } = readWorks(workbook);
  const byWorkshop = new Map(gatherWorks(office, today).map((one) => [one.plan.workshopId, one]));
  const candidates = planRows(office, today).map((row) => ({
    name: row.workshopName,
    works: byWorkshop.get(row.workshopId),
  }));
  const results = works.map((read) => ({ read, result: matchRow(read, candidates, today) }));
  const matches: Match[] = [];
  const found: Problem[] = [...problems];
  const seen = new Map<string, number>();
  for (const { read, result } of results) {
    if (!result.ok) {
      found.push(...result.problems);
      continue;
    }
    if (result.value === null) continue;
    const key = `${result.value.planId} ${result.value.task.line}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      const message = `第${read.row}行与第${earlier}行是同一项任务，请只留一行`;
      found.push(problem('works.twice', message, { row: read.row }));
      continue;
    }
    seen.set(key, read.row);
    matches.push(result.value);
  }
  return { matches, problems: found };
}

/** The preview as the window shows it. */
export const shownWorks = ({ matches }: WorksPreview): WorksImportPreview['tasks'] =>
  matches.map(({ workshopName, task, work }) => ({
    workshopName,
    measure: task.measure,
    work,
    costOwnBefore: task.work.costOwn,
    progressBefore: task.work.progressPercent,
  }));

/** Records the previewed progress: all of it, or none where the preview has an error. */
export function importWorks(office: Office, { matches, problems }: WorksPreview, act: Act): Result<number> {
  const errors = errorsOf(problems);
  if (errors.length > 0) return refuse(...errors);
  if (matches.length === 0)
    return refuse(problem('works.none', '表格中没有可导入的改造进度，或与已登记的完全相同'));
  return transact(office, () => {
    for (const { planId, task, work } of matches) {
      const saved = saveProgress(office, planId, [{ line: task.line, ...work }], act);
      if (!saved.ok) return saved;
    }
    audit(office, act, 'works.import', `从表格导入了${matches.length}项改造任务的进度`);
    return ok(matches.length);
  });
}

/** Every task not yet 销号 of the works under way, for the template. */
export function openTasks(office: Office, today: IsoDate) {
  const names = new Map(planRows(office, today).map((row) => [row.workshopId, row.workshopName]));
  return gatherWorks(office, today)
    .filter((one) => one.plan.worksStartedOn !== null)
    .flatMap(({ plan, tasks }) => {
      const workshopName = names.get(plan.workshopId);
      if (workshopName === undefined) return [];
      return tasks
        .filter((task) => task.state !== 'closed')
        .map(({ measure, work }) => ({ workshopName, measure, work }));
    });
}
