import { degrees, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { mm } from '../documents/layout.ts';
import type { Faces } from '../fonts/faces.ts';
import { renderPdf } from '../pdf/engine.ts';

/** 页号 is stamped at the upper outer corner of the bound sheet, where a numbering stamp would put it. */
const STAMP = { width: 60, height: 16, size: 11, fromEdge: mm(12), fromTop: mm(9) } as const;

/** A file of one small page a number, set in a face of ours: nothing in the folder needs a font of the PC's. */
function numberPages(count: number, isRight: (index: number) => boolean, faces: Faces): Promise<Uint8Array> {
  const font = faces.chains.body[0]?.name ?? '';
  const numbers = Array.from({ length: count }, (_, index) => ({
    text: String(index + 1),
    font,
    fontSize: STAMP.size,
    alignment: isRight(index) ? ('right' as const) : ('left' as const),
    ...(index === 0 ? {} : { pageBreak: 'before' as const }),
  }));
  return renderPdf(
    { pageSize: { width: STAMP.width, height: STAMP.height }, pageMargins: [0, 0, 0, 0], content: numbers },
    faces,
  );
}

/** Where the stamp lies on a page; one that lies is bound with its top to the left, and turned for reading. */
function placeOn(page: PDFPage, isRight: boolean) {
  const { width, height } = page.getSize();
  const left = isRight ? Math.min(width, height) - STAMP.fromEdge - STAMP.width : STAMP.fromEdge;
  const fromTop = STAMP.fromTop + STAMP.height;
  return width > height
    ? { x: width - fromTop, y: height - left, rotate: degrees(-90) }
    : { x: left, y: height - fromTop };
}

/** Numbers `count` pages from `first` (from 0) on, beginning with 1; on a back the outer corner is the left one. */
export async function stampNumbers(
  document: PDFDocument,
  first: number,
  count: number,
  { duplex, faces }: { readonly duplex: boolean; readonly faces: Faces },
): Promise<void> {
  if (count === 0) return;
  const isRight = (index: number): boolean => !duplex || index % 2 === 0;
  const indices = Array.from({ length: count }, (_, index) => index);
  const numbers = await document.embedPdf(await numberPages(count, isRight, faces), indices);
  for (const [index, number] of numbers.entries()) {
    const page = document.getPage(first + index);
    page.drawPage(number, placeOn(page, isRight(index)));
  }
}
