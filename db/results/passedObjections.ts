import { and, asc, eq, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import type {
  PassedObjectionInput,
  PassedObjectionView,
  PassedSettlement,
} from '../model/contract/results.ts';
import type { IsoDate } from '../model/dates.ts';
import type { OutsideEventId, WorkshopId } from '../model/ids.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { OBJECTION_OUTCOMES } from '../model/terms.ts';
import { type Act, type Office, transact } from '../office.ts';
import { removeRow } from '../recycle/recycle.ts';
import { outsideEvent, outsideEventWorkshop, passedObjection, workshop } from '../schema.ts';

const CONTENT = 'passedObjection.content';
const HANDLING = 'passedObjection.handling';

/** Those of the year whose publicity counts; the texts are opened for the screen only. */
export function passedObjections(
  office: Office,
): readonly (PassedObjectionView & { readonly eventId: OutsideEventId })[] {
  return office.db
    .select({ row: passedObjection, name: workshop.name })
    .from(passedObjection)
    .innerJoin(outsideEvent, eq(outsideEvent.id, passedObjection.eventId))
    .leftJoin(workshop, eq(workshop.id, passedObjection.workshopId))
    .where(eq(outsideEvent.campaignId, currentCampaign(office).id))
    .orderBy(asc(passedObjection.id))
    .all()
    .map(({ row, name }) => ({
      id: row.id,
      eventId: row.eventId,
      workshopId: row.workshopId,
      workshopName: name ?? '名单整体',
      receivedOn: row.receivedOn,
      content: office.vault.unseal(row.contentSealed, CONTENT),
      handling: row.handlingSealed === null ? '' : office.vault.unseal(row.handlingSealed, HANDLING),
      outcome: row.outcome,
      settledOn: row.settledOn,
    }));
}

/** What the objections say of each workshop: an upheld one counts above an open one. */
export function objectionsByWorkshop(office: Office): ReadonlyMap<WorkshopId, 'open' | 'upheld'> {
  const rows = office.db
    .select({ workshopId: passedObjection.workshopId, outcome: passedObjection.outcome })
    .from(passedObjection)
    .innerJoin(outsideEvent, eq(outsideEvent.id, passedObjection.eventId))
    .where(and(eq(outsideEvent.campaignId, currentCampaign(office).id), isNull(outsideEvent.removedAt)))
    .all();
  const found = new Map<WorkshopId, 'open' | 'upheld'>();
  for (const { workshopId, outcome } of rows) {
    if (workshopId === null) continue;
    if (outcome === 'upheld') found.set(workshopId, 'upheld');
    if (outcome === null && !found.has(workshopId)) found.set(workshopId, 'open');
  }
  return found;
}

function dayProblem(
  field: 'receivedOn' | 'settledOn',
  day: IsoDate,
  from: { readonly on: IsoDate; readonly what: string },
  today: IsoDate,
): readonly Problem[] {
  if (day >= from.on && day <= today) return [];
  const what = field === 'receivedOn' ? '转来日期' : '处理日期';
  const expected = `${from.on}（${from.what}）至${today}（今天）之间`;
  return [
    problem(`passedObjection.${field}`, `${what}${day}应在${expected}`, { field, found: day, expected }),
  ];
}

/** Records an objection to the 验收结果公示 that was passed on to this office. */
export function addPassedObjection(office: Office, input: PassedObjectionInput, act: Act): Result<string> {
  const event = office.db.select().from(outsideEvent).where(eq(outsideEvent.id, input.eventId)).get();
  if (!event || event.removedAt !== null || event.kind !== 'resultPublicity') {
    return refuse(problem('outside.unknown', '该验收结果公示不存在或已撤销，不能登记异议'));
  }
  const { workshopId } = input;
  const named = office.db
    .select({ id: outsideEventWorkshop.workshopId })
    .from(outsideEventWorkshop)
    .where(eq(outsideEventWorkshop.eventId, event.id))
    .all();
  const stranger = workshopId !== null && !named.some((one) => one.id === workshopId);
  const problems = [
    ...(stranger
      ? [problem('passedObjection.workshop', '所选小作坊不在该公示名单上', { field: 'workshopId' })]
      : []),
    ...dayProblem('receivedOn', input.receivedOn, { on: event.happenedOn, what: '公示首日' }, act.today),
  ];
  if (problems.length > 0) return refuse(...problems);
  const id = uuidv7();
  return transact(office, () => {
    office.db
      .insert(passedObjection)
      .values({
        id,
        eventId: event.id,
        workshopId,
        receivedOn: input.receivedOn,
        contentSealed: office.vault.seal(input.content, CONTENT),
      })
      .run();
    const sentence = `登记了${input.receivedOn}转来的验收结果公示异议`;
    audit(office, act, 'passedObjection.add', sentence, workshopId ?? undefined);
    return ok(id);
  });
}

const unknown = () => refuse(problem('passedObjection.unknown', '该异议已处理或不存在，请刷新后再看'));

const find = (office: Office, id: string) =>
  office.db.select().from(passedObjection).where(eq(passedObjection.id, id)).get();

/** Closes it with its outcome; an upheld one makes the recommendation doubtful, which the clerk then decides on. */
export function settlePassedObjection(office: Office, input: PassedSettlement, act: Act): Result<void> {
  const row = find(office, input.id);
  if (row?.outcome !== null) return unknown();
  const from = { on: row.receivedOn, what: '转来日' };
  const problems = dayProblem('settledOn', input.settledOn, from, act.today);
  if (problems.length > 0) return refuse(...problems);
  const { outcome, settledOn, handling } = input;
  return transact(office, () => {
    office.db
      .update(passedObjection)
      .set({ outcome, settledOn, handlingSealed: office.vault.seal(handling, HANDLING) })
      .where(eq(passedObjection.id, row.id))
      .run();
    const sentence = `处理了验收结果公示异议：${OBJECTION_OUTCOMES[outcome]}`;
    audit(office, act, 'passedObjection.settle', sentence, row.workshopId ?? undefined);
    return ok(undefined);
  });
}

/** Takes back how it was settled. */
export function reopenPassedObjection(office: Office, id: string, reason: string, act: Act): Result<void> {
  const row = find(office, id);
  if (!row || row.outcome === null) return unknown();
  const { outcome, workshopId } = row;
  return transact(office, () => {
    office.db
      .update(passedObjection)
      .set({ outcome: null, settledOn: null, handlingSealed: null })
      .where(eq(passedObjection.id, id))
      .run();
    const sentence = `撤回了验收结果公示异议的处理结果“${OBJECTION_OUTCOMES[outcome]}”，原因：${reason}`;
    audit(office, act, 'passedObjection.reopen', sentence, workshopId ?? undefined);
    return ok(undefined);
  });
}

/** Recorded by mistake: into 回收站. */
export function discardPassedObjection(office: Office, id: string, reason: string, act: Act): Result<string> {
  const row = find(office, id);
  if (row?.outcome !== null) return unknown();
  const name = `${row.receivedOn}转来的异议`;
  return removeRow(office, { kind: 'passedObjection', id, name, reason, workshopId: row.workshopId }, act);
}
