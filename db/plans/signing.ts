import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { audit } from '../audit.ts';
import { bureauOf, currentCampaign } from '../bureau/bureau.ts';
import { canonicalJson, digestOf } from '../canonical.ts';
import { checkCode, normaliseCode } from '../model/checkCode.ts';
import type { SignInput } from '../model/contract/plans.ts';
import type { IsoDate } from '../model/dates.ts';
import type { RevisionId } from '../model/ids.ts';
import type { PlanRecord } from '../model/papers/plans.ts';
import { onPaper, planProblems } from '../model/plan.ts';
import { invariant, ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import { SIGNATURE_ROLES } from '../model/terms.ts';
import { type Act, type Office, transact } from '../office.ts';
import { application, planRevision, signature, workshop } from '../schema.ts';
import { contentOf, findRevision } from './plans.ts';
import type { GatheredRevision } from './revisions.ts';

const RECORD = 'planRevision.record';
const UNKNOWN = () => refuse(problem('plan.unknown', '没有找到该方案，请刷新后再试'));

/** What the paper of a revision says, from the records as they stand now. */
export function planRecordNow(office: Office, found: GatheredRevision): Omit<PlanRecord, 'submittedOn'> {
  const { id: campaignId, year, policy } = currentCampaign(office);
  const row = office.db
    .select()
    .from(workshop)
    .innerJoin(
      application,
      and(eq(application.workshopId, workshop.id), eq(application.campaignId, campaignId)),
    )
    .where(eq(workshop.id, found.plan.workshopId))
    .get();
  invariant(row, 'a plan belongs to an applicant of its campaign');
  const { workshop: who, application: applied } = row;
  return {
    bureau: bureauOf(office).name,
    year,
    programmeName: policy.programmeName,
    workshopId: who.id,
    workshopName: who.name,
    ownerName: who.ownerName,
    address: who.address,
    products: who.products,
    operationArea: applied.operationArea,
    revision: found.revision.number,
    plan: onPaper(contentOf(office, found.revision)),
  };
}

/** The record as it was frozen at submission; `null` for a draft. */
export function frozenRecord(office: Office, revision: typeof planRevision.$inferSelect): PlanRecord | null {
  if (revision.recordSealed === null) return null;
  // Written by `submitPlan` alone and sealed: a change of it does not open.
  const record: PlanRecord = JSON.parse(office.vault.unseal(revision.recordSealed, RECORD));
  return record;
}

/** Freezes the draft and gives its check code. Refused while the plan lacks anything (`planProblems`). */
export function submitPlan(office: Office, revisionId: RevisionId, act: Act): Result<string> {
  const found = findRevision(office, revisionId);
  if (!found) return UNKNOWN();
  if (found.state !== 'draft') return refuse(problem('plan.notDraft', '该版已提交，无需重复提交'));
  const problems = planProblems(contentOf(office, found.revision), currentCampaign(office).policy);
  if (problems.length > 0) return refuse(...problems);
  const record: PlanRecord = { ...planRecordNow(office, found), submittedOn: act.today };
  const { sha256, code } = digestOf(record);
  return transact(office, () => {
    office.db
      .update(planRevision)
      .set({
        submittedOn: act.today,
        recordSealed: office.vault.seal(canonicalJson(record), RECORD),
        digest: sha256,
      })
      .where(eq(planRevision.id, revisionId))
      .run();
    const sentence = `提交方案第${found.revision.number}版签批，校验码${code}`;
    audit(office, act, 'plan.submit', sentence, found.plan.workshopId);
    return ok(code);
  });
}

/** Takes a submission back; only before anybody signed it. */
export function recallPlan(office: Office, revisionId: RevisionId, reason: string, act: Act): Result<void> {
  const found = findRevision(office, revisionId);
  if (!found) return UNKNOWN();
  if (found.state !== 'submitted' || found.signatures.length > 0) {
    return refuse(problem('plan.recall', '只有已提交、尚未登记任何签字的方案才能撤回'));
  }
  return transact(office, () => {
    office.db
      .update(planRevision)
      .set({ submittedOn: null, recordSealed: null, digest: null })
      .where(eq(planRevision.id, revisionId))
      .run();
    const sentence = `撤回了方案第${found.revision.number}版，原因：${reason}`;
    audit(office, act, 'plan.recall', sentence, found.plan.workshopId);
    return ok(undefined);
  });
}

function dateProblem(
  found: GatheredRevision,
  signedOn: IsoDate,
  who: string,
  today: IsoDate,
): Problem | undefined {
  const { submittedOn } = found.revision;
  invariant(submittedOn, 'only submitted revisions are signed');
  if (signedOn >= submittedOn && signedOn <= today) return undefined;
  const expected = `${submittedOn}（提交日）至${today}（今天）`;
  return problem('signature.date', `${who}的签字日期${signedOn}应在${expected}之间`, {
    field: 'signedOn',
    found: signedOn,
    expected,
  });
}

function codeProblem(found: GatheredRevision, typed: string | null): Problem | undefined {
  invariant(found.revision.digest, 'only submitted revisions are signed');
  if (typed === null) return undefined;
  const code = checkCode(found.revision.digest);
  if (normaliseCode(typed) === code) return undefined;
  return problem(
    'signature.code',
    `纸质方案上的校验码“${typed}”与系统记录不一致，请核对是否录错，或拿错了版本`,
    { field: 'checkCode', found: typed, expected: code },
  );
}

function signingProblems(found: GatheredRevision, input: SignInput, today: IsoDate): readonly Problem[] {
  const agreed = found.signatures.map((one) => one.role);
  const repeated = input.signatures
    .filter((one) => agreed.includes(one.role))
    .map((one) => problem('signature.repeated', `${SIGNATURE_ROLES[one.role]}已登记过签字`));
  const dates = input.signatures.map((one) =>
    dateProblem(found, one.signedOn, SIGNATURE_ROLES[one.role], today),
  );
  const all = [...found.signatures, ...input.signatures];
  const leader = all.find((one) => one.role === 'leader');
  const after = all.filter((one) => leader && one.signedOn > leader.signedOn);
  const order = after.map((one) =>
    problem('signature.order', `${SIGNATURE_ROLES[one.role]}的签字日期${one.signedOn}晚于主管领导的签字日期`),
  );
  return [codeProblem(found, input.checkCode), ...repeated, ...dates, ...order].filter(
    (one) => one !== undefined,
  );
}

/** Records the signatures on a submitted revision's paper; with all four it is signed (notice 三（三）). */
export function signPlan(office: Office, input: SignInput, act: Act): Result<void> {
  const found = findRevision(office, input.revisionId);
  if (!found) return UNKNOWN();
  if (found.state !== 'submitted') {
    return refuse(problem('signature.state', '只有已提交、待签批的方案才能登记签字'));
  }
  const problems = signingProblems(found, input, act.today);
  if (problems.length > 0) return refuse(...problems);
  return transact(office, () => {
    for (const one of input.signatures) {
      office.db
        .insert(signature)
        .values({ id: uuidv7(), revisionId: input.revisionId, outcome: 'agree', ...one })
        .run();
      const sentence = `登记了方案第${found.revision.number}版${SIGNATURE_ROLES[one.role]}签字：${one.signerName}，${one.signedOn}`;
      audit(office, act, 'plan.sign', sentence, found.plan.workshopId);
    }
    return ok(undefined);
  });
}

interface Return {
  readonly revisionId: RevisionId;
  readonly returnedOn: IsoDate;
  readonly signerName: string;
  readonly opinion: string;
}

/** 退回修改 with the leader's words; the clerk then opens a new revision. */
export function returnPlan(office: Office, input: Return, act: Act): Result<void> {
  const found = findRevision(office, input.revisionId);
  if (!found) return UNKNOWN();
  if (found.state !== 'submitted') {
    return refuse(problem('signature.state', '只有已提交、待签批的方案才能退回修改'));
  }
  if (input.opinion === '') {
    return refuse(problem('return.opinion', '退回修改请写明领导意见', { field: 'opinion' }));
  }
  const date = dateProblem(found, input.returnedOn, '主管领导', act.today);
  if (date) return refuse(date);
  return transact(office, () => {
    office.db
      .insert(signature)
      .values({
        id: uuidv7(),
        revisionId: input.revisionId,
        role: 'leader',
        outcome: 'return',
        signerName: input.signerName,
        opinion: input.opinion,
        signedOn: input.returnedOn,
      })
      .run();
    const sentence = `方案第${found.revision.number}版退回修改：${input.opinion}（${input.signerName}）`;
    audit(office, act, 'plan.return', sentence, found.plan.workshopId);
    return ok(undefined);
  });
}
