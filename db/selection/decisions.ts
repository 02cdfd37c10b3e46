import { uuidv7 } from 'uuidv7';
import { audit } from '../audit.ts';
import type { DecisionView } from '../model/contract/workshops.ts';
import type { ApplicationId, WorkshopId } from '../model/ids.ts';
import type { Act, Office } from '../office.ts';
import { selectionDecision } from '../schema.ts';
import type { Decision } from './selectionFacts.ts';

interface Decided {
  readonly applicationId: ApplicationId;
  readonly workshopId: WorkshopId;
}

/** Appends one 遴选决定; the earlier ones stay and say why it changed. */
export function recordDecision(
  office: Office,
  { applicationId, workshopId }: Decided,
  { selected, rank, reason, replacesId }: Pick<Decision, 'selected' | 'rank' | 'reason' | 'replacesId'>,
  act: Act,
): void {
  office.db
    .insert(selectionDecision)
    .values({ id: uuidv7(), applicationId, selected, rank, reason, replacesId, decidedOn: act.today })
    .run();
  const what = replacesId !== null ? '递补入选' : selected ? '遴选入选' : '未入选';
  const place = rank === null ? '' : `，排第${rank}名`;
  const why = reason === '' ? '' : `，理由：${reason}`;
  audit(office, act, 'selection.record', `${what}${place}${why}`, workshopId);
}

/** Decisions as they are shown: whose place was taken, by name. */
export const decisionViews = (
  decisions: readonly Decision[],
  nameOf: (id: ApplicationId) => string,
): readonly DecisionView[] =>
  decisions.map(({ selected, reason, decidedOn, rank, replacesId }) => ({
    selected,
    reason,
    decidedOn,
    rank,
    replaces: replacesId === null ? null : nameOf(replacesId),
  }));
