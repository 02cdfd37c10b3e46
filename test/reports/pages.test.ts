import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { documentOf } from '../../reports/documents/document.ts';
import { makePdf } from '../../reports/pdf/pdf.ts';
import { LONG, USUAL } from './catalogue.ts';
import { officialSample } from './official/sample.ts';
import { difference, pageImage } from './pageImages.ts';
import { faces } from './read.ts';

/**
 * A dozen pages as they were when somebody looked at them. A page that changed on purpose is looked at again and kept
 * with UPDATE_PAGES=1 npx vitest run test/reports/pages.test.ts
 */
const dir = join(import.meta.dirname, 'pages');
const isUpdate = process.env.UPDATE_PAGES === '1';

/** Of a page's area; a line that moved by its own height is more. */
const MOST_DIFFERENT = 0.003;

const PAGES = [
  ['official-1', officialSample(), 1],
  ['official-4', officialSample(), 4],
  ['official-annex', officialSample(), 5],
  ['application-1', documentOf(USUAL.applicationDecided), 1],
  ['application-2', documentOf(USUAL.applicationDecided), 2],
  ['qualification', documentOf(USUAL.qualification), 1],
  ['selectionNotice', documentOf(USUAL.selectionNotice), 1],
  ['plan-1', documentOf(USUAL.plan), 1],
  ['plan-2', documentOf(USUAL.plan), 2],
  ['plan-long-3', documentOf(LONG.plan), 3],
  ['scoreSheet-last', documentOf(USUAL.scoreSheet), 3],
  ['paymentList', documentOf(USUAL.paymentList), 1],
  ['report-2', documentOf(USUAL.report), 2],
] as const;

it.each(PAGES)('%s looks as it did', async (name, document, page) => {
  const found = pageImage(await makePdf(document, faces), page);
  const path = join(dir, `${name}.png`);
  if (isUpdate) {
    mkdirSync(dir, { recursive: true });
    writeFileSync(path, found);
  }
  expect(existsSync(path), `${path} is missing: make it with UPDATE_PAGES=1`).toBe(true);
  const share = difference(found, readFileSync(path));
  const kept = join(tmpdir(), `page-${name}.png`);
  if (share > MOST_DIFFERENT) writeFileSync(kept, found);
  expect(share, `the page as it is now: ${kept}`).toBeLessThanOrEqual(MOST_DIFFERENT);
});

it('notices a line that moved', async () => {
  const document = officialSample();
  const before = pageImage(await makePdf(document, faces), 1);
  const after = pageImage(await makePdf({ ...document, subtitle: '（征求意见稿）' }, faces), 1);
  expect(difference(before, before)).toBe(0);
  expect(difference(after, before)).toBeGreaterThan(MOST_DIFFERENT);
});
