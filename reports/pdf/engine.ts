import { createRequire } from 'node:module';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Faces } from '../fonts/faces.ts';
import { lightenStreams } from './streams.ts';

/** What is used of pdfmake's server side. */
interface PdfMake {
  readonly virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
  setFonts(fonts: Readonly<Record<string, { normal: string }>>): void;
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  createPdf(
    definition: TDocumentDefinitions,
    options: { readonly bufferPages: boolean },
  ): { getStream(): Promise<PdfKitDocument>; getBuffer(): Promise<Uint8Array> };
}

/** pdfkit's document with its pages, laid out and not yet written, as pdfmake leaves it. */
export interface PdfKitDocument {
  _font: unknown;
  bufferedPageRange(): { readonly start: number; readonly count: number };
  switchToPage(index: number): void;
  save(): void;
  restore(): void;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  opacity(opacity: number): void;
  fill(color: string): void;
  fontSize(size: number): void;
  provideFont(name: string, bold: boolean, italics: boolean): unknown;
  text(text: string, x: number, y: number, options: { readonly lineBreak: false }): void;
}

const pdfMake: PdfMake = createRequire(import.meta.url)('pdfmake');

// A document of ours holds everything it needs: nothing is fetched, no file is opened.
pdfMake.setUrlAccessPolicy(() => false);
pdfMake.setLocalAccessPolicy(() => false);

lightenStreams();

const fontTables = new WeakMap<Faces, Readonly<Record<string, { normal: string }>>>();

/** pdfmake's table of fonts, naming each face's handle in its virtual file system. */
function fontTableOf(faces: Faces): Readonly<Record<string, { normal: string }>> {
  const known = fontTables.get(faces);
  if (known) return known;
  const table = Object.fromEntries(
    faces.all.map((face) => {
      pdfMake.virtualfs.writeFileSync(face.name, face.handle);
      return [face.name, { normal: face.name }];
    }),
  );
  fontTables.set(faces, table);
  return table;
}

/** Lays out and writes one document; `finish` draws on its pages what pdfmake has no node for. */
export async function renderPdf(
  definition: TDocumentDefinitions,
  faces: Faces,
  finish?: (document: PdfKitDocument) => void,
): Promise<Uint8Array> {
  pdfMake.setFonts(fontTableOf(faces));
  const output = pdfMake.createPdf(definition, { bufferPages: finish !== undefined });
  finish?.(await output.getStream());
  return output.getBuffer();
}
