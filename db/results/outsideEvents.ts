import { and, asc, desc, eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { officeCalendar } from '../bureau/calendar.ts';
import { groupBy } from '../groupBy.ts';
import { changesBetween, NOTHING } from '../model/changes.ts';
import type { OutsideEventView, PassedObjectionView } from '../model/contract/results.ts';
import type { IsoDate } from '../model/dates.ts';
import { newId, OutsideEventId, type WorkshopId } from '../model/ids.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { type PublicityPeriod, publicityPeriod, publicityState } from '../model/publicity.ts';
import { type OutsideEventInput, outsideProblems, toldWords } from '../model/results.ts';
import { OUTSIDE_EVENTS } from '../model/terms.ts';
import { type Act, type Office, transact } from '../office.ts';
import { outsideEvent, outsideEventWorkshop, payment, paymentBatch, workshop } from '../schema.ts';
import { passedObjections } from './passedObjections.ts';
import { rosterMembers } from './results.ts';

type Row = typeof outsideEvent.$inferSelect;

const unknown = () => refuse(problem('outside.unknown', '没有找到该记录，请刷新后再试'));

const periodOf = (
  { kind, happenedOn, lastDay }: Row,
  objections: readonly PassedObjectionView[],
  today: IsoDate,
): OutsideEventView['period'] => {
  if (kind !== 'resultPublicity' || lastDay === null) return null;
  const open = objections.filter((one) => one.outcome === null).length;
  return publicityState({ firstDay: happenedOn, lastDay, cancelledOn: null, openObjections: open }, today);
};

/** What city and province did in the year at work, the newest first; removed ones among them. */
export function outsideEvents(office: Office, today: IsoDate): readonly OutsideEventView[] {
  const { id: campaignId } = currentCampaign(office);
  const named = groupBy(
    office.db
      .select({ one: outsideEventWorkshop, name: workshop.name })
      .from(outsideEventWorkshop)
      .innerJoin(outsideEvent, eq(outsideEvent.id, outsideEventWorkshop.eventId))
      .innerJoin(workshop, eq(workshop.id, outsideEventWorkshop.workshopId))
      .where(eq(outsideEvent.campaignId, campaignId))
      .orderBy(asc(workshop.id))
      .all(),
    ({ one }) => one.eventId,
  );
  const objections = groupBy(passedObjections(office), (one) => one.eventId);
  return office.db
    .select()
    .from(outsideEvent)
    .where(eq(outsideEvent.campaignId, campaignId))
    .orderBy(desc(outsideEvent.happenedOn), desc(outsideEvent.id))
    .all()
    .map((row) => {
      const { removedAt, removedReason, campaignId: _, ...event } = row;
      const passed = (objections.get(row.id) ?? []).map(({ eventId: _event, ...one }) => one);
      return {
        ...event,
        workshops: (named.get(row.id) ?? []).map(({ one, name }) => ({
          workshopId: one.workshopId,
          score: one.score,
          veto: one.veto,
          name,
        })),
        removed: removedAt === null ? null : { at: removedAt, reason: removedReason },
        period: removedAt === null ? periodOf(row, passed, today) : 'cancelled',
        objections: passed,
      };
    });
}

/** A 公示 by the year's days and counting rule. */
export function resultPeriod(office: Office, firstDay: IsoDate): Result<PublicityPeriod> {
  const { publicityDays, countingRule } = currentCampaign(office).policy;
  return publicityPeriod(firstDay, publicityDays, countingRule, officeCalendar(office));
}

const find = (office: Office, id: OutsideEventId): Row | undefined =>
  office.db
    .select()
    .from(outsideEvent)
    .where(and(eq(outsideEvent.id, id), eq(outsideEvent.campaignId, currentCampaign(office).id)))
    .get();

function writeWorkshops(office: Office, id: OutsideEventId, { workshops }: OutsideEventInput): void {
  office.db.delete(outsideEventWorkshop).where(eq(outsideEventWorkshop.eventId, id)).run();
  for (const one of workshops) {
    office.db
      .insert(outsideEventWorkshop)
      .values({ ...one, eventId: id })
      .run();
  }
}

const shownWorkshops = (office: Office, workshops: OutsideEventInput['workshops']): string => {
  const names = new Map(
    office.db
      .select({ id: workshop.id, name: workshop.name })
      .from(workshop)
      .all()
      .map((row) => [row.id, row.name]),
  );
  const shown = workshops.map((one) => `${names.get(one.workshopId) ?? ''}${toldWords(one)}`);
  return shown.sort().join('、');
};

/** Only workshops of the 创建名单 can be named; those named before may stay. */
function strangers(office: Office, event: OutsideEventInput, before: readonly WorkshopId[], today: IsoDate) {
  const known = new Set([...rosterMembers(office, today).map((row) => row.workshopId), ...before]);
  return event.workshops.every((one) => known.has(one.workshopId))
    ? []
    : [
        problem('outside.stranger', '所选小作坊中有的不在创建名单上或已退出，请核对', {
          field: 'workshops',
        }),
      ];
}

/** Whether money was sent, or is on its way, to a workshop the announcement no longer names. */
function paidWithout(office: Office, before: readonly WorkshopId[], after: readonly WorkshopId[]) {
  const lost = before.filter((id) => !after.includes(id));
  const paid = office.db
    .select({ workshopId: payment.workshopId, state: payment.state, cancelledOn: paymentBatch.cancelledOn })
    .from(payment)
    .innerJoin(paymentBatch, eq(paymentBatch.id, payment.batchId))
    .where(eq(paymentBatch.campaignId, currentCampaign(office).id))
    .all()
    .filter((row) => row.cancelledOn === null && row.state !== 'failed');
  return paid.some((row) => lost.includes(row.workshopId))
    ? [
        problem(
          'outside.paid',
          '其中有小作坊已列入发放表，不能从省厅公布名单中去掉；请先撤销发放表或发放结果',
        ),
      ]
    : [];
}

const workshopsOf = (office: Office, id: OutsideEventId): readonly WorkshopId[] =>
  office.db
    .select({ id: outsideEventWorkshop.workshopId })
    .from(outsideEventWorkshop)
    .where(eq(outsideEventWorkshop.eventId, id))
    .all()
    .map((row) => row.id);

/** Records what others did, or corrects it with a reason. */
export function saveOutsideEvent(
  office: Office,
  id: OutsideEventId | null,
  event: OutsideEventInput,
  reason: string,
  act: Act,
): Result<OutsideEventId> {
  const { workshops, ...values } = event;
  const before = id === null ? null : find(office, id);
  if (before === undefined || (before && before.removedAt !== null)) return unknown();
  const named = before ? workshopsOf(office, before.id) : [];
  const ids = workshops.map((one) => one.workshopId);
  const problems = [
    ...outsideProblems(event, act.today),
    ...strangers(office, event, named, act.today),
    ...(before && reason === '' ? [problem('outside.reason', '更正请写明原因', { field: 'reason' })] : []),
    ...(before && before.kind !== event.kind
      ? [problem('outside.kind', '类别不能更改，请移除后重新登记', { field: 'kind' })]
      : []),
    ...(before?.kind === 'announcement' ? paidWithout(office, named, ids) : []),
  ];
  if (problems.length > 0) return refuse(...problems);
  return transact(office, () => {
    const what = OUTSIDE_EVENTS[event.kind];
    if (!before) {
      const added = newId(OutsideEventId);
      office.db
        .insert(outsideEvent)
        .values({ ...values, id: added, campaignId: currentCampaign(office).id, removedReason: '' })
        .run();
      writeWorkshops(office, added, event);
      audit(office, act, 'outside.add', `登记了${event.happenedOn}的${what}（${workshops.length}家）`);
      return ok(added);
    }
    const earlier = shownWorkshopsOf(office, before.id);
    office.db.update(outsideEvent).set(values).where(eq(outsideEvent.id, before.id)).run();
    writeWorkshops(office, before.id, event);
    const later = shownWorkshops(office, workshops);
    const changes = [
      ...changesBetween<Omit<OutsideEventInput, 'workshops'>>(before, values, [
        { label: '日期', shown: (one) => one.happenedOn },
        { label: '截止日期', shown: (one) => one.lastDay ?? NOTHING },
        { label: '文号', shown: (one) => one.documentNo || NOTHING },
        { label: '位置', shown: (one) => one.place || NOTHING },
        { label: '备注', shown: (one) => one.note || NOTHING },
      ]),
      ...(earlier === later ? [] : [{ label: '小作坊', from: earlier, to: later }]),
    ];
    audit(office, act, 'outside.change', `更正了${what}，原因：${reason}`, undefined, changes);
    return ok(before.id);
  });
}

const shownWorkshopsOf = (office: Office, id: OutsideEventId): string =>
  shownWorkshops(
    office,
    office.db.select().from(outsideEventWorkshop).where(eq(outsideEventWorkshop.eventId, id)).all(),
  );

/** Recorded by mistake: it stays to be read, and counts no more. `restore` brings it back. */
export function markOutsideEvent(
  office: Office,
  id: OutsideEventId,
  change: 'remove' | 'restore',
  reason: string,
  act: Act,
): Result<void> {
  const row = find(office, id);
  const removing = change === 'remove';
  if (!row || (row.removedAt === null) !== removing) return unknown();
  const paid =
    removing && row.kind === 'announcement' ? paidWithout(office, workshopsOf(office, id), []) : [];
  if (paid.length > 0) return refuse(...paid);
  return transact(office, () => {
    office.db
      .update(outsideEvent)
      .set({ removedAt: removing ? act.at : null, removedReason: removing ? reason : '' })
      .where(eq(outsideEvent.id, id))
      .run();
    const what = `${row.happenedOn}的${OUTSIDE_EVENTS[row.kind]}`;
    const sentence = `${removing ? '移除' : '恢复'}了${what}，原因：${reason}`;
    audit(office, act, removing ? 'outside.withdraw' : 'outside.reinstate', sentence);
    return ok(undefined);
  });
}
