import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { currentCampaign } from '../../db/bureau/bureau.ts';
import { addDays, isoDate } from '../../db/model/dates.ts';
import type { ApplicationId } from '../../db/model/ids.ts';
import type { Result } from '../../db/model/problems.ts';
import type { Stage } from '../../db/model/stage.ts';
import type { Act, Office } from '../../db/office.ts';
import { gatherFacts } from '../../db/overview/stageFacts.ts';
import { addObjection } from '../../db/publicity/objections.ts';
import { cancelPublicity, createPublicity, restorePublicity } from '../../db/publicity/publicity.ts';
import { publicities } from '../../db/publicity/publicityViews.ts';
import { confirmRoster, rosters, undoRoster } from '../../db/publicity/rosters.ts';
import { reopenObjection, settleObjection } from '../../db/publicity/settlements.ts';
import { replaceWorkshop, vacancies } from '../../db/selection/replacement.ts';
import { selectedCount } from '../../db/selection/selectedPlaces.ts';
import { changeQuota, deselectApplications, selectApplications } from '../../db/selection/selection.ts';
import { undoWithdrawal, withdrawApplication } from '../../db/workshops/withdrawals.ts';
import { workshopRows } from '../../db/workshops/workshops.ts';
import { actOn, campaignOffice, reviewed } from '../fixtures/campaign.ts';
import { cleanUp } from './open/fixtures.ts';

const NAMES = ['甲坊', '乙坊', '丙坊', '丁坊', '戊坊'];
let office: Office;
beforeAll(async () => {
  office = await campaignOffice(2);
  reviewed(office, NAMES);
});
afterAll(cleanUp);

const STEPS = [
  'select',
  'deselect',
  'withdraw',
  'return',
  'publish',
  'cancel',
  'restore',
  'object',
  'uphold',
  'reopen',
  'confirm',
  'undoRoster',
  'replace',
  'quota',
  'wait',
] as const;
type Step = readonly [kind: (typeof STEPS)[number], which: number];

/** So that most runs get past the first notice. */
const BEGINNING: readonly Step[] = [
  ['select', 1],
  ['select', 2],
  ['publish', 0],
];

const at = <Item>(items: readonly Item[], which: number): Item | undefined =>
  items[which % Math.max(1, items.length)];

const withId = (id: ApplicationId | undefined, run: (id: ApplicationId) => Result<unknown>) =>
  id === undefined ? undefined : run(id);

/** One thing a clerk may try; most are refused at most times, and a refusal changes nothing. */
function attempt([kind, which]: Step, act: Act): Result<unknown> | undefined {
  const rows = workshopRows(office, act.today);
  /** Mostly one whose stage suits the step, now and then any. */
  const idAt = (...stages: readonly Stage[]) => {
    const fitting = rows.filter((row) => stages.includes(row.stage));
    return at(which % 5 === 0 || fitting.length === 0 ? rows : fitting, which)?.applicationId;
  };
  const notices = publicities(office, act.today);
  const notice = at(notices, which);
  const objections = notices.flatMap((one) => one.objections);
  const objection = at(
    objections.filter((one) => (one.outcome === null) === (kind === 'uphold')),
    which,
  );
  switch (kind) {
    case 'select':
      return withId(idAt('awaitingSelection', 'notSelected'), (id) =>
        selectApplications(office, [id], '比选', act),
      );
    case 'deselect':
      return withId(idAt('awaitingPublicity'), (id) => deselectApplications(office, [id], '更正', act));
    case 'withdraw':
      return withId(idAt('publicity', 'publicityOver', 'planning'), (id) =>
        withdrawApplication(office, id, act.today, '不参加', act),
      );
    case 'return':
      return withId(idAt('withdrawn'), (id) => undoWithdrawal(office, id, act));
    case 'publish':
      return createPublicity(
        office,
        { firstDay: act.today, countingRule: 'naturalIncludingFirst', days: 3, place: '公示栏' },
        act,
      );
    case 'cancel':
      return notice && cancelPublicity(office, notice.id, '有误', act);
    case 'restore':
      return notice && restorePublicity(office, notice.id, '误撤', act);
    case 'object':
      return (
        notice &&
        addObjection(
          office,
          {
            publicityId: notice.id,
            workshopId: at(notice.entries, which)?.workshopId ?? null,
            receivedOn: act.today,
            objector: '',
            content: '不符',
          },
          act,
        )
      );
    case 'uphold':
      return (
        objection &&
        settleObjection(
          office,
          { objectionId: objection.id, outcome: 'upheld', handling: '属实', settledOn: act.today },
          act,
        )
      );
    case 'reopen':
      return objection && reopenObjection(office, objection.id, '有误', act);
    case 'confirm':
      return notice && confirmRoster(office, notice.id, act.today, act);
    case 'undoRoster': {
      const roster = at(rosters(office), which);
      return roster && undoRoster(office, roster.id, '有误', act);
    }
    case 'replace': {
      const vacancy = at(vacancies(office, act.today), which);
      const newcomer = vacancy && at(vacancy.successors, which);
      if (!vacancy || !newcomer) return undefined;
      return replaceWorkshop(
        office,
        { leaverId: vacancy.applicationId, newcomerId: newcomer.applicationId, reason: '择优' },
        act,
      );
    }
    case 'quota':
      return changeQuota(office, (which % 4) + 1, '调整', act);
    case 'wait':
      return undefined;
  }
}

function expectSound(act: Act): void {
  const { id, policy } = currentCampaign(office);
  const facts = gatherFacts(office, id);
  expect(selectedCount(office)).toBeLessThanOrEqual(policy.quota);
  const followed = [...facts.values()].flatMap(({ decision, stageFacts }) =>
    decision?.selected && decision.replacesId && stageFacts.withdrawnOn === null ? [decision.replacesId] : [],
  );
  for (const leaver of followed) {
    const left = facts.get(leaver)?.stageFacts;
    expect(left?.withdrawnOn !== null || left?.publicity?.removedOn).toBeTruthy();
  }
  expect(new Set(followed).size).toBe(followed.length);
  const listed = rosters(office).flatMap((one) => one.entries.map((entry) => entry.workshopId));
  expect(new Set(listed).size).toBe(listed.length);
  const standing = publicities(office, act.today)
    .filter((one) => one.state !== 'cancelled')
    .flatMap((one) => one.entries.map((entry) => entry.workshopId));
  expect(new Set(standing).size).toBe(standing.length);
  for (const row of workshopRows(office, act.today)) {
    const given = facts.get(row.applicationId)?.stageFacts;
    const isListed = listed.includes(row.workshopId);
    expect(given?.onRoster).toBe(isListed);
    if (isListed) {
      expect(given?.selected).toBe(true);
      expect(['planning', 'withdrawn']).toContain(row.stage);
    }
    if (row.stage === 'publicity' || row.stage === 'publicityOver' || row.stage === 'removed')
      expect(given?.selected).toBe(true);
  }
}

it('keeps the records sound whatever a clerk tries, in any order', () => {
  const step = fc.tuple(
    fc.constantFrom(...STEPS, 'wait', 'wait', 'confirm', 'replace', 'publish', 'object', 'uphold'),
    fc.nat(20),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 8, maxLength: 24 }), (steps) => {
      office.sqlite.exec('SAVEPOINT run');
      try {
        let today = isoDate('2021-04-13');
        for (const one of [...BEGINNING, ...steps]) {
          if (one[0] === 'wait') today = addDays(today, 1 + (one[1] % 4));
          const act = actOn(today);
          if (attempt(one, act)?.ok) expectSound(act);
        }
      } finally {
        office.sqlite.exec('ROLLBACK TO run; RELEASE run');
      }
    }),
    { numRuns: 25, seed: 20210415 },
  );
}, 90_000);
