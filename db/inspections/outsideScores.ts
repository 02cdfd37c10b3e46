import { and, asc, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import { currentCampaign } from '../bureau/bureau.ts';
import type { WorkshopId } from '../model/ids.ts';
import { reportedConclusion } from '../model/inspection.ts';
import type { UpperScored } from '../model/results.ts';
import type { Office } from '../office.ts';
import { outsideEvent, outsideEventWorkshop } from '../schema.ts';

type UpperLevel = 'city' | 'province';

interface ToldScore {
  readonly workshopId: WorkshopId;
  readonly level: UpperLevel;
  readonly scored: UpperScored;
}

/** Every score and veto city and province told this office in the year at work, in the order of their days. */
export function toldScores(office: Office): readonly ToldScore[] {
  const { id, policy } = currentCampaign(office);
  return office.db
    .select({
      kind: outsideEvent.kind,
      on: outsideEvent.happenedOn,
      workshopId: outsideEventWorkshop.workshopId,
      score: outsideEventWorkshop.score,
      veto: outsideEventWorkshop.veto,
    })
    .from(outsideEventWorkshop)
    .innerJoin(outsideEvent, eq(outsideEvent.id, outsideEventWorkshop.eventId))
    .where(
      and(
        eq(outsideEvent.campaignId, id),
        isNull(outsideEvent.removedAt),
        or(isNotNull(outsideEventWorkshop.score), ne(outsideEventWorkshop.veto, '')),
        inArray(outsideEvent.kind, ['citySample', 'cityScores', 'provinceSample']),
      ),
    )
    .orderBy(asc(outsideEvent.happenedOn), asc(outsideEvent.id))
    .all()
    .map(({ kind, on, workshopId, score, veto }): ToldScore => {
      const conclusion = reportedConclusion(score, policy.passScore, veto);
      const level = kind === 'provinceSample' ? 'province' : 'city';
      const [passed, vetoed] = [conclusion === 'pass', conclusion === 'vetoed'];
      return { workshopId, level, scored: { total: score, passed, vetoed, veto, on } };
    });
}

/** The latest told of each workshop. */
export function outsideScores(
  office: Office,
): Readonly<Record<UpperLevel, ReadonlyMap<WorkshopId, UpperScored>>> {
  const found = { city: new Map<WorkshopId, UpperScored>(), province: new Map<WorkshopId, UpperScored>() };
  for (const { workshopId, level, scored } of toldScores(office)) found[level].set(workshopId, scored);
  return found;
}
