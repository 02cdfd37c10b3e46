import { currentCampaign } from '../bureau/bureau.ts';
import type { ApplicationId } from '../model/ids.ts';
import type { StageFacts } from '../model/stage.ts';
import type { Office } from '../office.ts';
import { type GatheredFacts, gatherFacts } from '../overview/stageFacts.ts';
import type { Decision } from './selectionFacts.ts';

/** A place of the quota: selected, not withdrawn, not taken off a publicity. */
export const holdsPlace = ({ selected, withdrawnOn, publicity }: StageFacts): boolean =>
  selected === true && withdrawnOn === null && !publicity?.removedOn;

interface Place extends Decision {
  readonly applicationId: ApplicationId;
}

/** Who of these holds a place. */
export const placesIn = (facts: ReadonlyMap<ApplicationId, GatheredFacts>): readonly Place[] =>
  [...facts].flatMap(([applicationId, { stageFacts, decision }]) =>
    decision && holdsPlace(stageFacts) ? [{ ...decision, applicationId }] : [],
  );

/** Who holds the places of the quota now. */
export const placesTaken = (office: Office): readonly Place[] =>
  placesIn(gatherFacts(office, currentCampaign(office).id));

/** How many places of the quota are taken. */
export const selectedCount = (office: Office): number => placesTaken(office).length;
