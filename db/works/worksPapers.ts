import { bureauOf, currentCampaign } from '../bureau/bureau.ts';
import { checkCode } from '../model/checkCode.ts';
import type { IsoDate } from '../model/dates.ts';
import type { WorkshopId } from '../model/ids.ts';
import { sumFen, ZERO_FEN } from '../model/money.ts';
import type { TaskClosurePaper } from '../model/papers/plans.ts';
import { invariant, ok, problem, type Result, refuse } from '../model/problems.ts';
import { worksTotals } from '../model/works.ts';
import type { Office } from '../office.ts';
import { gatherWorks, worksOf } from './worksRecords.ts';

/** 《改造任务销号表》 of one workshop, by its signed plan. */
export function taskClosurePaper(
  office: Office,
  workshopId: WorkshopId,
  today: IsoDate,
): Result<TaskClosurePaper> {
  const view = worksOf(office, workshopId, today);
  const [gathered] = gatherWorks(office, today, { workshopId });
  if (!view || !gathered)
    return refuse(problem('paper.unsigned', '该小作坊的方案尚未签批，还没有改造任务销号表'));
  const { year, policy } = currentCampaign(office);
  const { digest } = gathered.signed.revision;
  invariant(digest, 'a signed revision is frozen');
  const ofTasks = worksTotals(view.tasks, [], today);
  const leader = gathered.signed.signatures.find((one) => one.role === 'leader');
  return ok({
    paper: 'taskClosure',
    bureau: bureauOf(office),
    year,
    programmeName: policy.programmeName,
    asOf: today,
    workshopName: view.workshopName,
    ownerName: view.ownerName,
    helperName: view.helperName,
    revision: view.revision,
    checkCode: checkCode(digest),
    signedOn: leader?.signedOn ?? null,
    startedOn: view.startedOn,
    minOwnInvestment: policy.minOwnInvestment,
    tasks: view.tasks.map(({ work: { note: remark, ...work }, ...task }) => ({
      number: task.number,
      category: task.category,
      measure: task.measure,
      standard: task.standard,
      dueOn: task.dueOn,
      budgetOwn: task.budgetOwn,
      budgetOther: task.budgetOther,
      late: task.late,
      remark,
      ...work,
    })),
    dropped: view.dropped.map(({ measure, lastRevision, work }) => ({
      measure,
      lastRevision,
      costOwn: work.costOwn ?? ZERO_FEN,
      costOther: work.costOther ?? ZERO_FEN,
      remark: work.note,
    })),
    totals: {
      ...view.totals,
      spent: sumFen([view.totals.spentOwn, view.totals.spentOther]),
      ofTasks: {
        budgetOwn: ofTasks.budgetOwn,
        budgetOther: ofTasks.budgetOther,
        costOwn: ofTasks.spentOwn,
        costOther: ofTasks.spentOther,
      },
    },
  });
}
