import { uuidv7 } from 'uuidv7';
import { audit } from '../audit.ts';
import { currentCampaign } from '../bureau/bureau.ts';
import { standings } from '../inspections/outcomes.ts';
import type { DecisionInput, RectificationView, ResultRow, ResultsView } from '../model/contract/results.ts';
import type { WorkshopRow } from '../model/contract/workshops.ts';
import type { IsoDate } from '../model/dates.ts';
import type { WorkshopId } from '../model/ids.ts';
import { errorsOf, ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import {
  decisionProblems,
  doubts,
  type ResultFacts,
  type ResultState,
  resultState,
  samplingWarnings,
  scoredOf,
} from '../model/results.ts';
import { type OutsideEventKind, RESULT_DECISIONS } from '../model/terms.ts';
import { type Act, type Office, transact, transactEach } from '../office.ts';
import { gatherFacts } from '../overview/stageFacts.ts';
import { livePayment } from '../payments/livePayments.ts';
import { inRosterOrder } from '../publicity/rosters.ts';
import { resultDecision } from '../schema.ts';
import { workshopRows } from '../workshops/workshops.ts';
import { objectionsByWorkshop } from './passedObjections.ts';
import { rectifications } from './rectifications.ts';
import { latestDecisions, workshopsNamed } from './resultRecords.ts';

const NOT_SCORED = { county: null, city: null, province: null, above: null } as const;

/** The workshops of the 创建名单 that did not leave it, in its order. */
export function rosterMembers(office: Office, today: IsoDate): readonly WorkshopRow[] {
  const facts = gatherFacts(office, currentCampaign(office).id);
  const members = workshopRows(office, today).filter((row) => {
    const stage = facts.get(row.applicationId)?.stageFacts;
    return stage?.onRoster === true && stage.withdrawnOn === null;
  });
  return inRosterOrder(office, members);
}

interface Gathered extends ResultRow {
  readonly facts: ResultFacts;
}

function gatherResults(office: Office, today: IsoDate): readonly Gathered[] {
  const found = standings(office);
  const { id: campaignId } = currentCampaign(office);
  const decisions = latestDecisions(office, campaignId);
  const announced = workshopsNamed(office, campaignId, 'announcement');
  const objections = objectionsByWorkshop(office);
  const demands = new Map<WorkshopId, RectificationView>();
  // The newest comes first; the first one met that still counts is kept.
  for (const one of rectifications(office)) {
    if (!one.past && !demands.has(one.workshopId)) demands.set(one.workshopId, one);
  }
  return rosterMembers(office, today).map(({ workshopId, name, ownerName, township, initials, stage }) => {
    const { county: inspected, city, province, above } = found.get(workshopId) ?? NOT_SCORED;
    const last = decisions.get(workshopId);
    const rectification = demands.get(workshopId) ?? null;
    const facts: ResultFacts = {
      county: inspected && scoredOf(inspected),
      above,
      decision: last?.decision ?? null,
      objection: objections.get(workshopId) ?? null,
      outdated: (last?.inspectionId ?? null) !== (inspected?.inspectionId ?? null),
      rectification,
    };
    return {
      workshopId,
      name,
      ownerName,
      township,
      initials,
      stage,
      state: resultState(facts, today),
      county: inspected && {
        ...scoredOf(inspected),
        inspectionId: inspected.inspectionId,
        round: inspected.round,
      },
      city,
      province,
      announced: announced.has(workshopId),
      decision: last?.decision
        ? { kind: last.decision, reason: last.reason, decidedOn: last.decidedOn }
        : null,
      doubts: facts.decision === 'recommend' ? doubts(facts) : [],
      rectification,
      facts,
    };
  });
}

/** Every workshop of the 创建名单 with its results and what became of it. */
export const resultRows = (office: Office, today: IsoDate): readonly ResultRow[] =>
  gatherResults(office, today).map(({ facts: _, ...row }) => row);

/** States in which something waits for the clerk. */
const WAITING: readonly ResultState[] = ['passed', 'doubtful', 'failed', 'overdue'];

/** How many wait for a decision or a 整改 that is over its term. */
export const waitingResults = (office: Office, today: IsoDate): number =>
  resultRows(office, today).filter((row) => WAITING.includes(row.state)).length;

function samplings(office: Office, rows: readonly ResultRow[]): readonly Problem[] {
  const { id, policy } = currentCampaign(office);
  const { citySamplePercent, provinceSamplePercent } = policy;
  const passed = new Set(rows.filter((row) => row.county?.passed).map((row) => row.workshopId));
  const counted = (kinds: readonly OutsideEventKind[]): number =>
    [...new Set(kinds.flatMap((kind) => [...workshopsNamed(office, id, kind).keys()]))].filter((one) =>
      passed.has(one),
    ).length;
  const of = passed.size;
  return samplingWarnings([
    { level: 'city', sampled: counted(['citySample', 'cityScores']), of, percent: citySamplePercent },
    { level: 'province', sampled: counted(['provinceSample']), of, percent: provinceSamplePercent },
  ]);
}

/** The tabs of 名单与奖补 on results: rows, 整改, and where the samplings fall short. */
export function resultsView(office: Office, today: IsoDate): ResultsView {
  const rows = resultRows(office, today);
  return {
    passScore: currentCampaign(office).policy.passScore,
    rows,
    rectifications: rectifications(office),
    warnings: samplings(office, rows),
  };
}

function dayProblem(name: string, decidedOn: IsoDate, facts: ResultFacts, today: IsoDate) {
  const from = facts.county?.on;
  if (decidedOn <= today && (from === undefined || decidedOn >= from)) return [];
  const expected = from === undefined ? `不晚于${today}` : `${from}（县级考评日）至${today}（今天）之间`;
  return [
    problem('result.day', `“${name}”的处理日期${decidedOn}应${from === undefined ? '' : '在'}${expected}`, {
      field: 'decidedOn',
      found: decidedOn,
      expected,
    }),
  ];
}

/** 推荐, 不予发放 or 通报 for all of them, or for none. The recommendation keeps the scoring it rests on. */
export function decideResults(office: Office, input: DecisionInput, act: Act): Result<{ decided: number }> {
  const { workshopIds, decision, reason, decidedOn } = input;
  const known = new Map(gatherResults(office, act.today).map((row) => [row.workshopId, row]));
  const chosen = [...new Set(workshopIds)].map((id) => known.get(id));
  const rows = chosen.filter((row) => row !== undefined);
  if (rows.length < chosen.length) {
    return refuse(problem('result.unknown', '所选小作坊中有的不在创建名单上或已退出，请刷新后再试'));
  }
  const problems = rows.flatMap((row) => [
    ...errorsOf(decisionProblems(row.name, decision, reason, row.facts)),
    ...dayProblem(row.name, decidedOn, row.facts, act.today),
  ]);
  if (problems.length > 0) return refuse(...problems);
  const { id: campaignId } = currentCampaign(office);
  return transact(office, () => {
    for (const { workshopId, name, county } of rows) {
      const inspectionId = county?.inspectionId ?? null;
      office.db
        .insert(resultDecision)
        .values({
          id: uuidv7(),
          campaignId,
          workshopId,
          decision,
          reason,
          decidedOn,
          inspectionId,
          createdAt: act.at,
        })
        .run();
      const why = reason === '' ? '' : `，理由：${reason}`;
      audit(office, act, 'result.decide', `“${name}”${RESULT_DECISIONS[decision]}${why}`, workshopId);
    }
    return ok({ decided: rows.length });
  });
}

/** Takes the latest decisions back, of all or of none; the earlier ones stay in the records. */
export function takeBackDecisions(
  office: Office,
  workshopIds: readonly WorkshopId[],
  reason: string,
  act: Act,
): Result<void> {
  const known = new Map(gatherResults(office, act.today).map((row) => [row.workshopId, row]));
  return transactEach(office, [...new Set(workshopIds)], (id) =>
    takeBack(office, known.get(id), reason, act),
  );
}

function takeBack(office: Office, row: Gathered | undefined, reason: string, act: Act): Result<void> {
  if (!row?.decision) {
    const name = row ? `“${row.name}”` : '所选小作坊';
    return refuse(problem('result.none', `${name}没有可撤回的处理结果，请刷新后再看`));
  }
  const { workshopId } = row;
  if (row.decision.kind === 'recommend' && livePayment(office, workshopId)) {
    return refuse(
      problem('result.paid', `“${row.name}”已列入发放表，不能撤回推荐；请先撤销发放表或发放结果`, {
        found: row.name,
      }),
    );
  }
  const { kind } = row.decision;
  return transact(office, () => {
    office.db
      .insert(resultDecision)
      .values({
        id: uuidv7(),
        campaignId: currentCampaign(office).id,
        workshopId,
        decision: null,
        reason,
        decidedOn: act.today,
        inspectionId: null,
        createdAt: act.at,
      })
      .run();
    const sentence = `撤回了“${row.name}”的“${RESULT_DECISIONS[kind]}”，原因：${reason}`;
    audit(office, act, 'result.takeBack', sentence, workshopId);
    return ok(undefined);
  });
}
