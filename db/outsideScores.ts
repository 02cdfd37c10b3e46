import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { currentCampaign } from './bureau.ts';
import type { WorkshopId } from './model/ids.ts';
import type { Scored } from './model/results.ts';
import type { Office } from './office.ts';
import { outsideEvent, outsideEventWorkshop } from './schema.ts';

export type UpperLevel = 'city' | 'province';

/** The scores city and province told this office in the year at work, the latest of each workshop. */
export function outsideScores(office: Office): Readonly<Record<UpperLevel, ReadonlyMap<WorkshopId, Scored>>> {
  const { id, policy } = currentCampaign(office);
  const rows = office.db
    .select({
      kind: outsideEvent.kind,
      on: outsideEvent.happenedOn,
      workshopId: outsideEventWorkshop.workshopId,
      score: outsideEventWorkshop.score,
    })
    .from(outsideEventWorkshop)
    .innerJoin(outsideEvent, eq(outsideEvent.id, outsideEventWorkshop.eventId))
    .where(
      and(
        eq(outsideEvent.campaignId, id),
        isNull(outsideEvent.removedAt),
        isNotNull(outsideEventWorkshop.score),
        inArray(outsideEvent.kind, ['citySample', 'cityScores', 'provinceSample']),
      ),
    )
    .orderBy(asc(outsideEvent.happenedOn), asc(outsideEvent.id))
    .all();
  const found = { city: new Map<WorkshopId, Scored>(), province: new Map<WorkshopId, Scored>() };
  for (const { kind, on, workshopId, score } of rows) {
    if (score === null) continue;
    const level: UpperLevel = kind === 'provinceSample' ? 'province' : 'city';
    found[level].set(workshopId, { total: score, passed: score >= policy.passScore, on });
  }
  return found;
}

/** The later of two, either of which may be missing; of one day the second counts. */
export function laterOf<Score extends Scored>(one: Score | null, other: Score | null): Score | null {
  if (one === null || other === null) return one ?? other;
  return one.on > other.on ? one : other;
}
