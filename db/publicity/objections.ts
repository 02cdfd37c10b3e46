import { and, asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { audit } from '../audit.ts';
import type { ObjectionInput, ObjectionView } from '../model/contract/publicity.ts';
import type { IsoDate } from '../model/dates.ts';
import { newId, ObjectionId, type PublicityId, type WorkshopId } from '../model/ids.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { objection, publicity, publicityEntry, roster, workshop } from '../schema.ts';

const CONTENT = 'objection.content';
const OBJECTOR = 'objection.objector';
export const HANDLING = 'objection.handling';

/** The objections to a notice, in the order they came. */
export function objectionViews(office: Office, publicityId: PublicityId): readonly ObjectionView[] {
  return office.db
    .select({ objection, workshopName: workshop.name })
    .from(objection)
    .leftJoin(workshop, eq(workshop.id, objection.workshopId))
    .where(eq(objection.publicityId, publicityId))
    .orderBy(asc(objection.id))
    .all()
    .map(({ objection: row, workshopName }) => ({
      id: row.id,
      workshopId: row.workshopId,
      workshopName: workshopName ?? '名单整体',
      receivedOn: row.receivedOn,
      named: row.objectorSealed !== null,
      content: office.vault.unseal(row.contentSealed, CONTENT),
      handling: row.handlingSealed === null ? '' : office.vault.unseal(row.handlingSealed, HANDLING),
      outcome: row.outcome,
      settledOn: row.settledOn,
    }));
}

/** Whether a 创建名单 goes by this notice. */
export const isConfirmed = (office: Office, id: PublicityId): boolean =>
  office.db.select({ id: roster.id }).from(roster).where(eq(roster.publicityId, id)).get() !== undefined;

/** One workshop's line on a notice. */
export const entryOf = (publicityId: PublicityId, workshopId: WorkshopId) =>
  and(eq(publicityEntry.publicityId, publicityId), eq(publicityEntry.workshopId, workshopId));

const isOnNotice = (office: Office, publicityId: PublicityId, workshopId: WorkshopId): boolean =>
  office.db
    .select({ workshopId: publicityEntry.workshopId })
    .from(publicityEntry)
    .where(entryOf(publicityId, workshopId))
    .get() !== undefined;

const futureDate = (field: string, what: string, date: IsoDate, { today }: Act): Problem =>
  problem('objection.future', `${what}${date}晚于今天（${today}），请核对`, {
    field,
    found: date,
    expected: `不晚于${today}`,
  });

/** Who objected, in the clear: only ever compared with, never shown. Empty: anonymous. */
export const objectorOf = (
  office: Office,
  { objectorSealed }: Pick<typeof objection.$inferSelect, 'objectorSealed'>,
): string => (objectorSealed === null ? '' : office.vault.unseal(objectorSealed, OBJECTOR));

/** Records an objection received within the period; a late one is refused with the period's last day. */
export function addObjection(
  office: Office,
  input: z.infer<typeof ObjectionInput>,
  act: Act,
): Result<ObjectionId> {
  const notice = office.db.select().from(publicity).where(eq(publicity.id, input.publicityId)).get();
  if (!notice || notice.cancelledOn) {
    return refuse(problem('publicity.unknown', '该公示不存在或已撤销，不能登记异议'));
  }
  if (isConfirmed(office, notice.id)) {
    return refuse(
      problem('objection.confirmed', '创建名单已确定，不能再登记公示异议；确有遗漏的，请先撤销确定名单'),
    );
  }
  if (input.receivedOn > act.today)
    return refuse(futureDate('receivedOn', '收到日期', input.receivedOn, act));
  if (input.workshopId !== null && !isOnNotice(office, notice.id, input.workshopId)) {
    return refuse(problem('objection.workshop', '所选小作坊不在该公示名单上', { field: 'workshopId' }));
  }
  if (input.receivedOn < notice.firstDay || input.receivedOn > notice.lastDay) {
    return refuse(
      problem(
        'objection.date',
        `收到日期${input.receivedOn}不在公示期（${notice.firstDay}至${notice.lastDay}）内`,
        {
          field: 'receivedOn',
          found: input.receivedOn,
          expected: `${notice.firstDay}至${notice.lastDay}`,
        },
      ),
    );
  }
  const id = newId(ObjectionId);
  return transact(office, () => {
    office.db
      .insert(objection)
      .values({
        id,
        publicityId: input.publicityId,
        workshopId: input.workshopId,
        receivedOn: input.receivedOn,
        objectorSealed: input.objector === '' ? null : office.vault.seal(input.objector, OBJECTOR),
        contentSealed: office.vault.seal(input.content, CONTENT),
      })
      .run();
    audit(office, act, 'objection.add', `登记了${input.receivedOn}收到的异议`, input.workshopId ?? undefined);
    return ok(id);
  });
}
