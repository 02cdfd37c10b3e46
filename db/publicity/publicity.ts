import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { audit } from '../audit.ts';
import { bureauOf, currentCampaign } from '../bureau/bureau.ts';
import { officeCalendar } from '../bureau/calendar.ts';
import { digestOf } from '../canonical.ts';
import { changesBetween, NOTHING } from '../model/changes.ts';
import type { PostingInput, PublicityProposal } from '../model/contract/publicity.ts';
import type { IsoDate } from '../model/dates.ts';
import { newId, PublicityId, type WorkshopId } from '../model/ids.ts';
import type { PublicEntry } from '../model/papers/publicity.ts';
import { errorsOf, ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { publicityPeriod } from '../model/publicity.ts';
import type { Stage } from '../model/stage.ts';
import type { CountingRule } from '../model/terms.ts';
import { type Act, type Office, transact } from '../office.ts';
import { publicity, publicityEntry, roster } from '../schema.ts';
import { workshopRows } from '../workshops/workshops.ts';
import { publicityEntries } from './publicityViews.ts';

type PeriodChoice = {
  readonly firstDay: IsoDate;
  readonly countingRule: CountingRule;
  readonly days: number;
};

interface Candidate {
  readonly workshopId: WorkshopId;
  readonly failedConditions: readonly Problem[];
  readonly entry: PublicEntry;
}

/** The selected workshops that stand on no notice yet, as the public may see them. */
function candidates(office: Office, today: IsoDate): readonly Candidate[] {
  const { district } = bureauOf(office);
  return workshopRows(office, today)
    .filter((row) => row.stage === 'awaitingPublicity')
    .map(({ workshopId, name, address, products, failedConditions }, index) => ({
      workshopId,
      failedConditions,
      entry: { position: index + 1, district, name, address, products },
    }));
}

/** Changed since they were selected: nobody is published who does not meet the conditions any more. */
const unmetConditions = (chosen: readonly Candidate[]): readonly Problem[] =>
  chosen.flatMap(({ entry, failedConditions }) => {
    const failed = errorsOf(failedConditions);
    if (failed.length === 0) return [];
    const why = failed.map((one) => one.message).join('；');
    return problem(
      'publicity.conditions',
      `“${entry.name}”现已不符合创建条件：${why}。请更正申请，或取消其入选后再公示`,
    );
  });

/** What a notice posted on `firstDay` would say; writes nothing. */
export function proposePublicity(
  office: Office,
  choice: PeriodChoice,
  today: IsoDate,
): Result<PublicityProposal> {
  const period = publicityPeriod(choice.firstDay, choice.days, choice.countingRule, officeCalendar(office));
  if (!period.ok) return period;
  const chosen = candidates(office, today);
  return ok({
    ...period.value,
    warnings: [...unmetConditions(chosen), ...period.value.warnings],
    entries: chosen.map((one) => one.entry),
  });
}

/** Freezes the notice: its period and entries are from now on what the paper says. */
export function createPublicity(
  office: Office,
  choice: PeriodChoice & { readonly place: string },
  act: Act,
): Result<PublicityId> {
  const chosen = candidates(office, act.today);
  if (chosen.length === 0) {
    return refuse(problem('publicity.empty', '没有待公示的小作坊，请先在“申请遴选”中确定入选'));
  }
  const unmet = unmetConditions(chosen);
  if (unmet.length > 0) return refuse(...unmet);
  const period = publicityPeriod(choice.firstDay, choice.days, choice.countingRule, officeCalendar(office));
  if (!period.ok) return period;
  const { firstDay, lastDay } = period.value;
  const id = newId(PublicityId);
  const entries = chosen.map((one) => one.entry);
  return transact(office, () => {
    office.db
      .insert(publicity)
      .values({
        id,
        campaignId: currentCampaign(office).id,
        firstDay,
        lastDay,
        days: choice.days,
        countingRule: choice.countingRule,
        place: choice.place,
        digest: digestOf({ firstDay, lastDay, entries }).sha256,
      })
      .run();
    for (const { workshopId, entry } of chosen) {
      office.db
        .insert(publicityEntry)
        .values({ publicityId: id, workshopId, ...entry })
        .run();
    }
    audit(
      office,
      act,
      'publicity.create',
      `发布创建名单公示：${chosen.length}家，${firstDay}至${lastDay}，${choice.place}`,
    );
    return ok(id);
  });
}

const unknown = () => refuse(problem('publicity.unknown', '没有找到该公示，请刷新后再试'));

/** 登记发布情况: who posted it and how; recorded again it corrects, the log keeps both. */
export function recordPosting(
  office: Office,
  { publicityId, postedBy, postedNote }: z.infer<typeof PostingInput>,
  act: Act,
): Result<void> {
  return transact(office, () => {
    const before = office.db.select().from(publicity).where(eq(publicity.id, publicityId)).get();
    if (!before) return unknown();
    office.db.update(publicity).set({ postedBy, postedNote }).where(eq(publicity.id, publicityId)).run();
    const changes = changesBetween(before, { ...before, postedBy, postedNote }, [
      { label: '发布人', shown: (one) => one.postedBy || NOTHING },
      { label: '发布方式', shown: (one) => one.postedNote || NOTHING },
    ]);
    if (changes.length > 0) audit(office, act, 'publicity.posting', '登记了公示发布情况', undefined, changes);
    return ok(undefined);
  });
}

/** Takes a notice back (a mistake in it, say); its workshops wait for a new one. */
export function cancelPublicity(office: Office, id: PublicityId, reason: string, act: Act): Result<void> {
  const confirmed = office.db.select().from(roster).where(eq(roster.publicityId, id)).get();
  if (confirmed) {
    return refuse(
      problem('publicity.confirmed', '该公示已据以确定创建名单，不能撤销；如确有错误，请先撤销确定名单'),
    );
  }
  return transact(office, () => {
    const row = office.db
      .update(publicity)
      .set({ cancelledOn: act.today, cancelledReason: reason })
      .where(and(eq(publicity.id, id), isNull(publicity.cancelledOn)))
      .returning()
      .get();
    if (!row) return unknown();
    audit(office, act, 'publicity.cancel', `撤销了${row.firstDay}发布的创建名单公示，原因：${reason}`);
    return ok(undefined);
  });
}

/** Takes a cancellation back. Refused once one of its workshops stands elsewhere or is not selected any more. */
export function restorePublicity(office: Office, id: PublicityId, reason: string, act: Act): Result<void> {
  const rows = new Map(workshopRows(office, act.today).map((row) => [row.workshopId, row]));
  const stays: readonly Stage[] = ['awaitingPublicity', 'withdrawn', 'removed'];
  const gone = publicityEntries(office, id).filter((one) => {
    const stage = rows.get(one.workshopId)?.stage;
    return stage === undefined || !stays.includes(stage);
  });
  if (gone.length > 0) {
    const names = gone.map((one) => `“${one.name}”`).join('、');
    return refuse(
      problem('publicity.moved', `${names}已不在待公示环节（已另行公示、取消入选或移走），不能恢复该公示`),
    );
  }
  return transact(office, () => {
    const row = office.db
      .update(publicity)
      .set({ cancelledOn: null, cancelledReason: '' })
      .where(and(eq(publicity.id, id), isNotNull(publicity.cancelledOn)))
      .returning()
      .get();
    if (!row) return unknown();
    audit(office, act, 'publicity.uncancel', `恢复了${row.firstDay}发布的创建名单公示，原因：${reason}`);
    return ok(undefined);
  });
}
