import { PAPER_FORMATS, PAPER_TITLES, type Paper, type PaperFormat } from '../db/model/papers.ts';
import { ok, problem, type Result, refuse } from '../db/model/problems.ts';
import { documentOf } from './documents/document.ts';
import type { OfficialDocument } from './documents/official.ts';
import { textOf } from './documents/textOf.ts';
import { makeDocx } from './docx/docx.ts';
import { nameRareFaces } from './docx/rareFaces.ts';
import { isWorkbookPaper, workbookOf } from './excel/workbooks.ts';
import { makeXlsx } from './excel/xlsx.ts';
import { fileNameOf } from './fileNames.ts';
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
  return isPlain ? bytes : nameRareFaces(bytes, faces, document.madeOn);
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
