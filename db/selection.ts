import { uuidv7 } from 'uuidv7';
import { audit } from './audit.ts';
import { currentCampaign, savePolicy } from './bureau.ts';
import type { ReviewInput, WorkshopRow } from './model/contract/workshops.ts';
import type { ApplicationId } from './model/ids.ts';
import { errorsOf, ok, type Problem, problem, type Result, refuse } from './model/problems.ts';
import type { Stage } from './model/stage.ts';
import { OPINIONS, REVIEW_LEVELS } from './model/terms.ts';
import { type Act, type Office, transact } from './office.ts';
import { review, selectionDecision } from './schema.ts';
import { gatherFacts } from './stageFacts.ts';
import { workshopRows } from './workshops.ts';

function chosenRows(office: Office, ids: readonly ApplicationId[], act: Act): Result<readonly WorkshopRow[]> {
  const wanted = new Set(ids);
  const rows = workshopRows(office, act.today).filter((row) => wanted.has(row.applicationId));
  return rows.length === wanted.size
    ? ok(rows)
    : refuse(problem('application.unknown', '所选申请中有的已被移走，请刷新后重新选择'));
}

const REVIEWABLE: readonly Stage[] = ['awaitingReview', 'refused', 'awaitingSelection', 'notSelected'];

function reviewProblem(row: WorkshopRow, input: ReviewInput): Problem | undefined {
  if (!REVIEWABLE.includes(row.stage)) {
    return problem('review.late', `“${row.name}”已进入遴选之后的环节，不能再改审核意见`);
  }
  const failed = errorsOf(row.failedConditions);
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
  const problems = rows.value.map((row) => reviewProblem(row, input)).filter((one) => one !== undefined);
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

/** How many places of the quota are taken: selected, not withdrawn, not taken off a publicity. */
export function selectedCount(office: Office): number {
  const facts = gatherFacts(office, currentCampaign(office).id);
  return [...facts.values()].filter(
    ({ stageFacts: { selected, withdrawnOn, publicity } }) =>
      selected === true && withdrawnOn === null && !publicity?.removedOn,
  ).length;
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

function decide(
  office: Office,
  rows: readonly WorkshopRow[],
  selected: boolean,
  reason: string,
  act: Act,
): void {
  for (const row of rows) {
    office.db
      .insert(selectionDecision)
      .values({ id: uuidv7(), applicationId: row.applicationId, selected, reason, decidedOn: act.today })
      .run();
    const why = reason === '' ? '' : `，理由：${reason}`;
    audit(office, act, 'selection', `${selected ? '遴选入围' : '取消入围'}${why}`, row.workshopId);
  }
}

/** 遴选入围 within the quota (notice 三（二）). Refused as a whole when one fails or the quota would be passed. */
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
        `名额${quota}家，已入围${taken}家，再选${rows.value.length}家将超出${wanted - quota}家。请减少选择，或说明原因调整名额`,
        { found: `${wanted}家`, expected: `不超过${quota}家` },
      ),
    );
  }
  return transact(office, () => {
    decide(office, rows.value, true, reason, act);
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
      ...late.map((row) => problem('selection.stage', `“${row.name}”不在“待公示”环节，不能取消入围`)),
    );
  }
  return transact(office, () => {
    decide(office, rows.value, false, reason, act);
    return ok(undefined);
  });
}

/** Sets the quota anew, with the reason in the log; never below what is already selected. */
export function changeQuota(office: Office, quota: number, reason: string, act: Act): Result<void> {
  const taken = selectedCount(office);
  if (quota < taken) {
    return refuse(problem('quota.tooSmall', `已入围${taken}家，名额不能少于${taken}家`, { field: 'quota' }));
  }
  const { policy } = currentCampaign(office);
  return savePolicy(office, { ...policy, quota }, reason, act);
}
