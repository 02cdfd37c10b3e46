import { eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import type { IsoDate } from '../model/dates.ts';
import type { PlanId } from '../model/ids.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { revisionsOf } from '../plans/revisions.ts';
import { plan } from '../schema.ts';
import { gatherWorks, type PlanWorks } from './worksRecords.ts';
import { UNSIGNED } from './worksTargets.ts';

/** The first day works may begin: the leader's signature on the first signed revision. */
function signedOn(office: Office, planId: PlanId): IsoDate | undefined {
  return revisionsOf(office, currentCampaign(office).id, { planId })
    .find((row) => row.state === 'signed')
    ?.signatures.find((one) => one.role === 'leader')?.signedOn;
}

/**
 * 登记开工: never before the leader's signature (notice 三（三）). Given again, it corrects the day, which then may
 * not lie after the first task was finished.
 */
export function startWorks(office: Office, planId: PlanId, startedOn: IsoDate, act: Act): Result<void> {
  const [works] = gatherWorks(office, act.today, { planId });
  const first = signedOn(office, planId);
  if (!works || !first) return UNSIGNED();
  const before = works.plan.worksStartedOn;
  if (before === null && works.newest !== works.signed) return UNSIGNED();
  const finished = works.tasks.map((task) => task.work.finishedOn).filter((day) => day !== null);
  const last = [act.today, ...finished].sort().at(0) ?? act.today;
  if (startedOn < first || startedOn > last) {
    const end = last === act.today ? `${last}（今天）` : `${last}（最早完成的任务）`;
    const expected = `${first}（领导签字日）至${end}`;
    return refuse(
      problem('works.date', `开工日期${startedOn}应在${expected}之间`, {
        field: 'startedOn',
        found: startedOn,
        expected,
      }),
    );
  }
  return transact(office, () => {
    office.db.update(plan).set({ worksStartedOn: startedOn }).where(eq(plan.id, planId)).run();
    const sentence = before === null ? `登记开工：${startedOn}` : `更正开工日期：${before}改为${startedOn}`;
    audit(office, act, 'works.start', sentence, works.plan.workshopId);
    return ok(undefined);
  });
}

const hasRecord = ({ tasks, dropped }: PlanWorks): boolean =>
  dropped.length > 0 || tasks.some((task) => task.state !== 'notStarted');

/** Takes 开工 back, while nothing of the works is recorded. */
export function undoStartWorks(office: Office, planId: PlanId, reason: string, act: Act): Result<void> {
  const [works] = gatherWorks(office, act.today, { planId });
  if (!works || works.plan.worksStartedOn === null)
    return refuse(problem('works.notStarted', '该方案没有开工登记'));
  if (hasRecord(works))
    return refuse(
      problem('works.recorded', '已登记改造进度，不能撤销开工；开工日期有误可直接更正，或先逐项撤销进度'),
    );
  return transact(office, () => {
    office.db.update(plan).set({ worksStartedOn: null }).where(eq(plan.id, planId)).run();
    audit(office, act, 'works.undo', `撤销了开工登记，原因：${reason}`, works.plan.workshopId);
    return ok(undefined);
  });
}
