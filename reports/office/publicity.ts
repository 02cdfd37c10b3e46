import type { z } from 'zod';
import type { PublicityInput } from '../../db/model/contract/publicity.ts';
import type { PublicityId } from '../../db/model/ids.ts';
import { type Result, refuse } from '../../db/model/problems.ts';
import { type Act, type Office, transact } from '../../db/office.ts';
import { paperRecord, privateNumbers } from '../../db/papers/paperRecords.ts';
import { createPublicity } from '../../db/publicity/publicity.ts';
import { hopelessCharacters } from '../fonts/checkCharacters.ts';
import { checkPrivacy } from '../privacy/privacyGate.ts';
import { explain } from './privacyReasons.ts';

/** Freezes and publishes the notice, unless its paper would let out a private number or could never be printed (design §6.1, §6.3). */
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
    const hopeless = hopelessCharacters(paper.value);
    if (hopeless.length > 0) return refuse(...hopeless);
    const gated = checkPrivacy(paper.value, privateNumbers(office));
    if (!gated.ok) return gated;
    const given = explain(office, paper.value, privacyReason, act);
    return given.ok ? created : given;
  });
