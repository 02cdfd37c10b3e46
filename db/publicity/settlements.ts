import { and, eq, isNull, ne } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import type { IsoDate } from '../model/dates.ts';
import type { ObjectionId, WorkshopId } from '../model/ids.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { OBJECTION_OUTCOMES, type ObjectionOutcome } from '../model/terms.ts';
import { type Act, type Office, transact } from '../office.ts';
import { removeRow } from '../recycle/recycle.ts';
import { application, objection, publicityEntry } from '../schema.ts';
import { placesTaken } from '../selection/selectedPlaces.ts';
import { entryOf, HANDLING, isConfirmed, objectorOf } from './objections.ts';

type ObjectionRow = typeof objection.$inferSelect;

const findObjection = (office: Office, id: ObjectionId): ObjectionRow | undefined =>
  office.db.select().from(objection).where(eq(objection.id, id)).get();

const changedSince = () => refuse(problem('objection.settled', '该异议已处理或不存在，请刷新后再看'));

const confirmedProblem = (office: Office, { publicityId }: ObjectionRow): readonly Problem[] =>
  isConfirmed(office, publicityId)
    ? [problem('objection.confirmed', '创建名单已确定，不能再改动公示异议；确有错误的，请先撤销确定名单')]
    : [];

interface Settlement {
  readonly objectionId: ObjectionId;
  readonly outcome: ObjectionOutcome;
  readonly handling: string;
  readonly settledOn: IsoDate;
}

function settlementProblems(
  office: Office,
  row: ObjectionRow,
  { handling, settledOn }: Settlement,
  { today }: Act,
): readonly Problem[] {
  const objector = objectorOf(office, row);
  const named = objector !== '' && handling.includes(objector);
  const dates = `应在${row.receivedOn}（收到日）至${today}（今天）之间`;
  return [
    ...(settledOn < row.receivedOn || settledOn > today
      ? [
          problem('objection.settledDate', `处理日期${settledOn}${dates}`, {
            field: 'settledOn',
            expected: dates,
          }),
        ]
      : []),
    ...(named
      ? [
          problem(
            'objection.named',
            '核查处理情况中写有异议人姓名，公示情况说明会引用这段文字，请改为“反映人”',
            {
              field: 'handling',
            },
          ),
        ]
      : []),
    ...confirmedProblem(office, row),
  ];
}

/** Settles an objection. Upheld: its workshop leaves the list, with a trace on the notice. */
export function settleObjection(office: Office, input: Settlement, act: Act): Result<void> {
  const row = findObjection(office, input.objectionId);
  if (row?.outcome !== null) return changedSince();
  const problems = settlementProblems(office, row, input, act);
  if (problems.length > 0) return refuse(...problems);
  return transact(office, () => {
    office.db
      .update(objection)
      .set({
        outcome: input.outcome,
        settledOn: input.settledOn,
        handlingSealed: office.vault.seal(input.handling, HANDLING),
      })
      .where(eq(objection.id, row.id))
      .run();
    if (input.outcome === 'upheld' && row.workshopId !== null) {
      office.db
        .update(publicityEntry)
        .set({ removedOn: input.settledOn, removedReason: '异议成立' })
        .where(and(entryOf(row.publicityId, row.workshopId), isNull(publicityEntry.removedOn)))
        .run();
    }
    const sentence = `处理了异议：${OBJECTION_OUTCOMES[input.outcome]}`;
    audit(office, act, 'objection.settle', sentence, row.workshopId ?? undefined);
    return ok(undefined);
  });
}

/** Another upheld objection still keeps the workshop off the list. */
const isStillRefuted = (office: Office, row: ObjectionRow, workshopId: WorkshopId): boolean =>
  office.db
    .select({ id: objection.id })
    .from(objection)
    .where(
      and(
        eq(objection.publicityId, row.publicityId),
        eq(objection.workshopId, workshopId),
        eq(objection.outcome, 'upheld'),
        ne(objection.id, row.id),
      ),
    )
    .get() !== undefined;

/** The place a workshop left by an objection is somebody else's by now. */
function replacedProblem(office: Office, workshopId: WorkshopId): Problem | undefined {
  const { id, policy } = currentCampaign(office);
  const places = placesTaken(office);
  const applied = office.db
    .select({ id: application.id })
    .from(application)
    .where(and(eq(application.campaignId, id), eq(application.workshopId, workshopId)))
    .get();
  const isFollowed = places.some((one) => one.replacesId !== null && one.replacesId === applied?.id);
  if (!isFollowed && places.length <= policy.quota) return undefined;
  return problem(
    'objection.replaced',
    '该小作坊空出的名额已由别家递补或占用，不能撤回处理结果，请先取消其入选',
  );
}

/** Takes a settlement back; a workshop that left by it stands on the list again. */
export function reopenObjection(office: Office, id: ObjectionId, reason: string, act: Act): Result<void> {
  const row = findObjection(office, id);
  if (!row || row.outcome === null) return changedSince();
  const confirmed = confirmedProblem(office, row);
  if (confirmed.length > 0) return refuse(...confirmed);
  const { outcome, workshopId } = row;
  return transact(office, () => {
    office.db
      .update(objection)
      .set({ outcome: null, settledOn: null, handlingSealed: null })
      .where(eq(objection.id, id))
      .run();
    if (outcome === 'upheld' && workshopId !== null && !isStillRefuted(office, row, workshopId)) {
      office.db
        .update(publicityEntry)
        .set({ removedOn: null, removedReason: '' })
        .where(entryOf(row.publicityId, workshopId))
        .run();
      const replaced = replacedProblem(office, workshopId);
      if (replaced) return refuse(replaced);
    }
    const sentence = `撤回了异议处理结果“${OBJECTION_OUTCOMES[outcome]}”，原因：${reason}`;
    audit(office, act, 'objection.reopen', sentence, workshopId ?? undefined);
    return ok(undefined);
  });
}

/** Recorded by mistake: into 回收站 while nothing was decided on it. */
export function discardObjection(office: Office, id: ObjectionId, reason: string, act: Act): Result<void> {
  const row = findObjection(office, id);
  if (row?.outcome !== null) return changedSince();
  const name = `${row.receivedOn}收到的异议`;
  const removed = removeRow(office, { kind: 'objection', id, name, reason, workshopId: row.workshopId }, act);
  return removed.ok ? ok(undefined) : removed;
}
