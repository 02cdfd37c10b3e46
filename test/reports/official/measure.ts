import type { FaceRole } from '../../../reports/documents/layout.ts';
import type { OfficialDocument } from '../../../reports/documents/official.ts';
import { makeDocx } from '../../../reports/docx/docx.ts';
import { makePdf } from '../../../reports/pdf/pdf.ts';
import { type PdfPage, pdfPages, type Run } from '../pdfRuns.ts';
import { faces } from '../read.ts';
import { attribute, element, openWord, type WordFile, type WordParagraph } from '../wordXml.ts';

export const mmOf = (points: number): number => (points * 25.4) / 72;

/** Top of a character's box, which sits 0.88 of its size above the baseline (fonts/face.ts). */
export const topOf = (run: Run): number => mmOf(run.baseline - 0.88 * run.size);
export const leftOf = (run: Run): number => mmOf(run.x);
export const rightOf = (run: Run): number => mmOf(run.x + run.width);
export const centreOf = (run: Run): number => mmOf(run.x + run.width / 2);

export interface MeasuredPdf {
  readonly pages: readonly PdfPage[];
  /** The piece of text that begins so; the nth of them. */
  readonly find: (start: string, nth?: number) => Run;
  /** The role's Chinese name where the run is set in that role's face, else the face it is set in. */
  readonly faceAs: (run: Run, role: FaceRole, name: string) => string;
}

/** A document as PDF, read back. */
export async function measuredPdf(document: OfficialDocument): Promise<MeasuredPdf> {
  const pages = await pdfPages(await makePdf(document, faces));
  const runs = pages.flatMap((page) => page.runs);
  return {
    pages,
    find: (start, nth = 0) => {
      const found = runs.filter((run) => run.text.startsWith(start))[nth];
      if (!found) throw new Error(`“${start}” is not in the PDF`);
      return found;
    },
    faceAs: (run, role, name) => (faces.chains[role][0]?.name === run.face ? name : run.face),
  };
}

export interface MeasuredWord extends WordFile {
  readonly find: (start: string) => WordParagraph;
  /** What a style says of a paragraph (`pPr`) or of its type (`rPr`). */
  readonly styled: (id: string, part: 'pPr' | 'rPr', name: string, key: string) => string;
  /** What the section says of its page, in millimetres. */
  readonly page: (name: 'pgSz' | 'pgMar', key: string) => number;
}

const twipsAsMm = (value: string): number => mmOf(Number(value) / 20);

/** What a paragraph says itself of its indents, in millimetres. */
export const indentOf = ({ xml }: WordParagraph, key: string): number =>
  twipsAsMm(attribute(element(xml, 'w:ind'), `w:${key}`));

/** A document as .docx, opened. */
export async function measuredWord(document: OfficialDocument): Promise<MeasuredWord> {
  const word = await openWord(await makeDocx(document));
  return {
    ...word,
    find: (start) => {
      const found = word.paragraphs.find((one) => one.text.startsWith(start));
      if (!found) throw new Error(`“${start}” is not in the Word file`);
      return found;
    },
    styled: (id, part, name, key) =>
      attribute(element(element(word.style(id), `w:${part}`), `w:${name}`), `w:${key}`),
    page: (name, key) => twipsAsMm(attribute(element(word.section, `w:${name}`), `w:${key}`)),
  };
}
