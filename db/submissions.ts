import { and, desc, eq, sql } from 'drizzle-orm';
import { audit } from './audit.ts';
import { bureauOf, currentCampaign } from './bureau.ts';
import { checkCode } from './model/checkCode.ts';
import type { SubmissionView } from './model/contract/papers.ts';
import { newId, SubmissionId } from './model/ids.ts';
import { packageFolderName, SubmissionRecord } from './model/package.ts';
import { ok, type Result } from './model/problems.ts';
import { SUBMISSION_KINDS, type SubmissionKind } from './model/terms.ts';
import { type Act, type Office, transact } from './office.ts';
import { submission } from './schema.ts';

/** What was handed up this year, the newest first. */
export function submissions(office: Office): readonly SubmissionView[] {
  return office.db
    .select()
    .from(submission)
    .where(eq(submission.campaignId, currentCampaign(office).id))
    .orderBy(desc(submission.id))
    .all()
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      sequence: row.sequence,
      folderName: row.folderName,
      madeOn: row.madeOn,
      manifestCode: checkCode(row.manifestSha256),
      counts: SubmissionRecord.parse(JSON.parse(row.record)).counts,
    }));
}

/** The number the next package of a kind carries, and its folder's name. */
export function nextPackage(office: Office, kind: SubmissionKind): { sequence: number; folderName: string } {
  const { id, year } = currentCampaign(office);
  const row = office.db
    .select({ last: sql<number | null>`max(${submission.sequence})` })
    .from(submission)
    .where(and(eq(submission.campaignId, id), eq(submission.kind, kind)))
    .get();
  const sequence = (row?.last ?? 0) + 1;
  return { sequence, folderName: packageFolderName(bureauOf(office).name, year, kind, sequence) };
}

/** Records a package that was written and read back. */
export function recordSubmission(
  office: Office,
  record: SubmissionRecord,
  folderName: string,
  manifestSha256: string,
  act: Act,
): Result<SubmissionId> {
  const id = newId(SubmissionId);
  return transact(office, () => {
    office.db
      .insert(submission)
      .values({
        id,
        campaignId: currentCampaign(office).id,
        kind: record.kind,
        sequence: record.sequence,
        folderName,
        madeOn: act.today,
        manifestSha256,
        record: JSON.stringify(record),
      })
      .run();
    const sentence = `生成报送包（${SUBMISSION_KINDS[record.kind]}第${record.sequence}次），清单校验码${checkCode(manifestSha256)}`;
    audit(office, act, 'submission.make', sentence);
    return ok(id);
  });
}
