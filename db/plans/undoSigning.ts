import { eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import type { RevisionId } from '../model/ids.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { SIGNATURE_ROLES } from '../model/terms.ts';
import { type Act, type Office, transact } from '../office.ts';
import { planRevision, signature } from '../schema.ts';
import { findRevision } from './plans.ts';
import { revisionsOf } from './revisions.ts';

/**
 * Takes recorded signatures, or a recorded return, back: entered by mistake, or for another workshop's paper. Only
 * while nothing rests on them: no newer revision, no works that could not go on by an earlier signed one.
 */
export function undoSigning(office: Office, revisionId: RevisionId, reason: string, act: Act): Result<void> {
  const found = findRevision(office, revisionId);
  if (!found) return refuse(problem('plan.unknown', '没有找到该方案，请刷新后再试'));
  const { plan, revision, signatures } = found;
  if (signatures.length === 0) return refuse(problem('signature.none', '这一版还没有登记签字或退回'));
  const revisions = revisionsOf(office, plan.campaignId, { planId: plan.id });
  if (revisions.at(-1)?.revision.id !== revisionId)
    return refuse(problem('signature.newer', '之后已新开一版方案，这一版的签批不能撤销'));
  const otherSigned = revisions.some((row) => row.state === 'signed' && row.revision.id !== revisionId);
  if (found.state === 'signed' && plan.worksStartedOn !== null && !otherSigned)
    return refuse(problem('signature.works', '已按这一版登记开工，请先撤销开工，再撤销签批'));
  const names = signatures.map(
    (one) =>
      `${SIGNATURE_ROLES[one.role]}${one.outcome === 'return' ? '退回' : ''}${one.signerName}${one.signedOn}`,
  );
  return transact(office, () => {
    office.db.delete(signature).where(eq(signature.revisionId, revisionId)).run();
    office.db
      .update(planRevision)
      .set({ scanConfirmedOn: null })
      .where(eq(planRevision.id, revisionId))
      .run();
    const sentence = `撤销了方案第${revision.number}版的签批登记（${names.join('、')}），原因：${reason}`;
    audit(office, act, 'plan.undoSign', sentence, plan.workshopId);
    return ok(undefined);
  });
}
