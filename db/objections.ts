import { and, asc, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { audit } from './audit.ts';
import type { ObjectionInput, ObjectionView } from './model/contract/publicity.ts';
import type { IsoDate } from './model/dates.ts';
import { newId, ObjectionId, type PublicityId } from './model/ids.ts';
import { ok, problem, type Result, refuse } from './model/problems.ts';
import { OBJECTION_OUTCOMES, type ObjectionOutcome } from './model/terms.ts';
import { type Act, type Office, transact } from './office.ts';
import { objection, publicity, publicityEntry, roster, workshop } from './schema.ts';

const CONTENT = 'objection.content';
const OBJECTOR = 'objection.objector';
const HANDLING = 'objection.handling';

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

interface Settlement {
  readonly objectionId: ObjectionId;
  readonly outcome: ObjectionOutcome;
  readonly handling: string;
  readonly settledOn: IsoDate;
}

/** Settles an objection. Upheld: its workshop leaves the list, with a trace on the notice. */
export function settleObjection(office: Office, input: Settlement, act: Act): Result<void> {
  return transact(office, () => {
    const row = office.db
      .update(objection)
      .set({
        outcome: input.outcome,
        settledOn: input.settledOn,
        handlingSealed: office.vault.seal(input.handling, HANDLING),
      })
      .where(and(eq(objection.id, input.objectionId), isNull(objection.outcome)))
      .returning()
      .get();
    if (!row) return refuse(problem('objection.settled', '该异议已处理或不存在，请刷新后再看'));
    if (input.settledOn < row.receivedOn) {
      return refuse(
        problem('objection.settledDate', `处理日期${input.settledOn}早于收到日期${row.receivedOn}`, {
          field: 'settledOn',
        }),
      );
    }
    const confirmed = office.db.select().from(roster).where(eq(roster.publicityId, row.publicityId)).get();
    if (confirmed) return refuse(problem('objection.confirmed', '创建名单已确定，不能再处理公示异议'));
    if (input.outcome === 'upheld' && row.workshopId !== null) {
      office.db
        .update(publicityEntry)
        .set({ removedOn: input.settledOn, removedReason: '异议成立' })
        .where(
          and(eq(publicityEntry.publicityId, row.publicityId), eq(publicityEntry.workshopId, row.workshopId)),
        )
        .run();
    }
    const sentence = `处理了异议：${OBJECTION_OUTCOMES[input.outcome]}`;
    audit(office, act, 'objection.settle', sentence, row.workshopId ?? undefined);
    return ok(undefined);
  });
}
