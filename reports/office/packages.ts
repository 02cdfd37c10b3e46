import { bureauOf, currentCampaign } from '../../db/bureau/bureau.ts';
import { takeBackFolder } from '../../db/disk/files.ts';
import type { PackagePrecheck } from '../../db/model/contract/packages.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import type { SubmissionRecord } from '../../db/model/package.ts';
import { deadlineOf } from '../../db/model/policy.ts';
import {
  assertNever,
  errorsOf,
  ok,
  type Problem,
  problem,
  type Result,
  refuse,
} from '../../db/model/problems.ts';
import { replacesAlways, submissionChanges } from '../../db/model/submissionCalendar.ts';
import { columnsOf } from '../../db/model/submissionTable.ts';
import { SUBMISSION_KINDS } from '../../db/model/terms.ts';
import type { Act, Office } from '../../db/office.ts';
import { privateNumbers } from '../../db/papers/paperRecords.ts';
import {
  correctionProblems,
  lastPackage,
  type NewPackage,
  nextPackage,
  type PackageSubject,
  recordSubmission,
  submissionRows,
} from '../../db/submissions/submissions.ts';
import type { PackageFile } from '../package/prepare.ts';
import { newPassphrase, secretZip } from '../package/secretZip.ts';
import type { WorkOptions } from '../package/work.ts';
import { type WrittenPackage, writePackage } from '../package/write.ts';
import type { Contents } from '../packageKinds/contents.ts';
import { monthlyContents } from '../packageKinds/monthly.ts';
import { payeeContents } from '../packageKinds/payees.ts';
import { planContents } from '../packageKinds/plans.ts';
import { resultContents } from '../packageKinds/results.ts';
import { rosterContents } from '../packageKinds/roster.ts';
import { reportPieces, summaryContents } from '../packageKinds/summary.ts';
import { holdsPrivate } from '../privacy/storedPrivate.ts';
import { makeGated, makeOfficePaper, type PaperTools } from './papers.ts';

function recordContents(office: Office, wanted: NewPackage, today: IsoDate): Contents {
  switch (wanted.kind) {
    case 'roster':
      return rosterContents(office, today, wanted.correction !== null);
    case 'plans':
      return planContents(office, today);
    case 'monthly':
      return monthlyContents(office, wanted.month, today);
    case 'results':
      return resultContents(office, today);
    case 'payees':
      return payeeContents(office, today);
    case 'summary':
      return summaryContents(office);
    default:
      return assertNever(wanted.kind);
  }
}

function contentsOf(office: Office, wanted: NewPackage, today: IsoDate): Contents {
  const contents = recordContents(office, wanted, today);
  const report = reportPieces(office, ({ kind, month }) => kind === wanted.kind && month === wanted.month);
  return { ...contents, pieces: [...report, ...contents.pieces] };
}

function dueOnOf(office: Office, { kind, month }: PackageSubject, today: IsoDate): IsoDate {
  const row = submissionRows(office, today).find((one) => one.kind === kind && one.month === month);
  if (row) return row.dueOn;
  return kind === 'monthly' ? today : deadlineOf(currentCampaign(office).policy, kind);
}

/** What the next package of a kind would hold, and what is missing; writes nothing. */
export function precheckPackage(office: Office, subject: PackageSubject, today: IsoDate): PackagePrecheck {
  const contents = contentsOf(office, { ...subject, correction: null }, today);
  const last = lastPackage(office, subject);
  const { pieces, secret, counts, problems, records } = contents;
  return {
    folderName: nextPackage(office, subject.kind).folderName,
    dueOn: dueOnOf(office, subject, today),
    counts,
    files: [...pieces, ...(secret === null ? [] : [secret])].map(({ path, title }) => ({ path, title })),
    since: last && { id: last.id, folderName: last.folderName, madeOn: last.madeOn },
    changes: last && submissionChanges(last.records, records),
    mustCorrect: last !== null && replacesAlways(subject.kind),
    problems,
  };
}

interface PackageTools extends PaperTools, Pick<WorkOptions, 'onProgress'> {
  readonly programVersion: string;
}

const cancelled = () => refuse(problem('package.cancelled', '已取消，没有生成报送包'));

async function makePieces(
  office: Office,
  { pieces }: Contents,
  tools: PackageTools,
): Promise<Result<readonly PackageFile[]>> {
  const made: PackageFile[] = [];
  for (const [done, { ref, format, path, title }] of pieces.entries()) {
    if (tools.signal?.aborted) return cancelled();
    tools.onProgress?.({ done, total: pieces.length * 3, current: path });
    const paper = await makeOfficePaper(office, ref, format, tools);
    if (!paper.ok) return paper;
    made.push({ path, title, bytes: paper.value.bytes });
  }
  return ok(made);
}

/** The encrypted zip of a package, where it has one; without it there is no passphrase. */
async function makeSecret(
  { secret }: Contents,
  passphrase: string,
  tools: PackageTools,
): Promise<Result<readonly PackageFile[]>> {
  if (secret === null) return ok([]);
  const inside: { name: string; bytes: Uint8Array }[] = [];
  for (const { fileName, make } of secret.pieces) {
    if (tools.signal?.aborted) return cancelled();
    const made = await make(tools);
    if (!made.ok) return made;
    inside.push({ name: fileName, bytes: made.value });
  }
  const bytes = await secretZip(inside, passphrase, tools.today);
  return ok([{ path: secret.path, title: secret.title, bytes }]);
}

/** submission.json travels in the clear: like a paper it must be free of what the office keeps sealed. */
function recordProblems(office: Office, { records, counts, replaces }: SubmissionRecord): readonly Problem[] {
  const texts = [JSON.stringify([records, counts]), replaces?.reason ?? ''];
  if (!holdsPrivate(texts, privateNumbers(office))) return [];
  return [
    problem(
      'privacy.storedNumber',
      '报送数据或更正原因中有系统登记的身份证号、手机号、银行卡号或家庭住址，没有生成报送包，请删除后重试',
    ),
  ];
}

interface OfficePackage extends WrittenPackage {
  /** Of the encrypted zip inside; told this once, stored nowhere. */
  readonly passphrase: string | null;
}

/** Makes, writes, reads back and records a submission package (notice 三（二）、（三）: 报送). */
export async function writeOfficePackage(
  office: Office,
  wanted: NewPackage,
  dir: string,
  act: Act,
  tools: PackageTools,
): Promise<Result<OfficePackage>> {
  const contents = contentsOf(office, wanted, act.today);
  const errors = [...correctionProblems(office, wanted), ...errorsOf(contents.problems)];
  if (errors.length > 0) return refuse(...errors);
  const record = submissionRecord(office, wanted, contents, act.today, tools.programVersion);
  const leaks = recordProblems(office, record);
  if (leaks.length > 0) return refuse(...leaks);
  const pieces = await makePieces(office, contents, tools);
  if (!pieces.ok) return pieces;
  const passphrase = newPassphrase();
  const secret = await makeSecret(contents, passphrase, tools);
  if (!secret.ok) return secret;
  const written = await writePackage(
    { dir },
    {
      record,
      bureau: bureauOf(office),
      files: [...pieces.value, ...secret.value],
      makeListing: async (paper) => {
        const made = await makeGated(office, paper, 'pdf', tools);
        return made.ok ? ok(made.value.bytes) : made;
      },
    },
    {
      signal: tools.signal,
      onProgress: ({ done, total, current }) =>
        tools.onProgress?.({ done: total + done * 2, total: total * 3, current }),
    },
  );
  if (!written.ok) return written;
  const recorded = await recordOrTakeBack(office, record, wanted, written.value, act);
  if (!recorded.ok) return recorded;
  return ok({ ...written.value, passphrase: contents.secret === null ? null : passphrase });
}

const leftBehind = ({ folder }: WrittenPackage): Problem =>
  problem('package.leftBehind', `报送包没有登记，也未能删除，请手工删除后再重新生成。位置：${folder}`, {
    found: folder,
  });

/** A package that is on no list would only stand in the way of the next one: without its record it does not stay. */
async function recordOrTakeBack(
  office: Office,
  record: SubmissionRecord,
  { correction }: NewPackage,
  written: WrittenPackage,
  act: Act,
): Promise<Result<unknown>> {
  const { folderName, manifestSha256 } = written;
  let recorded: Result<unknown>;
  try {
    recorded = recordSubmission(office, { record, folderName, manifestSha256, correction }, act);
  } catch (bug) {
    await takeBackFolder(written.folder);
    throw bug;
  }
  if (recorded.ok) return recorded;
  const taken = await takeBackFolder(written.folder);
  return taken.ok ? recorded : refuse(...recorded.problems, leftBehind(written));
}

function submissionRecord(
  office: Office,
  wanted: NewPackage,
  { records, counts }: Contents,
  madeOn: IsoDate,
  programVersion: string,
): SubmissionRecord {
  const { name, district, cityBureau } = bureauOf(office);
  const { id, year, policy } = currentCampaign(office);
  const { kind, month, correction } = wanted;
  const replaced = correction === null ? null : lastPackage(office, wanted);
  return {
    format: 'workshop-desk/submission',
    formatVersion: 1,
    programVersion,
    kind,
    kindLabel: SUBMISSION_KINDS[kind],
    sequence: nextPackage(office, kind).sequence,
    madeOn,
    bureau: { name, district, cityBureau },
    campaign: { id, year, programmeName: policy.programmeName },
    counts,
    ...(month === null ? {} : { period: month }),
    ...(correction && replaced
      ? { replaces: { folderName: replaced.folderName, reason: correction.reason } }
      : {}),
    columns: [...columnsOf(records)],
    records,
  };
}
