import { eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import type { CandidateRow, DecisionInput, RankingView } from '../model/contract/selection.ts';
import type { IsoDate } from '../model/dates.ts';
import { errorsOf, ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { decisionProblems, meritsOf, pointsOf, suggestedRanks } from '../model/ranking.ts';
import type { Stage } from '../model/stage.ts';
import { type Act, type Office, transact } from '../office.ts';
import { gatherFacts } from '../overview/stageFacts.ts';
import { application } from '../schema.ts';
import { workshopRows } from '../workshops/workshops.ts';
import { decisionViews, recordDecision } from './decisions.ts';
import { placesIn } from './selectedPlaces.ts';

/** Not published yet: place and decision may still be changed. */
const OPEN: readonly Stage[] = ['awaitingSelection', 'notSelected', 'awaitingPublicity'];
const UNREVIEWED: readonly Stage[] = ['awaitingReview', 'refused'];

const byRank = (left: CandidateRow, right: CandidateRow): number =>
  (left.decision?.rank ?? Number.POSITIVE_INFINITY) - (right.decision?.rank ?? Number.POSITIVE_INFINITY) ||
  left.suggestedRank - right.suggestedRank;

/** Everybody who passed the review, with figures, points and decision: why A and not B. */
export function rankingView(office: Office, today: IsoDate): RankingView {
  const { id, policy } = currentCampaign(office);
  const facts = gatherFacts(office, id);
  const applied = new Map(
    office.db
      .select()
      .from(application)
      .where(eq(application.campaignId, id))
      .all()
      .map((row) => [row.id, row]),
  );
  const rows = workshopRows(office, today);
  const names = new Map(rows.map((row) => [row.applicationId, row.name]));
  const reviewed = rows.flatMap((row) => {
    const figures = applied.get(row.applicationId);
    const decision = facts.get(row.applicationId)?.decision ?? null;
    const never = UNREVIEWED.includes(row.stage) || (row.stage === 'withdrawn' && decision === null);
    if (!figures || never) return [];
    const merits = meritsOf(figures, policy);
    return [{ row, figures, decision, merits, points: pointsOf(merits) }];
  });
  const ranks = suggestedRanks(
    reviewed.map(({ row, figures, points }) => ({
      key: row.applicationId,
      figures,
      points,
      eligible: errorsOf(row.failedConditions).length === 0,
    })),
  );
  const candidates = reviewed.map(({ row, figures, decision, merits, points }): CandidateRow => {
    const [shown = null] = decisionViews(decision ? [decision] : [], (one) => names.get(one) ?? '已移走');
    const { plannedInvestment, operationArea, staffCount, healthCertificateCount } = figures;
    const { speciality, honours, penalties } = figures;
    return {
      applicationId: row.applicationId,
      workshopId: row.workshopId,
      name: row.name,
      ownerName: row.ownerName,
      stage: row.stage,
      fixed: !OPEN.includes(row.stage),
      failedConditions: row.failedConditions,
      merits,
      points,
      suggestedRank: ranks.get(row.applicationId) ?? 0,
      decision: shown,
      ...{ plannedInvestment, operationArea, staffCount, healthCertificateCount },
      ...{ speciality, honours, penalties },
    };
  });
  const open = new Set(candidates.filter((one) => !one.fixed).map((one) => one.applicationId));
  return {
    quota: policy.quota,
    fixedPlaces: placesIn(facts).filter((one) => !open.has(one.applicationId)).length,
    candidates: candidates.sort(byRank),
  };
}

interface Decided {
  readonly candidate: CandidateRow;
  readonly input: DecisionInput;
}

function unfit({ candidate, input }: Decided): Problem | undefined {
  const failed = errorsOf(candidate.failedConditions);
  if (!input.selected || failed.length === 0) return undefined;
  const why = failed.map((one) => one.message).join('；');
  return problem('selection.conditions', `“${candidate.name}”不符合创建条件：${why}`);
}

function quotaProblem(view: RankingView, decided: readonly Decided[]): Problem | undefined {
  const named = new Set(decided.map((one) => one.candidate.applicationId));
  const others = view.candidates.filter(
    (one) => !one.fixed && !named.has(one.applicationId) && one.decision?.selected === true,
  ).length;
  const wanted = view.fixedPlaces + others + decided.filter((one) => one.input.selected).length;
  if (wanted <= view.quota) return undefined;
  return problem(
    'selection.quota',
    `名额${view.quota}家，共入选${wanted}家，超出${wanted - view.quota}家。请减少入选，或说明原因调整名额`,
    { found: `${wanted}家`, expected: `不超过${view.quota}家` },
  );
}

const isSame = ({ candidate: { decision }, input }: Decided): boolean =>
  decision !== null &&
  decision.rank === input.rank &&
  decision.selected === input.selected &&
  decision.reason === input.reason;

/** 确定遴选结果: rank, decision and reason of many candidates at once, within the quota; all or none. */
export function decideSelection(
  office: Office,
  inputs: readonly DecisionInput[],
  act: Act,
): Result<{ readonly selected: number; readonly notSelected: number }> {
  const view = rankingView(office, act.today);
  const decided = inputs.flatMap((input): readonly Decided[] => {
    const candidate = view.candidates.find((one) => one.applicationId === input.applicationId);
    return candidate && !candidate.fixed ? [{ candidate, input }] : [];
  });
  if (decided.length !== inputs.length) {
    return refuse(
      problem('selection.stage', '所列小作坊中有的尚未审核通过、已经公示或已移走，请刷新后重新遴选'),
    );
  }
  const named = new Set(inputs.map((one) => one.applicationId));
  const otherRanks = view.candidates
    .filter((one) => !named.has(one.applicationId))
    .flatMap((one) => one.decision?.rank ?? []);
  const over = quotaProblem(view, decided);
  const problems = [
    ...decisionProblems(
      decided.map(({ candidate, input }) => ({
        ...input,
        name: candidate.name,
        eligible: errorsOf(candidate.failedConditions).length === 0,
      })),
      new Set(otherRanks),
    ),
    ...decided.flatMap((one) => unfit(one) ?? []),
    ...(over ? [over] : []),
  ];
  if (problems.length > 0) return refuse(...problems);
  return transact(office, () => {
    const facts = gatherFacts(office, currentCampaign(office).id);
    for (const one of decided.filter((entry) => !isSame(entry))) {
      const { candidate, input } = one;
      const replacesId = facts.get(candidate.applicationId)?.decision?.replacesId ?? null;
      recordDecision(office, candidate, { ...input, replacesId: input.selected ? replacesId : null }, act);
    }
    const selected = inputs.filter((one) => one.selected).length;
    audit(
      office,
      act,
      'selection.decide',
      `确定遴选结果：入选${selected}家，未入选${inputs.length - selected}家`,
    );
    return ok({ selected, notSelected: inputs.length - selected });
  });
}
