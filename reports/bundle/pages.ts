import {
  concatTransformationMatrix,
  drawObject,
  PDFDocument,
  PDFPage,
  PDFPageLeaf,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';
import { mm } from '../documents/layout.ts';

const A4 = { short: mm(210), long: mm(297) } as const;
/** Around a picture, so that binding and printers leave it whole. */
const PICTURE_MARGIN = mm(15);

/** The pages of a paper of ours, as they are; at the end, or before the page `at` (from 0). */
export async function addPaper(
  target: PDFDocument,
  bytes: Uint8Array,
  at = target.getPageCount(),
): Promise<readonly PDFPage[]> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = await target.copyPages(source, source.getPageIndices());
  return pages.map((page, index) => target.insertPage(at + index, page));
}

/** An empty back after the page before `at`, as large as that page. */
export function addBlank(target: PDFDocument, at = target.getPageCount()): void {
  const { width, height } = target.getPage(at - 1).getSize();
  target.insertPage(at, [width, height]);
}

/** The same pages once more: new pages over the same content, so that copies cost next to nothing. */
export function addAgain(target: PDFDocument, pages: readonly PDFPage[]): void {
  for (const page of pages) {
    const leaf = PDFPageLeaf.fromMapWithContext(new Map(page.node.asMap()), target.context, false);
    target.addPage(PDFPage.of(leaf, target.context.register(leaf), target));
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Fit {
  readonly margin: number;
  readonly largestScale: number;
}

/** A fresh A4 page lying as its content does, and where on it the content fits, in the middle. */
function fittedPage(target: PDFDocument, content: Size, { margin, largestScale }: Fit) {
  const lies = content.width > content.height;
  const page = target.addPage(lies ? [A4.long, A4.short] : [A4.short, A4.long]);
  const { width, height } = page.getSize();
  const scale = Math.min(
    largestScale,
    (width - 2 * margin) / content.width,
    (height - 2 * margin) / content.height,
  );
  const x = (width - content.width * scale) / 2;
  const y = (height - content.height * scale) / 2;
  return { page, scale, x, y };
}

/** A picture on a page of its own. */
export async function addPicture(target: PDFDocument, jpeg: Uint8Array): Promise<void> {
  const image = await target.embedJpg(jpeg);
  const { page, scale, x, y } = fittedPage(target, image, {
    margin: PICTURE_MARGIN,
    largestScale: Number.POSITIVE_INFINITY,
  });
  page.drawImage(image, { x, y, width: image.width * scale, height: image.height * scale });
}

type Matrix = readonly [number, number, number, number, number, number];

/** Turning by a page's /Rotate (clockwise), then back into the first quadrant. */
function turned(angle: number, { width, height }: Size): Matrix {
  switch (((angle % 360) + 360) % 360) {
    case 90:
      return [0, -1, 1, 0, 0, width];
    case 180:
      return [-1, 0, 0, -1, width, height];
    case 270:
      return [0, 1, -1, 0, height, 0];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}

/** A page from elsewhere, turned as its program showed it and fitted on A4: whatever its size, it can be bound. */
async function addForeignPage(target: PDFDocument, source: PDFPage): Promise<void> {
  const angle = source.getRotation().angle;
  const box = source.getCropBox();
  const edges = {
    left: box.x,
    bottom: box.y,
    right: box.x + box.width,
    top: box.y + box.height,
  };
  const [embedded] = await target.embedPages([source], [edges]);
  if (!embedded) return;
  const lies = angle % 180 !== 0;
  const shown = lies ? { width: box.height, height: box.width } : box;
  const { page, scale, x, y } = fittedPage(target, shown, { margin: 0, largestScale: 1 });
  await embedded.embed();
  const name = page.node.newXObject('Page', embedded.ref);
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(scale, 0, 0, scale, x, y),
    concatTransformationMatrix(...turned(angle, box)),
    drawObject(name),
    popGraphicsState(),
  );
}

/** A page that is A4 or smaller and lies as it is: it stays whole, with the seals and stamps that are laid over it. */
function fitsAsItIs(page: PDFPage): boolean {
  const { width, height } = page.getSize();
  const crop = page.getCropBox();
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const isWhole = crop.x === 0 && crop.y === 0 && crop.width === width && crop.height === height;
  return page.getRotation().angle === 0 && isWhole && short <= A4.short + 1 && long <= A4.long + 1;
}

/** Somebody else's PDF as a file of ours: written once, so that whatever makes the library stumble shows here. */
async function rewritten(bytes: Uint8Array): Promise<Uint8Array> {
  const target = await PDFDocument.create({ updateMetadata: false });
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const [index, page] of source.getPages().entries()) {
    // A page without content is valid, but the library cannot embed it.
    if (page.node.Contents() === undefined) target.addPage([A4.short, A4.long]);
    else if (fitsAsItIs(page)) {
      for (const copy of await target.copyPages(source, [index])) target.addPage(copy);
    } else await addForeignPage(target, page);
  }
  return target.save({ addDefaultPage: false });
}

/** The pages of somebody else's PDF; false where it cannot be read (damaged, locked by a password). */
export async function addForeign(target: PDFDocument, bytes: Uint8Array): Promise<boolean> {
  const clean = await rewritten(bytes).catch(() => undefined);
  return clean !== undefined && (await addPaper(target, clean)).length > 0;
}
