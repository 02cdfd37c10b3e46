import { uuidv7 } from 'uuidv7';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { savePolicy } from '../bureau/policy.ts';
import type { ReviewInput } from '../model/contract/selection.ts';
import type { WorkshopRow } from '../model/contract/workshops.ts';
import type { IsoDate } from '../model/dates.ts';
import type { ApplicationId } from '../model/ids.ts';
import { errorsOf, ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { freeRanks } from '../model/ranking.ts';
import type { Stage } from '../model/stage.ts';
import { OPINIONS, REVIEW_LEVELS, type ReviewLevel } from '../model/terms.ts';
import { type Act, type Office, transact } from '../office.ts';
import { gatherFacts } from '../overview/stageFacts.ts';
import { review } from '../schema.ts';
import { workshopRows } from '../workshops/workshops.ts';
import { recordDecision } from './decisions.ts';
import { rankingView } from './ranking.ts';
import { selectedCount } from './selectedPlaces.ts';

function chosenRows(office: Office, ids: readonly ApplicationId[], act: Act): Result<readonly WorkshopRow[]> {
  const wanted = new Set(ids);
  const rows = workshopRows(office, act.today).filter((row) => wanted.has(row.applicationId));
  return rows.length === wanted.size
    ? ok(rows)
    : refuse(problem('application.unknown', '所选申请中有的已被移走，请刷新后重新选择'));
}

const REVIEWABLE: readonly Stage[] = ['awaitingReview', 'refused', 'awaitingSelection', 'notSelected'];

const lateProblem = (row: WorkshopRow): Problem =>
  problem('review.late', `“${row.name}”已进入遴选之后的环节，不能再改审核意见；如需更正，请先取消其入选`);

function reviewProblem(row: WorkshopRow, input: ReviewInput, today: IsoDate): Problem | undefined {
  if (!REVIEWABLE.includes(row.stage)) {
    return lateProblem(row);
  }
  const failed = errorsOf(row.failedConditions);
  if (input.reviewedOn > today) {
    return problem('review.date', `审核日期${input.reviewedOn}晚于今天（${today}），请核对`, {
      field: 'reviewedOn',
    });
  }
  if (input.opinion === 'refuse' && input.comment === '') {
    return problem('review.comment', `对“${row.name}”的意见为不同意，请写明理由`, { field: 'comment' });
  }
  if (input.level !== 'leader' || input.opinion === 'refuse' || failed.length === 0) return undefined;
  return problem(
    'review.conditions',
    `“${row.name}”不符合创建条件，不能审核通过：${failed.map((one) => one.message).join('；')}`,
  );
}

/** Records one level's opinion on one or many applications: all of them or none. */
export function reviewApplications(office: Office, input: ReviewInput, act: Act): Result<number> {
  const rows = chosenRows(office, input.applicationIds, act);
  if (!rows.ok) return rows;
  const problems = rows.value
    .map((row) => reviewProblem(row, input, act.today))
    .filter((one) => one !== undefined);
  if (problems.length > 0) return refuse(...problems);
  return transact(office, () => {
    const { level, opinion, comment, reviewerName, reviewedOn } = input;
    for (const row of rows.value) {
      office.db
        .insert(review)
        .values({
          id: uuidv7(),
          applicationId: row.applicationId,
          level,
          opinion,
          comment,
          reviewerName,
          reviewedOn,
        })
        .run();
      const said = comment === '' ? '' : `（${comment}）`;
      const sentence = `${REVIEW_LEVELS[level]}审核意见：${OPINIONS[opinion]}${said}，审核人${reviewerName}`;
      audit(office, act, 'review', sentence, row.workshopId);
    }
    return ok(rows.value.length);
  });
}

/** Takes one level's opinion back, with the reason; it can still be read in the history. */
export function retractReview(
  office: Office,
  applicationId: ApplicationId,
  level: ReviewLevel,
  reason: string,
  act: Act,
): Result<void> {
  const rows = chosenRows(office, [applicationId], act);
  if (!rows.ok) return rows;
  const [row] = rows.value;
  const current = gatherFacts(office, currentCampaign(office).id)
    .get(applicationId)
    ?.reviews.find((one) => one.level === level);
  if (!row || !current) {
    return refuse(problem('review.none', `没有可以撤回的${REVIEW_LEVELS[level]}意见，请刷新后再看`));
  }
  if (!REVIEWABLE.includes(row.stage)) return refuse(lateProblem(row));
  return transact(office, () => {
    office.db
      .insert(review)
      .values({
        id: uuidv7(),
        applicationId,
        level,
        opinion: 'retracted',
        comment: reason,
        reviewerName: current.reviewerName,
        reviewedOn: act.today,
      })
      .run();
    const sentence = `撤回了${REVIEW_LEVELS[level]}审核意见“${OPINIONS[current.opinion]}”，原因：${reason}`;
    audit(office, act, 'review.retract', sentence, row.workshopId);
    return ok(undefined);
  });
}

function selectable(row: WorkshopRow): Problem | undefined {
  if (row.stage !== 'awaitingSelection' && row.stage !== 'notSelected') {
    return problem('selection.stage', `“${row.name}”不在待遴选环节（审核通过后才能遴选）`);
  }
  const failed = errorsOf(row.failedConditions);
  if (failed.length === 0) return undefined;
  return problem(
    'selection.conditions',
    `“${row.name}”不符合创建条件：${failed.map((one) => one.message).join('；')}`,
  );
}

/** The place each candidate holds: its rank where one was given, else its place in the list as it would stand. */
export const ranksNow = (office: Office, today: IsoDate): ReadonlyMap<ApplicationId, number> => {
  const { candidates } = rankingView(office, today);
  const given = new Set(candidates.flatMap((one) => one.decision?.rank ?? []));
  const rest = candidates.filter((one) => one.decision?.rank == null);
  const free = freeRanks(given, rest.length);
  return new Map([
    ...candidates.flatMap((one) =>
      one.decision?.rank ? [[one.applicationId, one.decision.rank] as const] : [],
    ),
    ...rest.flatMap((one, index) => {
      const rank = free[index];
      return rank === undefined ? [] : [[one.applicationId, rank] as const];
    }),
  ]);
};

/** 入选 within the quota (notice 三（二）). Refused as a whole when one fails or the quota would be passed. */
export function selectApplications(
  office: Office,
  ids: readonly ApplicationId[],
  reason: string,
  act: Act,
): Result<number> {
  const rows = chosenRows(office, ids, act);
  if (!rows.ok) return rows;
  const problems = rows.value.map(selectable).filter((one) => one !== undefined);
  if (problems.length > 0) return refuse(...problems);
  const { quota } = currentCampaign(office).policy;
  const taken = selectedCount(office);
  const wanted = taken + rows.value.length;
  if (wanted > quota) {
    return refuse(
      problem(
        'selection.quota',
        `名额${quota}家，已入选${taken}家，再选${rows.value.length}家将超出${wanted - quota}家。请减少选择，或说明原因调整名额`,
        { found: `${wanted}家`, expected: `不超过${quota}家` },
      ),
    );
  }
  return transact(office, () => {
    const ranks = ranksNow(office, act.today);
    for (const row of rows.value) {
      const rank = ranks.get(row.applicationId) ?? null;
      recordDecision(office, row, { selected: true, rank, reason, replacesId: null }, act);
    }
    return ok(rows.value.length);
  });
}

/** Takes the selection back; only before the workshop stands on a notice. */
export function deselectApplications(
  office: Office,
  ids: readonly ApplicationId[],
  reason: string,
  act: Act,
): Result<void> {
  const rows = chosenRows(office, ids, act);
  if (!rows.ok) return rows;
  const late = rows.value.filter((row) => row.stage !== 'awaitingPublicity');
  if (late.length > 0) {
    return refuse(
      ...late.map((row) => problem('selection.stage', `“${row.name}”不在“待公示”环节，不能取消入选`)),
    );
  }
  return transact(office, () => {
    const ranks = ranksNow(office, act.today);
    for (const row of rows.value) {
      const rank = ranks.get(row.applicationId) ?? null;
      recordDecision(office, row, { selected: false, rank, reason, replacesId: null }, act);
    }
    return ok(undefined);
  });
}

/** Sets the quota anew, with the reason in the log; never below what is already selected. */
export function changeQuota(office: Office, quota: number, reason: string, act: Act): Result<void> {
  const taken = selectedCount(office);
  if (quota < taken) {
    return refuse(problem('quota.tooSmall', `已入选${taken}家，名额不能少于${taken}家`, { field: 'quota' }));
  }
  const { policy } = currentCampaign(office);
  return savePolicy(office, { ...policy, quota }, reason, act);
}
