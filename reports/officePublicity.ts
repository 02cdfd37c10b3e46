import type { z } from 'zod';
import { audit } from '../db/audit.ts';
import type { PublicityInput } from '../db/model/contract/publicity.ts';
import type { PublicityId } from '../db/model/ids.ts';
import { maskPatterns } from '../db/model/import/text.ts';
import type { Paper } from '../db/model/papers.ts';
import { ok, problem, type Result, refuse } from '../db/model/problems.ts';
import { PRIVACY_REASON } from '../db/model/publicity.ts';
import { type Act, type Office, transact } from '../db/office.ts';
import { paperRecord, privateNumbers } from '../db/paperRecords.ts';
import { createPublicity } from '../db/publicity.ts';
import { checkPrivacy, privacyWarnings } from './privacyGate.ts';

/** What only looks like a private number may be published for a reason, which goes into 操作记录. */
function explained(office: Office, paper: Paper, reason: string, act: Act): Result<void> {
  const doubts = privacyWarnings(paper);
  if (doubts.length === 0) return ok(undefined);
  if (reason === '') {
    const question = problem(
      PRIVACY_REASON,
      `公示材料中有${doubts.length}处像是个人号码，请核对；确需公开的，请写明理由`,
      { field: 'privacyReason' },
    );
    return refuse(question, ...doubts);
  }
  const found = doubts.map((one) => one.found).join('、');
  const sentence = `确认公开像是个人号码的内容（${found}），理由：${maskPatterns(reason)}`;
  audit(office, act, 'publicity.privacy', sentence);
  return ok(undefined);
}

/** Freezes and publishes the notice, unless its paper would let out a private number (design §6.1). */
export const publicise = (
  office: Office,
  { privacyReason, ...choice }: z.output<typeof PublicityInput>,
  act: Act,
): Result<PublicityId> =>
  transact(office, () => {
    const created = createPublicity(office, choice, act);
    if (!created.ok) return created;
    const paper = paperRecord(office, { paper: 'selectionNotice', publicityId: created.value }, act.today);
    if (!paper.ok) return paper;
    const gated = checkPrivacy(paper.value, privateNumbers(office));
    if (!gated.ok) return gated;
    const given = explained(office, paper.value, privacyReason, act);
    return given.ok ? created : given;
  });
