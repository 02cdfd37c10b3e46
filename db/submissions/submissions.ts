import { and, asc, eq, sql } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { bureauOf, currentCampaign } from '../bureau/bureau.ts';
import { officeCalendar } from '../bureau/calendar.ts';
import { checkCode } from '../model/checkCode.ts';
import type { ReceiptInput, SubmissionRow, SubmissionView } from '../model/contract/packages.ts';
import { type IsoDate, inChinese } from '../model/dates.ts';
import { newId, SubmissionId } from '../model/ids.ts';
import type { Month } from '../model/monthly.ts';
import { packageFolderName, SubmissionRecord } from '../model/package.ts';
import { ok, type Problem, problem, type Result, refuse } from '../model/problems.ts';
import {
  obligationKey,
  obligationLabel,
  obligations,
  replacesAlways,
  submissionCalendar,
} from '../model/submissionCalendar.ts';
import type { SubmissionKind } from '../model/terms.ts';
import { type Act, type Office, transact } from '../office.ts';
import { submission } from '../schema.ts';

type Row = typeof submission.$inferSelect;

const recordOf = (row: Row): SubmissionRecord => SubmissionRecord.parse(JSON.parse(row.record));

const rowsOf = (office: Office): readonly Row[] =>
  office.db
    .select()
    .from(submission)
    .where(eq(submission.campaignId, currentCampaign(office).id))
    .orderBy(asc(submission.id))
    .all();

function viewOf(row: Row, rows: readonly Row[]): SubmissionView {
  const { counts, period } = recordOf(row);
  const replaced = rows.find((one) => one.id === row.replacesId);
  return {
    id: row.id,
    kind: row.kind,
    month: period ?? null,
    sequence: row.sequence,
    folderName: row.folderName,
    madeOn: row.madeOn,
    manifestCode: checkCode(row.manifestSha256),
    counts,
    replacesId: row.replacesId,
    replaces: replaced?.folderName ?? null,
    replacesReason: row.replacesReason,
    replacedBy: rows.find((one) => one.replacesId === row.id)?.folderName ?? null,
    receipt:
      row.receivedOn === null
        ? null
        : { receivedOn: row.receivedOn, receivedBy: row.receivedBy, note: row.receiptNote },
  };
}

const oldestFirst = (office: Office): readonly SubmissionView[] => {
  const rows = rowsOf(office);
  return rows.map((row) => viewOf(row, rows));
};

/** What was handed up this year, the newest first. */
export const submissions = (office: Office): readonly SubmissionView[] => [...oldestFirst(office)].reverse();

/** What is to be handed up in the year and what became of it. */
export function submissionRows(office: Office, today: IsoDate): readonly SubmissionRow[] {
  const { policy } = currentCampaign(office);
  return submissionCalendar(obligations(policy, officeCalendar(office), today), oldestFirst(office), today);
}

/** What a package is of: its kind, and the month of a 进展月报. */
export interface PackageSubject {
  readonly kind: SubmissionKind;
  readonly month: Month | null;
}

/** The newest package of the same thing with what it said. */
export function lastPackage(
  office: Office,
  { kind, month }: PackageSubject,
): (SubmissionView & { readonly records: SubmissionRecord['records'] }) | null {
  const rows = rowsOf(office);
  const row = rows.findLast(
    (one) => obligationKey(one.kind, recordOf(one).period ?? null) === obligationKey(kind, month),
  );
  return row ? { ...viewOf(row, rows), records: recordOf(row).records } : null;
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

/** 更正: which package the next one stands in for, and why. */
export interface Correction {
  readonly replacesId: SubmissionId;
  readonly reason: string;
}

export interface NewPackage extends PackageSubject {
  readonly correction: Correction | null;
}

const alreadySent = ({ kind, month }: PackageSubject, folderName: string): Problem =>
  problem(
    'package.alreadySent',
    `${obligationLabel(kind, month)}已报送（${folderName}），再次报送请选“更正”并写明原因`,
    { field: 'reason', found: folderName, expected: '更正原因' },
  );

/** What of the earlier packages stands against this one. */
export function correctionProblems(
  office: Office,
  { correction, ...subject }: NewPackage,
): readonly Problem[] {
  if ((subject.kind === 'monthly') !== (subject.month !== null)) {
    return [problem('package.month', '进展月报须指定月份，其他报送不分月份', { field: 'month' })];
  }
  const last = lastPackage(office, subject);
  if (correction === null) {
    return last !== null && replacesAlways(subject.kind) ? [alreadySent(subject, last.folderName)] : [];
  }
  if (last?.id !== correction.replacesId) {
    return [
      problem('package.replaces', '只能更正最近一次报送的报送包，请刷新后再试', {
        ...(last === null ? {} : { expected: last.folderName }),
      }),
    ];
  }
  return correction.reason.trim() === ''
    ? [problem('package.reason', '请写明更正原因', { field: 'reason' })]
    : [];
}

export interface Recorded {
  readonly record: SubmissionRecord;
  readonly folderName: string;
  readonly manifestSha256: string;
  readonly correction: Correction | null;
}

/** Records a package that was written and read back. */
export function recordSubmission(
  office: Office,
  { record, folderName, manifestSha256, correction }: Recorded,
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
        replacesId: correction?.replacesId ?? null,
        replacesReason: correction?.reason ?? '',
      })
      .run();
    const label = obligationLabel(record.kind, record.period ?? null);
    const corrects = record.replaces
      ? `，更正“${record.replaces.folderName}”，原因：${record.replaces.reason}`
      : '';
    const sentence = `生成报送包（${label}第${record.sequence}次），清单校验码${checkCode(manifestSha256)}${corrects}`;
    audit(office, act, 'submission.make', sentence);
    return ok(id);
  });
}

const unknown = () => refuse(problem('submission.unknown', '没有找到该次报送，请刷新后再试'));

const findRow = (office: Office, id: SubmissionId): Row | undefined =>
  office.db.select().from(submission).where(eq(submission.id, id)).get();

/** 回执 of the receiving office: who took the package in, and when. */
export function recordReceipt(
  office: Office,
  id: SubmissionId,
  { receivedOn, receivedBy, note }: ReceiptInput,
  act: Act,
): Result<void> {
  const row = findRow(office, id);
  if (!row) return unknown();
  if (receivedOn < row.madeOn || receivedOn > act.today) {
    const expected = `${row.madeOn}至${act.today}`;
    return refuse(
      problem('receipt.day', `接收日期应在${expected}之间（报送包制作之后，不晚于今天）`, {
        field: 'receivedOn',
        found: receivedOn,
        expected,
      }),
    );
  }
  return transact(office, () => {
    office.db
      .update(submission)
      .set({ receivedOn, receivedBy, receiptNote: note })
      .where(eq(submission.id, id))
      .run();
    audit(
      office,
      act,
      'submission.receipt',
      `登记报送回执：${row.folderName}，${inChinese(receivedOn)}由${receivedBy}接收`,
    );
    return ok(undefined);
  });
}

/** Takes a recorded 回执 back; the log keeps it. */
export function undoReceipt(office: Office, id: SubmissionId, act: Act): Result<ReceiptInput> {
  const row = findRow(office, id);
  if (!row) return unknown();
  const { receivedOn, receivedBy, receiptNote: note } = row;
  if (receivedOn === null) return refuse(problem('receipt.none', '这次报送还没有登记回执'));
  return transact(office, () => {
    office.db
      .update(submission)
      .set({ receivedOn: null, receivedBy: '', receiptNote: '' })
      .where(eq(submission.id, id))
      .run();
    audit(office, act, 'submission.receiptUndo', `撤销报送回执：${row.folderName}`);
    return ok({ receivedOn, receivedBy, note });
  });
}
