import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import type { IsoDate } from '../model/dates.ts';
import type { ApplicationId, WorkshopId } from '../model/ids.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { livePayment } from '../payments/livePayments.ts';
import { application, workshop } from '../schema.ts';
import { placesTaken } from '../selection/selectedPlaces.ts';

/** Money that is on its way, or was paid, is dealt with first. */
function paidProblem(office: Office, workshopId: WorkshopId): Problem | null {
  const paid = livePayment(office, workshopId);
  if (!paid) return null;
  const name = office.db.select().from(workshop).where(eq(workshop.id, workshopId)).get()?.name ?? '';
  const message =
    paid.state === 'paid'
      ? `“${name}”的奖补资金已经发放（“${paid.title}”），不能登记退出；发放结果登记有误的，请先在“名单与奖补—发放”撤回`
      : `“${name}”已列入发放表“${paid.title}”，还没有登记发放结果，不能登记退出；请先撤销该发放表，或登记这一笔发放失败`;
  return problem('withdraw.payment', message, { found: paid.title });
}

/** 退出 this year's campaign, at any stage before the award; every record stays. */
export function withdrawApplication(
  office: Office,
  applicationId: ApplicationId,
  on: IsoDate,
  reason: string,
  act: Act,
): Result<void> {
  if (on > act.today) {
    return refuse(
      problem('withdraw.date', `退出日期${on}晚于今天（${act.today}），请核对`, {
        field: 'on',
        found: on,
        expected: `不晚于${act.today}`,
      }),
    );
  }
  return transact(office, () => {
    const row = office.db
      .update(application)
      .set({ withdrawnOn: on, withdrawnReason: reason })
      .where(and(eq(application.id, applicationId), isNull(application.withdrawnOn)))
      .returning()
      .get();
    if (!row) return refuse(problem('withdraw.already', '没有找到该申请，或已登记退出，请刷新后再看'));
    const paid = paidProblem(office, row.workshopId);
    if (paid) return refuse(paid);
    audit(office, act, 'application.withdraw', `登记退出（${on}），原因：${reason}`, row.workshopId);
    return ok(undefined);
  });
}

/** Who follows on the place somebody left, by name; `undefined` while nobody does. */
function successorName(office: Office, leaver: ApplicationId): string | undefined {
  const successor = placesTaken(office).find((one) => one.replacesId === leaver);
  if (!successor) return undefined;
  return office.db
    .select({ name: workshop.name })
    .from(application)
    .innerJoin(workshop, eq(workshop.id, application.workshopId))
    .where(eq(application.id, successor.applicationId))
    .get()?.name;
}

/** Takes a withdrawal back. Its place must still be free: a successor keeps it, and the quota holds. */
export function undoWithdrawal(office: Office, applicationId: ApplicationId, act: Act): Result<void> {
  const { quota } = currentCampaign(office).policy;
  return transact(office, () => {
    const row = office.db
      .update(application)
      .set({ withdrawnOn: null, withdrawnReason: '' })
      .where(and(eq(application.id, applicationId), isNotNull(application.withdrawnOn)))
      .returning()
      .get();
    if (!row) return refuse(problem('withdraw.none', '该申请没有退出登记，请刷新后再看'));
    const successor = successorName(office, applicationId);
    const isSelected = placesTaken(office).some((one) => one.applicationId === applicationId);
    if (isSelected && successor !== undefined) {
      return refuse(
        problem(
          'withdraw.replaced',
          `空出的名额已由“${successor}”递补，不能撤销退出。如需恢复，请先取消其入选或登记其退出`,
        ),
      );
    }
    const taken = placesTaken(office).length;
    if (isSelected && taken > quota) {
      return refuse(
        problem(
          'withdraw.quota',
          `名额${quota}家已用完，撤销退出后将有${taken}家，请先调整名额或取消别家入选`,
        ),
      );
    }
    audit(office, act, 'application.undoWithdraw', '撤销了退出登记', row.workshopId);
    return ok(undefined);
  });
}
