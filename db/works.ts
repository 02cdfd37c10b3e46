import { and, eq, isNotNull } from 'drizzle-orm';
import { audit } from './audit.ts';
import { currentCampaign } from './bureau.ts';
import type { IsoDate } from './model/dates.ts';
import type { PlanId } from './model/ids.ts';
import { ok, problem, type Result, refuse } from './model/problems.ts';
import { type Act, type Office, transact } from './office.ts';
import { plan } from './schema.ts';
import { revisionsOf } from './stageFacts.ts';

/** 登记开工: never before the leader's signature (notice 三（三）). */
export function startWorks(office: Office, planId: PlanId, startedOn: IsoDate, act: Act): Result<void> {
  const newest = revisionsOf(office, currentCampaign(office).id)
    .filter((row) => row.plan.id === planId)
    .at(-1);
  const leader = newest?.signatures.find((one) => one.role === 'leader' && one.outcome === 'agree');
  if (newest?.state !== 'signed' || !leader) {
    return refuse(problem('works.unsigned', '方案尚未签批，不能开工（方案经主管领导签字后方可组织实施）'));
  }
  if (startedOn < leader.signedOn || startedOn > act.today) {
    const expected = `${leader.signedOn}（领导签字日）至${act.today}（今天）`;
    return refuse(
      problem('works.date', `开工日期${startedOn}应在${expected}之间`, { field: 'startedOn', expected }),
    );
  }
  return transact(office, () => {
    office.db.update(plan).set({ worksStartedOn: startedOn }).where(eq(plan.id, planId)).run();
    audit(office, act, 'works.start', `登记开工：${startedOn}`, newest.plan.workshopId);
    return ok(undefined);
  });
}

export function undoStartWorks(office: Office, planId: PlanId, act: Act): Result<void> {
  return transact(office, () => {
    const row = office.db
      .update(plan)
      .set({ worksStartedOn: null })
      .where(and(eq(plan.id, planId), isNotNull(plan.worksStartedOn)))
      .returning()
      .get();
    if (!row) return refuse(problem('works.notStarted', '该方案没有开工登记'));
    audit(office, act, 'works.undo', '撤销了开工登记', row.workshopId);
    return ok(undefined);
  });
}
