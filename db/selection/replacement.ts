import { currentCampaign } from '../bureau/bureau.ts';
import type { ReplaceInput, Successor, Vacancy } from '../model/contract/selection.ts';
import type { WorkshopRow } from '../model/contract/workshops.ts';
import type { IsoDate } from '../model/dates.ts';
import type { ApplicationId } from '../model/ids.ts';
import { errorsOf, ok, problem, type Result, refuse } from '../model/problems.ts';
import { departureOf } from '../model/publicity.ts';
import { type Act, type Office, transact } from '../office.ts';
import { type GatheredFacts, gatherFacts } from '../overview/stageFacts.ts';
import { workshopRows } from '../workshops/workshops.ts';
import { recordDecision } from './decisions.ts';
import { placesIn } from './selectedPlaces.ts';
import { ranksNow } from './selection.ts';

/** Who may follow: reviewed, not selected, and meeting the conditions; by rank. */
function successorsOf(
  rows: readonly WorkshopRow[],
  ranks: ReadonlyMap<ApplicationId, number>,
): readonly Successor[] {
  return rows
    .filter((row) => row.stage === 'notSelected' || row.stage === 'awaitingSelection')
    .filter((row) => errorsOf(row.failedConditions).length === 0)
    .map(({ applicationId, name }) => ({ applicationId, name, rank: ranks.get(applicationId) ?? null }))
    .sort(
      (left, right) => (left.rank ?? Number.POSITIVE_INFINITY) - (right.rank ?? Number.POSITIVE_INFINITY),
    );
}

const departed = ({ stageFacts, withdrawnReason }: GatheredFacts) =>
  stageFacts.selected === true
    ? departureOf({
        removedOn: stageFacts.publicity?.removedOn ?? null,
        removedReason: '公示异议成立',
        withdrawnOn: stageFacts.withdrawnOn,
        withdrawnReason,
      })
    : null;

/** Places that became free after selection and that nobody holds yet, the earliest first. */
export function vacancies(office: Office, today: IsoDate): readonly Vacancy[] {
  const facts = gatherFacts(office, currentCampaign(office).id);
  const places = placesIn(facts);
  const followed = new Set([...facts.values()].flatMap(({ decision }) => followedBy(decision)));
  const rows = workshopRows(office, today);
  const free = currentCampaign(office).policy.quota - places.length;
  const successors = free > 0 ? successorsOf(rows, ranksNow(office, today)) : [];
  return rows
    .flatMap((row): readonly Vacancy[] => {
      const gathered = facts.get(row.applicationId);
      const left = gathered ? departed(gathered) : null;
      if (!gathered || !left || followed.has(row.applicationId)) return [];
      return [
        {
          applicationId: row.applicationId,
          workshopId: row.workshopId,
          name: row.name,
          rank: gathered.decision?.rank ?? null,
          leftOn: left.on,
          because: left.because,
          reason: left.reason,
          wasOnRoster: gathered.stageFacts.onRoster,
          successors,
        },
      ];
    })
    .sort((left, right) => left.leftOn.localeCompare(right.leftOn));
}

const followedBy = (decision: GatheredFacts['decision']): readonly ApplicationId[] =>
  decision?.selected && decision.replacesId !== null ? [decision.replacesId] : [];

/** 递补: the next in rank, or another with a reason, takes a place that became free. */
export function replaceWorkshop(office: Office, input: ReplaceInput, act: Act): Result<void> {
  const vacancy = vacancies(office, act.today).find((one) => one.applicationId === input.leaverId);
  if (!vacancy) {
    return refuse(
      problem('replace.noVacancy', '这家没有空出名额，或已有递补，请刷新后再看', { field: 'leaverId' }),
    );
  }
  const [next] = vacancy.successors;
  if (!next) {
    return refuse(
      problem('replace.nobody', '没有可以递补的小作坊：须审核通过、符合条件且尚未入选，并且名额有空', {
        field: 'newcomerId',
      }),
    );
  }
  const newcomer = vacancy.successors.find((one) => one.applicationId === input.newcomerId);
  const row = workshopRows(office, act.today).find((one) => one.applicationId === input.newcomerId);
  if (!newcomer || !row) {
    return refuse(
      problem('replace.unfit', '所选小作坊不能递补：须审核通过、符合条件且尚未入选', { field: 'newcomerId' }),
    );
  }
  const isNext = newcomer.applicationId === next.applicationId;
  if (!isNext && input.reason === '') {
    return refuse(
      problem('replace.reason', `按名次应由“${next.name}”递补，另选“${newcomer.name}”请写明理由`, {
        field: 'reason',
      }),
    );
  }
  const why = input.reason === '' ? '' : `：${input.reason}`;
  const reason = `${isNext ? '按遴选名次递补' : '递补'}“${vacancy.name}”${why}`;
  return transact(office, () => {
    const decision = { selected: true, rank: newcomer.rank, reason, replacesId: input.leaverId };
    recordDecision(office, row, decision, act);
    return ok(undefined);
  });
}
