import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { currentCampaign } from './bureau.ts';
import type { WorkshopId } from './model/ids.ts';
import type { Scored } from './model/results.ts';
import type { Office } from './office.ts';
import { outsideEvent, outsideEventWorkshop } from './schema.ts';

type UpperLevel = 'city' | 'province';

interface ToldScore {
  readonly workshopId: WorkshopId;
  readonly level: UpperLevel;
  readonly scored: Scored;
}

/** Every score city and province told this office in the year at work, in the order of their days. */
export function toldScores(office: Office): readonly ToldScore[] {
  const { id, policy } = currentCampaign(office);
  return office.db
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
    .all()
    .flatMap(({ kind, on, workshopId, score }): readonly ToldScore[] => {
      if (score === null) return [];
      const level = kind === 'provinceSample' ? 'province' : 'city';
      return [{ workshopId, level, scored: { total: score, passed: score >= policy.passScore, on } }];
    });
}

/** The latest told of each workshop. */
export function outsideScores(office: Office): Readonly<Record<UpperLevel, ReadonlyMap<WorkshopId, Scored>>> {
  const found = { city: new Map<WorkshopId, Scored>(), province: new Map<WorkshopId, Scored>() };
  for (const { workshopId, level, scored } of toldScores(office)) found[level].set(workshopId, scored);
  return found;
}
