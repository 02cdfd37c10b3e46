import { expect, it } from 'vitest';
import { PAPER_TITLES, type PaperKind } from '../../db/model/papers.ts';
import { keysOf } from '../../db/model/terms.ts';
import { documentOf } from '../../reports/documents/document.ts';
import { pageLayoutOf } from '../../reports/documents/layout.ts';
import type { Block, OfficialDocument } from '../../reports/documents/official.ts';
import { makeDocx } from '../../reports/docx/docx.ts';
import { makePdf } from '../../reports/pdf/pdf.ts';
import { LONG, USUAL } from './catalogue.ts';
import { pdfPages } from './pdfRuns.ts';
import { faces, squeezed } from './read.ts';
import { openWord } from './wordXml.ts';

const headersIn = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'together') return headersIn(block.blocks);
    if (block.kind !== 'table') return [];
    return [squeezed(block.header.flatMap((row) => row.map((cell) => cell.text)).join(''))];
  });

/** The PDF's text in the order it was written, without the page's foot and the header rows that repeat. */
async function textOfPdf(document: OfficialDocument): Promise<string> {
  const { height, margins } = pageLayoutOf(document);
  const bottom = height - margins.bottom + 1;
  const headers = headersIn(document.blocks);
  const seen = new Set<string>();
  const pages = await pdfPages(await makePdf(document, faces));
  return pages
    .map(({ runs }) => {
      const text = squeezed(
        runs
          .filter((run) => run.baseline < bottom)
          .map((run) => run.text)
          .join(''),
      );
      const repeated = headers.find((header) => seen.has(header) && text.startsWith(header)) ?? '';
      for (const header of headers) if (text.includes(header)) seen.add(header);
      return text.slice(repeated.length);
    })
    .join('');
}

const unescaped = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

async function textOfWord(document: OfficialDocument): Promise<string> {
  const { paragraphs } = await openWord(await makeDocx(document));
  return squeezed(unescaped(paragraphs.map((one) => one.text).join('')));
}

const { plan, taskClosure, publicityReport, summary, assistanceRecord } = LONG;
const CASES = {
  ...USUAL,
  planLong: plan,
  closureLong: taskClosure,
  publicityReport,
  summary,
  assistanceRecord,
};

it.each(Object.entries(CASES))('%s says the same as PDF and as Word', async (_name, paper) => {
  const document = documentOf(paper);
  const text = await textOfPdf(document);
  expect(text).toContain(squeezed(document.title.join('')));
  expect(text).toBe(await textOfWord(document));
});

it('has every paper that is a document', () => {
  const workbooks = new Set<PaperKind>(['planLedger', 'list', 'helperList']);
  const made = new Set<PaperKind>(Object.values(USUAL).map((paper) => paper.paper));
  expect(keysOf(PAPER_TITLES).filter((kind) => !workbooks.has(kind) && !made.has(kind))).toEqual([]);
});
