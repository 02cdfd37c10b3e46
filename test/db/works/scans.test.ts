import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { attachmentSubject } from '../../../db/model/attachments.ts';
import { checkCode, formatCode } from '../../../db/model/checkCode.ts';
import { isoDate } from '../../../db/model/dates.ts';
import { AttachmentId, newId } from '../../../db/model/ids.ts';
import { confirmScan, undoConfirmScan } from '../../../db/plans/scans.ts';
import { attachment, planRevision } from '../../../db/schema.ts';
import { actOn, newOffice, signedPlan, task, viewOf } from '../../fixtures/plannedOffice.ts';
import { cleanUp, codesOf, must } from '../open/fixtures.ts';

afterEach(cleanUp);

describe('the scan of the signed paper', () => {
  it('is confirmed by the code printed on it, and taken back with a reason', async () => {
    const office = await newOffice();
    const workshopId = signedPlan(office, '示例豆腐坊', task('铺地面砖', isoDate('2021-06-30'), 12_000));
    const revisionId = viewOf(office, workshopId, '2021-05-12').current.revisionId;
    const act = actOn('2021-05-12');
    const digest = office.db.select().from(planRevision).where(eq(planRevision.id, revisionId)).get()?.digest;
    const code = formatCode(checkCode(digest ?? ''));
    expect(codesOf(confirmScan(office, revisionId, code, act))).toEqual(['scan.missing']);
    office.db
      .insert(attachment)
      .values({
        id: newId(AttachmentId),
        workshopId,
        subject: attachmentSubject('revision', revisionId),
        title: '签字页',
        mediaType: 'application/pdf',
        bytes: 1,
        hash: '0',
        role: 'scan',
        addedAt: act.at,
      })
      .run();
    expect(codesOf(confirmScan(office, revisionId, '0000-0000-0000-0000', act))).toEqual(['scan.code']);
    must(confirmScan(office, revisionId, code.toLowerCase().replaceAll('-', ' '), act));
    const confirmed = () => viewOf(office, workshopId, '2021-05-12').revisions[0]?.scanConfirmedOn;
    expect(confirmed()).toBe('2021-05-12');
    must(undoConfirmScan(office, revisionId, '扫描不清', act));
    expect(confirmed()).toBeNull();
    expect(codesOf(undoConfirmScan(office, revisionId, '再撤', act))).toEqual(['scan.notConfirmed']);
  });
});
