import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text as it stands on a page, in points from the page's top left. */
export interface Run {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  /** From the page's top. */
  readonly baseline: number;
  readonly width: number;
  readonly size: number;
  readonly face: string;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** What reads downwards, as it stands on the sheet when that is held upright: the foot of a landscape page. */
  readonly turned: readonly Run[];
  /** Boxes in place of characters: glyph 0 of a face, .notdef. */
  readonly boxes: number;
}

const isBox = (glyph: unknown): boolean =>
  typeof glyph === 'object' && glyph !== null && 'originalCharCode' in glyph && glyph.originalCharCode === 0;

/** pdf.js types what an operator is given as `any`. */
const glyphsIn = (given: unknown): readonly unknown[] => {
  const [glyphs]: readonly unknown[] = Array.isArray(given) ? given : [];
  return Array.isArray(glyphs) ? glyphs : [];
};

const isText = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

/** Reads a PDF back with a reader that had no part in making it: every piece of text with place and face. */
export async function pdfPages(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    // Faces are known once the page's operators were read.
    const { fnArray, argsArray } = await page.getOperatorList();
    const boxes = fnArray
      .flatMap((operator, index) => (operator === OPS.showText ? glyphsIn(argsArray[index]) : []))
      .filter(isBox).length;
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ disableNormalization: true });
    const runs: Run[] = [];
    const turned: Run[] = [];
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform.map(Number);
      const font: unknown = page.commonObjs.get(item.fontName);
      const face = isText(font) ? font.name.replace(/^[A-Z]{6}\+/, '') : '';
      const run = { page: number, text: item.str, width: item.width, face };
      if (b === 0) runs.push({ ...run, x, baseline: height - y, size: a });
      // Neither upright nor downwards: a watermark lies across the page.
      else if (Math.abs(a) < 1e-6)
        turned.push({ ...run, x: height - y, baseline: width - x, size: -b, width: item.width });
    }
    pages.push({ width, height, runs, turned, boxes });
  }
  await task.destroy();
  return pages;
}

export const pdfRuns = async (bytes: Uint8Array): Promise<readonly Run[]> =>
  (await pdfPages(bytes)).flatMap((page) => page.runs);
