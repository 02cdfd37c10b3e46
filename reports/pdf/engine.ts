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
  createPdf(definition: TDocumentDefinitions): { getBuffer(): Promise<Uint8Array> };
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

/** Lays out and writes one document. */
export function renderPdf(definition: TDocumentDefinitions, faces: Faces): Promise<Uint8Array> {
  pdfMake.setFonts(fontTableOf(faces));
  return pdfMake.createPdf(definition).getBuffer();
}
