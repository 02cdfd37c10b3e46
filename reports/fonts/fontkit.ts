import { createRequire } from 'node:module';
import type { Font, FontCollection } from 'fontkit';

/** A font format as fontkit's registry takes it; the published types leave it out. */
interface FontFormat {
  new (stream: { readonly buffer: Uint8Array }): object;
  probe(buffer: Uint8Array): boolean;
}

interface Fontkit {
  create(buffer: Uint8Array): Font | FontCollection;
  registerFormat(format: FontFormat): void;
}

/**
 * The very copy of fontkit that pdfkit uses: a format registered in it is known to pdfkit too. An `import` would give
 * fontkit's other build (ES module) with a registry of its own.
 */
function fontkitOfPdfkit(): Fontkit {
  const here = createRequire(import.meta.url);
  const pdfmake = createRequire(here.resolve('pdfmake'));
  const pdfkit = createRequire(pdfmake.resolve('pdfkit'));
  return pdfkit('fontkit');
}

export const fontkit: Fontkit = fontkitOfPdfkit();
