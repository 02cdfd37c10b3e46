import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Points of a PDF page to an inch. */
const POINTS_PER_INCH = 72;
/** CSS pixels to an inch: a page at zoom 1 has its real size. */
const PIXELS_PER_INCH = 96;

/** The thread is started here, not by the library: its own way would need a blob script, which the policy forbids. */
function startWorker(): void {
  GlobalWorkerOptions.workerPort ??= new Worker(workerUrl, { type: 'module' });
}

/** Opens a PDF from memory. Nothing is evaluated, nothing is fetched; the caller destroys it. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  startWorker();
  return getDocument({
    // The library takes the buffer away to its worker; the caller still needs its own for 另存为.
    data: bytes.slice(),
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    useSystemFonts: false,
  }).promise;
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** The sizes of all pages in CSS pixels at zoom 1. */
export async function pageSizes(document: PDFDocumentProxy): Promise<readonly PageSize[]> {
  const sizeOf = async (pageNumber: number): Promise<PageSize> => {
    const page = await document.getPage(pageNumber);
    const { width, height } = page.getViewport({ scale: PIXELS_PER_INCH / POINTS_PER_INCH });
    return { width, height };
  };
  return Promise.all(Array.from({ length: document.numPages }, (_, index) => sizeOf(index + 1)));
}

/** Draws one page on a new canvas, `dotsPerInch` fine, turned clockwise by `turn` degrees. Aborting stops the drawing and rejects. */
export async function drawPage(
  document: PDFDocumentProxy,
  pageNumber: number,
  dotsPerInch: number,
  options: {
    readonly signal?: AbortSignal;
    readonly intent?: 'display' | 'print';
    readonly turn?: 0 | 90 | 180 | 270;
  } = {},
): Promise<HTMLCanvasElement> {
  const page = await document.getPage(pageNumber);
  options.signal?.throwIfAborted();
  const rotation = (page.rotate + (options.turn ?? 0)) % 360;
  const viewport = page.getViewport({ scale: dotsPerInch / POINTS_PER_INCH, rotation });
  const canvas = window.document.createElement('canvas');
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  const task = page.render({ canvas, viewport, intent: options.intent ?? 'display' });
  options.signal?.addEventListener('abort', () => task.cancel(), { once: true });
  await task.promise;
  return canvas;
}

export const screenDotsPerInch = (zoom: number): number => PIXELS_PER_INCH * zoom * window.devicePixelRatio;
