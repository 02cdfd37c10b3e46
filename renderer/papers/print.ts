import type { PrintOutcome } from '../../db/model/desk.ts';
import { desk } from '../desk.ts';
import { drawPage, openPdf, pageSizes } from './pdf.ts';

/** Fine enough for 四号 type and the check code's QR on an office printer. */
const PRINT_DOTS_PER_INCH = 300;

/** Many pages are printed a little coarser: half the memory and half the wait, and still finer than a fax. */
const MANY_PAGES = 30;
const DOTS_PER_INCH_OF_MANY = 200;

const CONTAINER_CLASS = 'print-pages';

async function pictureOf(canvas: HTMLCanvasElement): Promise<HTMLImageElement> {
  const blob = await new Promise<Blob>((resolve, reject) => {
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('A page could not be encoded'))));
  });
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  await image.decode();
  return image;
}

/** Every page is a picture in memory until the printer has it; more than these go by the system's viewer. */
export const MAX_PRINTED_PAGES = 100;

export interface Printed {
  readonly outcome: PrintOutcome | 'tooMany';
  readonly pages: number;
}

interface PrintWatch {
  readonly onPage?: (ready: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** A printer's sheets lie upright: a landscape page is turned on its sheet, its top to the left (GB/T 9704, 订口). */
const QUARTER_TURN = 270;

/**
 * Prints a PDF through the system's dialog: its pages become pictures in a container that only print shows
 * (papers.css), so that the printer gets just what the preview showed. Every picture is an upright sheet, so that
 * portrait and landscape pages go through in one job. `onPage` hears how many are ready. Aborting rejects, up to
 * the moment the dialog opens.
 */
export async function printPdf(bytes: Uint8Array, { onPage, signal }: PrintWatch = {}): Promise<Printed> {
  const pdf = await openPdf(bytes);
  const pages = pdf.numPages;
  if (pages > MAX_PRINTED_PAGES) {
    await pdf.destroy();
    return { outcome: 'tooMany', pages };
  }
  const container = document.createElement('div');
  container.className = CONTAINER_CLASS;
  const images: HTMLImageElement[] = [];
  try {
    const dotsPerInch = pages > MANY_PAGES ? DOTS_PER_INCH_OF_MANY : PRINT_DOTS_PER_INCH;
    const sizes = await pageSizes(pdf);
    for (const [index, { width, height }] of sizes.entries()) {
      const turn = width > height ? QUARTER_TURN : 0;
      const canvas = await drawPage(pdf, index + 1, dotsPerInch, {
        intent: 'print',
        turn,
        ...(signal ? { signal } : {}),
      });
      const image = await pictureOf(canvas);
      image.className = 'print-page';
      images.push(image);
      onPage?.(index + 1, pages);
    }
    signal?.throwIfAborted();
    container.append(...images);
    document.body.append(container);
    return { outcome: await desk.print(), pages };
  } finally {
    container.remove();
    for (const image of images) URL.revokeObjectURL(image.src);
    await pdf.destroy();
  }
}
