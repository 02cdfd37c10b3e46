import { desc, eq } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { insertRow } from '../insertRow.ts';
import { checkCode, formatCode } from '../model/checkCode.ts';
import type { PaperRef } from '../model/contract/papers.ts';
import type { PrintLogRow } from '../model/contract/printRoom.ts';
import { newId, PrintEventId, type WorkshopId } from '../model/ids.ts';
import { PRINT_MEANS, type PrintMeans, revisionSubject } from '../model/printing.ts';
import { ok, type Result } from '../model/problems.ts';
import { type Act, type Office, transact } from '../office.ts';
import { findRevision } from '../plans/plans.ts';
import { inspection, printEvent, staff } from '../schema.ts';

/** One paper that left the program. */
export interface PrintedPaper {
  readonly ref: PaperRef;
  /** As its file is called, without the ending. */
  readonly title: string;
  /** 0: unknown. */
  readonly pages: number;
}

interface Subject {
  /** The record the paper shows, such as `planRevision:<id>`: by it the log is found again. */
  readonly subject: string;
  readonly workshopId: WorkshopId | null;
  readonly checkCode: string;
}

const idOf = (ref: PaperRef): string => {
  if ('publicityId' in ref) return ref.publicityId;
  if ('rosterId' in ref) return ref.rosterId;
  if ('meetingId' in ref) return ref.meetingId;
  if ('batchId' in ref) return ref.batchId;
  if ('eventId' in ref) return ref.eventId;
  if ('writingId' in ref) return ref.writingId;
  if ('month' in ref) return ref.month;
  if ('visitId' in ref && ref.visitId !== null) return ref.visitId;
  return 'workshopId' in ref ? (ref.workshopId ?? '') : '';
};

/** What a paper is logged under. A filled-in score sheet goes by its scoring, a plan by its revision. */
function subjectOf(office: Office, ref: PaperRef): Subject {
  if (ref.paper === 'plan') {
    const found = findRevision(office, ref.revisionId);
    const digest = found?.revision.digest ?? null;
    return {
      subject: revisionSubject(ref.revisionId),
      workshopId: found?.plan.workshopId ?? null,
      checkCode: digest === null ? '' : formatCode(checkCode(digest)),
    };
  }
  if (ref.paper === 'scoreSheet' && ref.inspectionId !== null) {
    const row = office.db.select().from(inspection).where(eq(inspection.id, ref.inspectionId)).get();
    return { subject: `inspection:${ref.inspectionId}`, workshopId: row?.workshopId ?? null, checkCode: '' };
  }
  const workshopId = 'workshopId' in ref ? ref.workshopId : null;
  return { subject: [ref.paper, idOf(ref)].filter(Boolean).join(':'), workshopId, checkCode: '' };
}

const withoutUnderlines = (title: string): string => title.replaceAll('_', ' ');

/** `改造提升方案 示例作坊 第1版` or `120份材料（申请表 甲 等）`. */
const named = (papers: readonly PrintedPaper[]): string => {
  const first = withoutUnderlines(papers[0]?.title ?? '');
  return papers.length === 1 ? `“${first}”` : `${papers.length}份材料（“${first}”等）`;
};

/** Writes down what was printed, saved or opened: a line for each paper, one event for the whole. */
export function notePrints(
  office: Office,
  papers: readonly PrintedPaper[],
  means: PrintMeans,
  act: Act,
): Result<void> {
  if (papers.length === 0) return ok(undefined);
  return transact(office, () => {
    const subjects = papers.map(({ ref, title, pages }) => {
      const found = subjectOf(office, ref);
      writeEvent(office, { paper: ref.paper, ...found, title, pages, means }, act);
      return found;
    });
    const [first] = subjects;
    const oneWorkshop = subjects.every((one) => one.workshopId === first?.workshopId);
    const workshopId = oneWorkshop ? (first?.workshopId ?? undefined) : undefined;
    audit(office, act, `print.${means}`, `${PRINT_MEANS[means]}：${named(papers)}`, workshopId);
    return ok(undefined);
  });
}

interface NewEvent extends Subject {
  readonly paper: string;
  readonly title: string;
  readonly pages: number;
  readonly means: PrintMeans;
}

function writeEvent(office: Office, { title, ...event }: NewEvent, act: Act): void {
  insertRow(office, printEvent, {
    id: newId(PrintEventId),
    at: act.at,
    staffId: act.staffId,
    title: withoutUnderlines(title),
    ...event,
  });
}

/** 一坊一档 made, saved or printed. */
export function noteArchive(
  office: Office,
  { workshopId, title, pages }: { workshopId: WorkshopId; title: string; pages: number },
  means: PrintMeans,
  act: Act,
): Result<void> {
  return transact(office, () => {
    const subject = { subject: `archive:${workshopId}`, workshopId, checkCode: '' };
    writeEvent(office, { paper: 'archive', ...subject, title, pages, means }, act);
    audit(office, act, `print.${means}`, `${PRINT_MEANS[means]}：“${withoutUnderlines(title)}”`, workshopId);
    return ok(undefined);
  });
}

/** Longer ago than this many entries nobody asks for on a page; all of them stay in the data. */
const SHOWN = 500;

/** 打印记录 of one paper, or of all papers of one workshop; the newest first. */
export function printLog(
  office: Office,
  of: { readonly ref: PaperRef } | { readonly workshopId: WorkshopId },
): readonly PrintLogRow[] {
  return office.db
    .select({ event: printEvent, staffName: staff.name })
    .from(printEvent)
    .leftJoin(staff, eq(staff.id, printEvent.staffId))
    .where(
      'ref' in of
        ? eq(printEvent.subject, subjectOf(office, of.ref).subject)
        : eq(printEvent.workshopId, of.workshopId),
    )
    .orderBy(desc(printEvent.id))
    .limit(SHOWN)
    .all()
    .map(({ event: { id, subject, at, title, checkCode: code, pages, means }, staffName }) => ({
      id,
      subject,
      at,
      staffName: staffName ?? '程序',
      title,
      checkCode: code,
      pages,
      means,
    }));
}
