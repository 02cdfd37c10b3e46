import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

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
}

const isText = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

/** Reads a PDF back with a reader that had no part in making it: every upright piece of text with place and face. */
export async function pdfPages(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    // Faces are known once the page's operators were read.
    await page.getOperatorList();
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ disableNormalization: true });
    const runs = items.flatMap((item): readonly Run[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform.map(Number);
      const font: unknown = page.commonObjs.get(item.fontName);
      const face = isText(font) ? font.name.replace(/^[A-Z]{6}\+/, '') : '';
      // A watermark lies across the page.
      if (b !== 0) return [];
      return [{ page: number, text: item.str, x, baseline: height - y, width: item.width, size: a, face }];
    });
    pages.push({ width, height, runs });
  }
  await task.destroy();
  return pages;
}

export const pdfRuns = async (bytes: Uint8Array): Promise<readonly Run[]> =>
  (await pdfPages(bytes)).flatMap((page) => page.runs);
