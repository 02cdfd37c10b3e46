import { and, eq, isNull } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { attachmentSubject } from '../model/attachments.ts';
import { checkCode, formatCode, normaliseCode } from '../model/checkCode.ts';
import type { RevisionId } from '../model/ids.ts';
import { invariant, ok, problem, type Result, refuse } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { attachment, planRevision } from '../schema.ts';
import { findRevision } from './plans.ts';

const UNKNOWN = () => refuse(problem('plan.unknown', '没有找到该方案，请刷新后再试'));

function hasScan(office: Office, revisionId: RevisionId): boolean {
  const subject = attachmentSubject('revision', revisionId);
  const found = office.db
    .select({ id: attachment.id })
    .from(attachment)
    .where(and(eq(attachment.subject, subject), eq(attachment.role, 'scan'), isNull(attachment.removedAt)))
    .get();
  return found !== undefined;
}

/** 核对签字扫描件: the code typed from the scanned paper must be the code of the signed revision. */
export function confirmScan(office: Office, revisionId: RevisionId, typed: string, act: Act): Result<void> {
  const found = findRevision(office, revisionId);
  if (!found) return UNKNOWN();
  if (found.state !== 'signed')
    return refuse(problem('scan.unsigned', `第${found.revision.number}版尚未签批，签批后再核对签字扫描件`));
  if (!hasScan(office, revisionId))
    return refuse(problem('scan.missing', '还没有添加这一版的签字扫描件，请先添加再核对校验码'));
  invariant(found.revision.digest, 'a signed revision is frozen');
  const code = checkCode(found.revision.digest);
  if (normaliseCode(typed) !== code) {
    const expected = formatCode(code);
    const message = `扫描件上的校验码“${typed}”与第${found.revision.number}版的校验码不一致，请核对是否录错，或扫描了别的版本`;
    return refuse(problem('scan.code', message, { field: 'checkCode', found: typed, expected }));
  }
  return transact(office, () => {
    office.db
      .update(planRevision)
      .set({ scanConfirmedOn: act.today })
      .where(eq(planRevision.id, revisionId))
      .run();
    const sentence = `核对了方案第${found.revision.number}版签字扫描件的校验码，一致`;
    audit(office, act, 'plan.confirmScan', sentence, found.plan.workshopId);
    return ok(undefined);
  });
}

/** Takes back that the scan was compared, with a reason. */
export function undoConfirmScan(
  office: Office,
  revisionId: RevisionId,
  reason: string,
  act: Act,
): Result<void> {
  const found = findRevision(office, revisionId);
  if (!found) return UNKNOWN();
  if (found.revision.scanConfirmedOn === null)
    return refuse(problem('scan.notConfirmed', '这一版的签字扫描件没有核对记录'));
  return transact(office, () => {
    office.db
      .update(planRevision)
      .set({ scanConfirmedOn: null })
      .where(eq(planRevision.id, revisionId))
      .run();
    const sentence = `撤销了方案第${found.revision.number}版签字扫描件的核对，原因：${reason}`;
    audit(office, act, 'plan.undoConfirmScan', sentence, found.plan.workshopId);
    return ok(undefined);
  });
}
