import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { repoResources } from '../../build/resources.ts';
import { loadFaces } from '../../reports/fonts/faces.ts';

/** Reads made files back with tools of their own. */
export const { fontsDir } = repoResources();
/** Only the faces the program carries: the same on every PC. */
export const environment = { fontsDir, searchDirs: [] };
export const faces = loadFaces(environment);

function withFile<T>(bytes: Uint8Array, name: string, read: (path: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'papers-'));
  try {
    const path = join(dir, name);
    writeFileSync(path, bytes);
    return read(path);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const run = (command: string, args: readonly string[]): string =>
  execFileSync(command, [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

export const pdfText = (bytes: Uint8Array, ...options: readonly string[]): string =>
  withFile(bytes, 'paper.pdf', (path) => run('pdftotext', ['-enc', 'UTF-8', ...options, path, '-']));

export const pdfInfo = (bytes: Uint8Array, ...options: readonly string[]): string =>
  withFile(bytes, 'paper.pdf', (path) => run('pdfinfo', [...options, path]));
export const pdfFonts = (bytes: Uint8Array): string =>
  withFile(bytes, 'paper.pdf', (path) => run('pdffonts', [path]));

export const pageCount = (bytes: Uint8Array): number => Number(/Pages:\s+(\d+)/.exec(pdfInfo(bytes))?.[1]);

export interface Word {
  readonly page: number;
  readonly text: string;
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/** Where pdftotext finds the lines of a page, in points from its top left. */
export function pdfLines(bytes: Uint8Array): readonly Word[] {
  const html = pdfText(bytes, '-bbox-layout');
  return html
    .split('<page ')
    .slice(1)
    .flatMap((page, index) =>
      [
        ...page.matchAll(
          /<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([\s\S]*?)<\/line>/g,
        ),
      ].map(([, xMin, yMin, xMax, yMax, inner]) => ({
        page: index + 1,
        xMin: Number(xMin),
        yMin: Number(yMin),
        xMax: Number(xMax),
        yMax: Number(yMax),
        text: [...(inner ?? '').matchAll(/<word[^>]*>([^<]*)<\/word>/g)].map(([, word]) => word).join(''),
      })),
    );
}

/** A part of an office file. */
export async function zipBytes(bytes: Uint8Array, part: string): Promise<Uint8Array> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  const entry = (await reader.getEntries()).find((one) => one.filename === part);
  if (!entry || entry.directory) throw new Error(`${part} is missing`);
  return entry.getData(new Uint8ArrayWriter());
}

/** The text of a part of an office file, tags and all. */
export const zipPart = async (bytes: Uint8Array, part: string): Promise<string> =>
  new TextDecoder().decode(await zipBytes(bytes, part));

export async function docxText(bytes: Uint8Array): Promise<string> {
  const xml = await zipPart(bytes, 'word/document.xml');
  return [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*<\/w:t>/g)]
    .map(([tag]) => tag.replace(/<[^>]*>/g, ''))
    .join('\n')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"');
}

export const squeezed = (text: string): string => text.replace(/\s+/g, '');
