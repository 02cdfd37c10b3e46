import { z } from 'zod';
import { audit } from '../../db/audit.ts';
import { readSetting, writeSetting } from '../../db/bureau/settings.ts';
import type { PaperRef } from '../../db/model/contract/papers.ts';
import { maskPatterns } from '../../db/model/import/text.ts';
import { PAPER_TITLES, type Paper } from '../../db/model/papers.ts';
import { isPublished } from '../../db/model/privacy.ts';
import { privatePatternsIn } from '../../db/model/privateNumbers.ts';
import { ok, type Problem, problem, type Result, refuse } from '../../db/model/problems.ts';
import { PRIVACY_REASON } from '../../db/model/publicity.ts';
import { type Act, type Office, transact } from '../../db/office.ts';
import { paperRecord } from '../../db/papers/paperRecords.ts';
import { paperFields } from '../documents/paperFields.ts';
import { privacyWarnings } from '../privacy/privacyGate.ts';

/** Doubts that were explained once are not asked about again: kept as fingerprints, never as numbers. */
const EXPLAINED = 'privacy.explained';
const Explained = z.array(z.string());
/** The oldest are forgotten, and asked about again. */
const MOST = 500;

function fingerprintOf(office: Office, paper: Paper): string {
  const doubtful = paperFields(paper)
    .map(({ text }) => text)
    .filter((text) => privatePatternsIn(text).length > 0);
  return office.vault.fingerprint(JSON.stringify([paper.paper, ...doubtful.sort()]), EXPLAINED);
}

const explained = (office: Office): readonly string[] =>
  Explained.parse(JSON.parse(readSetting(office, EXPLAINED) ?? '[]'));

/** What on a published paper merely looks like a private number, and nobody has given a reason for. */
function openDoubts(office: Office, paper: Paper): readonly Problem[] {
  if (!isPublished(paper)) return [];
  const doubts = privacyWarnings(paper);
  return doubts.length > 0 && explained(office).includes(fingerprintOf(office, paper)) ? [] : doubts;
}

const question = (doubts: readonly Problem[]): Problem =>
  problem(PRIVACY_REASON, `公示材料中有${doubts.length}处像是个人号码，请核对；确需公开的，请写明理由`, {
    field: 'privacyReason',
  });

/** Stops a published paper until its doubts are explained. */
export function checkExplained(office: Office, paper: Paper): Result<void> {
  const doubts = openDoubts(office, paper);
  return doubts.length === 0 ? ok(undefined) : refuse(question(doubts), ...doubts);
}

/** The reason goes into 操作记录, the numbers masked; without one the doubts come back. */
export function explain(office: Office, paper: Paper, reason: string, act: Act): Result<void> {
  const doubts = openDoubts(office, paper);
  if (doubts.length === 0) return ok(undefined);
  if (reason === '') return refuse(question(doubts), ...doubts);
  const found = doubts.map((one) => one.found).join('、');
  const sentence = `确认在${PAPER_TITLES[paper.paper]}上公开像是个人号码的内容（${found}），理由：${maskPatterns(reason)}`;
  audit(office, act, 'publicity.privacy', sentence);
  const known = [...explained(office), fingerprintOf(office, paper)].slice(-MOST);
  writeSetting(office, EXPLAINED, JSON.stringify(known));
  return ok(undefined);
}

/** The same for papers that are about to be made: one reason for what is published of them. */
export const explainPapers = (
  office: Office,
  refs: readonly PaperRef[],
  reason: string,
  act: Act,
): Result<void> =>
  transact(office, () => {
    for (const ref of refs.filter(isPublished)) {
      const paper = paperRecord(office, ref, act.today);
      const explained = paper.ok ? explain(office, paper.value, reason, act) : paper;
      if (!explained.ok) return explained;
    }
    return ok(undefined);
  });
