import { inChinese } from '../db/model/dates.ts';
import { monthInChinese } from '../db/model/monthly.ts';
import { safeFileName } from '../db/model/package.ts';
import { PAPER_FORMATS, PAPER_TITLES, type Paper, type PaperFormat } from '../db/model/papers.ts';
import { assertNever, ok, problem, type Result, refuse } from '../db/model/problems.ts';
import { INSPECTION_LEVELS } from '../db/model/terms.ts';
import { documentOf } from './documents/document.ts';
import type { OfficialDocument } from './documents/official.ts';
import { textOf } from './documents/textOf.ts';
import { makeDocx } from './docx/docx.ts';
import { nameRareFaces } from './docx/rareFaces.ts';
import { isWorkbookPaper, workbookOf } from './excel/workbooks.ts';
import { makeXlsx } from './excel/xlsx.ts';
import { checkCharacters } from './fonts/checkCharacters.ts';
import { type Faces, type FontSources, loadFaces } from './fonts/faces.ts';
import { fontOfRare, hasRare } from './fonts/rareRuns.ts';
import { makePdf, pageCountOf } from './pdf/pdf.ts';
import { makeFromTemplate } from './templates/makeFromTemplate.ts';

export interface MadePaper {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Known for PDF only: Word and Excel count for themselves. */
  readonly pages?: number;
}

export type PaperEnvironment = FontSources;

/** Makes one paper, or says which characters stop it. `template` is the office's own form of it. */
export async function makePaper(
  paper: Paper,
  format: PaperFormat,
  environment: PaperEnvironment,
  template?: Uint8Array,
): Promise<Result<MadePaper>> {
  if (!PAPER_FORMATS[paper.paper].includes(format)) return noSuchFormat(paper, format);
  const faces = loadFaces(environment);
  const unprintable = checkCharacters(paper, faces);
  if (unprintable.length > 0) return refuse(...unprintable);
  const fileName = fileNameOf(paper, format);
  const made = await madeFrom(paper, format, template, faces);
  if (made) return made.ok ? ok({ bytes: made.value, fileName }) : made;
  if (format === 'xlsx') {
    if (!isWorkbookPaper(paper)) return noSuchFormat(paper, format);
    return ok({ bytes: await makeXlsx(workbookOf(paper), fontOfRare(faces)), fileName });
  }
  if (paper.paper === 'planLedger' || paper.paper === 'list' || paper.paper === 'helperList') {
    return noSuchFormat(paper, format);
  }
  const document = documentOf(paper);
  if (format === 'docx') return ok({ bytes: await wordFile(document, faces), fileName });
  const bytes = await makePdf(document, faces);
  return ok({ bytes, fileName, pages: pageCountOf(bytes) });
}

/** Rare characters get a face by name; most papers have none and are not packed twice. */
async function wordFile(document: OfficialDocument, faces: Faces): Promise<Uint8Array> {
  const bytes = await makeDocx(document);
  const fontOf = fontOfRare(faces);
  const isPlain = !textOf(document).some((text) => hasRare(text, fontOf));
  return isPlain ? bytes : nameRareFaces(bytes, fontOf, document.madeOn);
}

/** In the office's own form, where it has one for this paper and format. */
async function madeFrom(
  paper: Paper,
  format: PaperFormat,
  bytes: Uint8Array | undefined,
  faces: Faces,
): Promise<Result<Uint8Array> | undefined> {
  if (bytes === undefined || format === 'pdf') return undefined;
  const { name, office, madeOn } = isWorkbookPaper(paper) ? workbookOf(paper) : documentOf(paper);
  return makeFromTemplate(paper, { bytes, format }, { title: name, office, madeOn }, faces);
}

const noSuchFormat = (paper: Paper, format: PaperFormat) =>
  refuse(
    problem('paper.format', `${PAPER_TITLES[paper.paper]}没有${format.toUpperCase()}格式`, {
      found: format,
      expected: PAPER_FORMATS[paper.paper].join('、'),
    }),
  );

/** What tells papers of one kind apart. No private number ever stands in a file name. */
function particulars(paper: Paper): readonly string[] {
  switch (paper.paper) {
    case 'application':
    case 'promise':
      return [paper.applicant?.workshop.name ?? '空白'];
    case 'selectionNotice':
      return [`${paper.year}年`, inChinese(paper.firstDay)];
    case 'roster':
      return [paper.bureau.name, `${paper.year}年`, ...(paper.batch > 1 ? [`第${paper.batch}批`] : [])];
    case 'plan':
      return [
        paper.record.workshopName,
        `第${paper.record.revision}版${paper.checkCode === null ? '草稿' : ''}`,
      ];
    case 'planLedger':
      return [paper.bureau.name, paper.asOf];
    case 'assistanceRecord':
      return [paper.workshop.name, paper.single ? (paper.visits[0]?.visitedOn ?? '') : `${paper.year}年`];
    case 'helperList':
      return [paper.bureau.name, paper.asOf];
    case 'taskClosure':
      return [paper.workshopName, paper.asOf];
    case 'monthly':
      return [paper.bureau.name, monthInChinese(paper.report.month)];
    case 'list':
      return [paper.title, paper.asOf];
    case 'paymentList':
      return [paper.title, paper.madeOn];
    case 'resultNotice':
      return [`${paper.year}年`, inChinese(paper.firstDay)];
    case 'submissionList':
      return [paper.folderName];
    case 'recoverySheet':
      return [paper.bureau.name, paper.madeOn];
    case 'meetingMinutes':
      return [paper.meeting.heldOn, paper.meeting.topic.slice(0, 20)];
    case 'scoreSheet': {
      const name = paper.workshop?.name ?? '空白';
      return [INSPECTION_LEVELS[paper.level], name, ...(paper.sheet ? [paper.sheet.inspectedOn] : [])];
    }
    case 'scoreSheets':
      return [INSPECTION_LEVELS[paper.level], `${paper.workshops.length}家`];
    case 'qualification':
    case 'archiveCover':
    case 'archiveCatalogue':
    case 'archiveClosing':
      return [paper.workshopName];
    case 'archiveExtract':
    case 'archivePhotos':
      return [paper.workshopName, paper.title];
    case 'publicityReport':
      return [`${paper.year}年`, inChinese(paper.firstDay)];
    case 'rosterChanges':
    case 'inspectionSummary':
      return [paper.bureau.name, paper.asOf];
    case 'recommended':
      return [paper.bureau.name, `${paper.year}年`];
    case 'writing':
      return [paper.title];
    case 'selectionReport':
    case 'dutyTable':
      return [paper.bureau.name, `${paper.year}年`];
    default:
      return assertNever(paper);
  }
}

/** `改造提升方案_示例作坊_第1版.pdf` */
export const fileNameOf = (paper: Paper, format: PaperFormat): string =>
  `${safeFileName([PAPER_TITLES[paper.paper], ...particulars(paper)].join('_'))}.${format}`;
