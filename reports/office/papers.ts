import { join } from 'node:path';
import { templateBytes } from '../../db/bureau/officeTemplates.ts';
import { exists, writeFileAtomic } from '../../db/disk/files.ts';
import type { MadePaper, PaperRef } from '../../db/model/contract/papers.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import { PAPER_TITLES, type Paper, type PaperFormat, type PaperKind } from '../../db/model/papers.ts';
import { ok, type Problem, problem, type Result, refuse } from '../../db/model/problems.ts';
import { type TemplatePaper, templatePaperOf } from '../../db/model/templates.ts';
import type { Office } from '../../db/office.ts';
import { paperRecord, privateNumbers } from '../../db/papers/paperRecords.ts';
import type { PrintedPaper } from '../../db/papers/printLog.ts';
import { writingPhotos } from '../../db/summary/writingPaper.ts';
import { checkFinished, checkProperties, type FinishedFile, leakIn } from '../privacy/finishedGate.ts';
import { checkPrivacy } from '../privacy/privacyGate.ts';
import { templateLeak } from '../templates/leak.ts';
import { checkExplained } from './privacyReasons.ts';

/** Turns a record into a file: in a worker thread from the window, directly from the command line. */
export type PaperMaker = (
  paper: Paper,
  format: PaperFormat,
  signal?: AbortSignal,
  /** 本单位模板 for it. */
  template?: Uint8Array,
) => Promise<Result<MadePaper>>;

export interface PaperTools {
  readonly today: IsoDate;
  readonly make: PaperMaker;
  readonly signal?: AbortSignal | undefined;
  /** Private numbers in the clear, gathered once for many papers. */
  readonly numbers?: () => ReadonlySet<string>;
  /**
   * Hears of a paper of many that a bug kept from being made, so that the others are made all the same. Without it the
   * bug is thrown on.
   */
  readonly onBug?: (error: unknown) => void;
}

/** Every private value the office keeps, unsealed at the first use and no more than once. */
export function numbersOnce(office: Office): () => ReadonlySet<string> {
  let known: ReadonlySet<string> | undefined;
  return () => {
    known ??= privateNumbers(office);
    return known;
  };
}

/** 申请表 and 发放表 are meant to carry private numbers; every other paper must be free of them. */
export const mayCarryPrivateNumbers = ({ paper }: { readonly paper: PaperKind | TemplatePaper }): boolean =>
  paper === 'application' || paper === 'paymentList';

/** Stops a paper that would let out a stored private number (design §6.1). */
export function gatePaper(paper: Paper, numbers: () => ReadonlySet<string>): Result<Paper> {
  return mayCarryPrivateNumbers(paper) ? ok(paper) : checkPrivacy(paper, numbers());
}

/** The pictures of a case lie sealed on the disk, apart from its record. */
async function withPictures(office: Office, ref: PaperRef, paper: Paper): Promise<Result<Paper>> {
  if (paper.paper !== 'writing' || ref.paper !== 'writing') return ok(paper);
  const photos = await writingPhotos(office, ref.writingId);
  return photos.ok ? ok({ ...paper, photos: photos.value }) : photos;
}

/**
 * Makes a paper that passes the gate, as a record before and as the finished file after: what a template, a renderer or
 * a broken line may have brought together is seen there only (design §6.1).
 */
export async function makeGated(
  office: Office,
  paper: Paper,
  format: PaperFormat,
  { make, signal, numbers = numbersOnce(office) }: PaperTools,
  template?: Uint8Array,
): Promise<Result<MadePaper>> {
  const gated = gatePaper(paper, numbers);
  if (!gated.ok) return gated;
  const made = await make(paper, format, signal, template);
  if (!made.ok) return made;
  const { bytes } = made.value;
  const finished = mayCarryPrivateNumbers(paper)
    ? await checkProperties({ bytes, format }, numbers())
    : await checkPages({ bytes, format, paper }, numbers(), template !== undefined && format !== 'pdf');
  return finished.ok ? made : finished;
}

/** The record passed before: what is found in an office's own form is the form's. */
async function checkPages(
  file: FinishedFile,
  numbers: ReadonlySet<string>,
  isOwnForm: boolean,
): Promise<Result<void>> {
  if (!isOwnForm) return checkFinished(file, numbers);
  const leak = await leakIn(file, numbers);
  return leak ? refuse(templateLeak(leak)) : ok(undefined);
}

/** The office's own form of a paper, where it has one. */
async function formOf(office: Office, paper: Paper, format: PaperFormat): Promise<Result<Uint8Array | null>> {
  const which = templatePaperOf(paper);
  return which === undefined || format === 'pdf' ? ok(null) : templateBytes(office, { paper: which, format });
}

/** Gathers, gates and makes one paper, in the office's own form where it has one. */
export async function makeOfficePaper(
  office: Office,
  ref: PaperRef,
  format: PaperFormat,
  tools: PaperTools,
): Promise<Result<MadePaper>> {
  const paper = paperRecord(office, ref, tools.today);
  if (!paper.ok) return paper;
  const explained = checkExplained(office, paper.value);
  if (!explained.ok) return explained;
  const whole = await withPictures(office, ref, paper.value);
  if (!whole.ok) return whole;
  const form = await formOf(office, whole.value, format);
  return form.ok ? makeGated(office, whole.value, format, tools, form.value ?? undefined) : form;
}

export const cancelled = () => refuse(problem('papers.cancelled', '已取消，没有生成文件'));

/** Makes one paper of many: what goes wrong with it is said, and does not stop the others. */
export async function makeOneOfMany(
  office: Office,
  ref: PaperRef,
  format: PaperFormat,
  tools: PaperTools,
): Promise<Result<MadePaper>> {
  if (tools.signal?.aborted) return cancelled();
  try {
    return await makeOfficePaper(office, ref, format, tools);
  } catch (error) {
    if (tools.signal?.aborted) return cancelled();
    if (!tools.onBug) throw error;
    tools.onBug(error);
    const what = PAPER_TITLES[ref.paper];
    return refuse(problem('paper.bug', `有一份${what}没有生成：程序内部出错，已记入日志，请联系技术支持`));
  }
}

export const stemOf = (fileName: string): string => fileName.replace(/\.[^.]+$/, '');

/** `name.pdf`, or `name（2）.pdf` … where that is taken: nothing is overwritten. */
export async function freeName(folder: string, fileName: string): Promise<string> {
  const dot = fileName.lastIndexOf('.');
  const [stem, ending] = [fileName.slice(0, dot), fileName.slice(dot)];
  for (let copy = 1; ; copy++) {
    const name = copy === 1 ? fileName : `${stem}（${copy}）${ending}`;
    if (!(await exists(join(folder, name)))) return join(folder, name);
  }
}

interface SavedPapers {
  readonly files: readonly string[];
  /** The same for 打印记录. */
  readonly saved: readonly PrintedPaper[];
  /** Papers that could not be made; the others were. */
  readonly problems: readonly Problem[];
}

/** Makes many papers into a folder; yields the name of each paper's file as it is done. */
export async function* saveOfficePapers(
  office: Office,
  refs: readonly PaperRef[],
  format: PaperFormat,
  folder: string,
  tools: PaperTools,
): AsyncGenerator<string, SavedPapers> {
  const files: string[] = [];
  const saved: PrintedPaper[] = [];
  const problems: Problem[] = [];
  const many = { ...tools, numbers: tools.numbers ?? numbersOnce(office) };
  for (const ref of refs) {
    if (tools.signal?.aborted) break;
    const made = await makeOneOfMany(office, ref, format, many);
    if (!made.ok) {
      problems.push(...made.problems);
      continue;
    }
    const path = await freeName(folder, made.value.fileName);
    const written = await writeFileAtomic(path, made.value.bytes);
    if (!written.ok) return { files, saved, problems: [...problems, ...written.problems] };
    files.push(path);
    saved.push({ ref, title: stemOf(made.value.fileName), pages: made.value.pages ?? 0 });
    yield made.value.fileName;
  }
  return { files, saved, problems };
}
