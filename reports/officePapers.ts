import { join } from 'node:path';
import { exists, writeFileAtomic } from '../db/files.ts';
import type { MadePaper, PaperRef } from '../db/model/contract/papers.ts';
import type { IsoDate } from '../db/model/dates.ts';
import type { Paper, PaperFormat } from '../db/model/papers.ts';
import { ok, type Problem, type Result, refuse } from '../db/model/problems.ts';
import { templatePaperOf } from '../db/model/templates.ts';
import type { Office } from '../db/office.ts';
import { templateBytes } from '../db/officeTemplates.ts';
import { paperRecord, privateNumbers } from '../db/paperRecords.ts';
import { writingPhotos } from '../db/writings.ts';
import { checkPrivacy } from './privacyGate.ts';
import { templateLeak } from './templates/leak.ts';

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
}

/** 申请表, 承诺书 and 发放表 are meant to carry private numbers; every other paper must be free of them. */
const mayCarryPrivateNumbers = (paper: Paper): boolean =>
  paper.paper === 'application' || paper.paper === 'promise' || paper.paper === 'paymentList';

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

/** Makes a gated paper in the office's own form where it has one; what came out passes the gate again. */
async function makeInOfficeForm(
  office: Office,
  paper: Paper,
  format: PaperFormat,
  { make, signal }: PaperTools,
): Promise<Result<MadePaper>> {
  const which = templatePaperOf(paper);
  if (which === undefined || format === 'pdf') return make(paper, format, signal);
  const template = await templateBytes(office, { paper: which, format });
  if (!template.ok) return template;
  if (template.value === null) return make(paper, format, signal);
  const made = await make(paper, format, signal, template.value);
  if (!made.ok || mayCarryPrivateNumbers(paper)) return made;
  const leak = templateLeak(made.value.bytes, format, privateNumbers(office));
  return leak ? refuse(leak) : made;
}

/** Gathers, gates and makes one paper. */
export async function makeOfficePaper(
  office: Office,
  ref: PaperRef,
  format: PaperFormat,
  tools: PaperTools,
): Promise<Result<MadePaper>> {
  const paper = paperRecord(office, ref, tools.today);
  if (!paper.ok) return paper;
  const gated = gatePaper(paper.value, () => privateNumbers(office));
  if (!gated.ok) return gated;
  const whole = await withPictures(office, ref, gated.value);
  return whole.ok ? makeInOfficeForm(office, whole.value, format, tools) : whole;
}

/** `name.pdf`, or `name（2）.pdf` … where that is taken: nothing is overwritten. */
export async function freeName(folder: string, fileName: string): Promise<string> {
  const dot = fileName.lastIndexOf('.');
  const [stem, ending] = [fileName.slice(0, dot), fileName.slice(dot)];
  for (let copy = 1; ; copy++) {
    const name = copy === 1 ? fileName : `${stem}（${copy}）${ending}`;
    if (!(await exists(join(folder, name)))) return join(folder, name);
  }
}

export interface SavedPapers {
  readonly files: readonly string[];
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
  const problems: Problem[] = [];
  for (const ref of refs) {
    if (tools.signal?.aborted) break;
    const made = await makeOfficePaper(office, ref, format, tools);
    if (!made.ok) {
      problems.push(...made.problems);
      continue;
    }
    const path = await freeName(folder, made.value.fileName);
    const written = await writeFileAtomic(path, made.value.bytes);
    if (!written.ok) return { files, problems: [...problems, ...written.problems] };
    files.push(path);
    yield made.value.fileName;
  }
  return { files, problems };
}
