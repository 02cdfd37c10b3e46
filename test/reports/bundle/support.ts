import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type IsoDate, isoDate } from '../../../db/model/dates.ts';
import { bindArchive } from '../../../reports/bundle/bindArchive.ts';
import { collate } from '../../../reports/bundle/collate.ts';
import { plainLine } from '../../../reports/documents/build.ts';
import type { OfficialDocument } from '../../../reports/documents/official.ts';
import { makePaper } from '../../../reports/makePaper.ts';
import type { PrintTools } from '../../../reports/office/printing.ts';
import { makePdf } from '../../../reports/pdf/pdf.ts';
import { environment, faces, pdfText } from '../read.ts';

/** A paper of so many pages whose text is its name and the page's number. */
export function printed(
  name: string,
  pages: number,
  orientation: OfficialDocument['orientation'] = 'portrait',
): Promise<Uint8Array> {
  const later = Array.from({ length: pages - 1 }, (_, index) => ({
    kind: 'annexStart' as const,
    label: `${name}${index + 2}`,
    title: '',
  }));
  const document: OfficialDocument = {
    name,
    office: '示例县市场监督管理局',
    madeOn: isoDate('2021-05-01'),
    layout: 'form',
    orientation,
    title: [`${name}1`],
    blocks: [plainLine('示例'), ...later],
    isPublic: false,
  };
  return makePdf(document, faces);
}

/** The text of each page. */
export const pageTexts = (bytes: Uint8Array): readonly string[] =>
  pdfText(bytes)
    .split('\f')
    .slice(0, -1)
    .map((text) => text.trim());

/** `595x842`, page by page. */
export function pageSizes(bytes: Uint8Array): readonly string[] {
  const dir = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    const path = join(dir, 'bundle.pdf');
    writeFileSync(path, bytes);
    const told = execFileSync('pdfinfo', ['-f', '1', '-l', '9999', path], { encoding: 'utf8' });
    return [...told.matchAll(/size:\s+([\d.]+) x ([\d.]+)/g)].map(
      ([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`,
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
}

interface ReadBookmark {
  readonly title: string;
  /** From 1. */
  readonly page: number;
  readonly children: readonly ReadBookmark[];
}

interface OutlineEntry {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly OutlineEntry[];
}

/** The bookmarks of a file as the window's own viewer reads them. */
export async function bookmarks(bytes: Uint8Array): Promise<readonly ReadBookmark[]> {
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false }).promise;
  const read = ({ title, dest, items }: OutlineEntry): Promise<ReadBookmark> =>
    pageOf(dest).then(async (page) => ({ title, page, children: await Promise.all(items.map(read)) }));
  const pageOf = async (dest: unknown): Promise<number> =>
    Array.isArray(dest) ? (await pdf.getPageIndex(dest[0])) + 1 : 0;
  try {
    return await Promise.all(((await pdf.getOutline()) ?? []).map(read));
  } finally {
    await pdf.destroy();
  }
}

/** Makes and joins papers here, without worker threads. */
export const printTools = (today: IsoDate): PrintTools => ({
  today,
  make: (paper, format) => makePaper(paper, format, environment),
  binder: {
    collate,
    archive: (request) => bindArchive({ ...request, environment }),
  },
});
