import type { PrintOutcome } from '../../db/model/desk.ts';
import { desk } from '../desk.ts';
import { drawPage, openPdf, pageSizes } from './pdf.ts';

/** Fine enough for 四号 type and the check code's QR on an office printer. */
const PRINT_DOTS_PER_INCH = 300;

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

/**
 * Prints a PDF through the system's dialog: its pages become pictures in a container that only print shows
 * (papers.css), so that the printer gets just what the preview showed.
 */
export async function printPdf(bytes: Uint8Array): Promise<PrintOutcome> {
  const pdf = await openPdf(bytes);
  const container = document.createElement('div');
  container.className = CONTAINER_CLASS;
  const images: HTMLImageElement[] = [];
  try {
    const [first] = await pageSizes(pdf);
    const landscape = first !== undefined && first.width > first.height;
    for (let pageNumber = 1; pageNumber <= pdf.numPages; pageNumber += 1) {
      const canvas = await drawPage(pdf, pageNumber, PRINT_DOTS_PER_INCH, { intent: 'print' });
      const image = await pictureOf(canvas);
      image.className = landscape ? 'print-page landscape' : 'print-page';
      images.push(image);
    }
    container.append(...images);
    document.body.append(container);
    return await desk.print({ landscape, pageSize: 'A4' });
  } finally {
    container.remove();
    for (const image of images) URL.revokeObjectURL(image.src);
    await pdf.destroy();
  }
}
