import { describe, expect, it } from 'vitest';
import { inChinese } from '../../db/model/dates.ts';
import { documentOf } from '../../reports/documents/document.ts';
import { isTurned, mm, pageLayoutOf, uprightOf } from '../../reports/documents/layout.ts';
import type { OfficialDocument, SignOff, Table } from '../../reports/documents/official.ts';
import { makePdf } from '../../reports/pdf/pdf.ts';
import { FULL, LONG, USUAL } from './catalogue.ts';
import { assistanceRecordPaper, meetingMinutesPaper } from './documents/moreSamples.ts';
import { bodyOf, deep, linesOf, lost, ROUNDING, signedAlone } from './pageChecks.ts';
import { type PdfPage, pdfPages, type Run } from './pdfRuns.ts';
import { faces, squeezed } from './read.ts';

const shown = ({ page, text }: Run): string => `第${page}页“${text.slice(0, 20)}”`;

/** Lines beyond the type area; the page's foot stands below it on purpose. */
function overflowing(pages: readonly PdfPage[], document: OfficialDocument): readonly string[] {
  const { margins, width, height, type } = pageLayoutOf(document);
  const [left, right, bottom] = [margins.left, width - margins.right, height - margins.bottom];
  const isFoot = (run: Run) => run.baseline > bottom + type.pageNumber.size;
  return pages.flatMap((page) =>
    linesOf(page)
      .filter(
        (run) =>
          run.x < left - ROUNDING ||
          run.x + run.width > right + ROUNDING ||
          run.baseline - 0.88 * run.size < margins.top - ROUNDING ||
          (!isFoot(run) && run.baseline > bottom + ROUNDING),
      )
      .map(shown),
  );
}

/** The foot of a page that lies, read on the sheet held upright: between the type area and the sheet's edge. */
function footAstray({ turned }: PdfPage, document: OfficialDocument): readonly string[] {
  const { margins, width, height } = uprightOf(pageLayoutOf(document));
  return turned
    .filter(
      (run) =>
        run.x < margins.left - ROUNDING ||
        run.x + run.width > width - margins.right + ROUNDING ||
        run.baseline - run.size < height - margins.bottom ||
        run.baseline > height - mm(8),
    )
    .map(shown);
}

/** Lines of different cells that run into each other. */
function colliding(page: PdfPage): readonly string[] {
  const lines = linesOf(page);
  return lines.flatMap((line, index) =>
    lines
      .slice(index + 1)
      .filter(
        (other) =>
          Math.abs(other.baseline - line.baseline) < 1 &&
          other.x < line.x + line.width - ROUNDING &&
          line.x < other.x + other.width - ROUNDING,
      )
      .map((other) => `${shown(line)}与${shown(other)}`),
  );
}

const CLOSING = /^[，。、；：？！）》〉」』】〕”’…％℃㎡]/;
const OPENING = /[（《〈「『【〔“‘]$/;

const tablesIn = ({ blocks }: OfficialDocument): readonly Table[] =>
  deep(blocks).filter((block) => block.kind === 'table');

const signOffIn = ({ blocks }: OfficialDocument): SignOff | undefined =>
  deep(blocks).find((block) => block.kind === 'signOff');

const CASES = [
  ...Object.entries(USUAL).map(([name, paper]) => [name, paper] as const),
  ...Object.entries(LONG).map(([name, paper]) => [`${name}, long`, paper] as const),
  ...Object.entries(FULL).map(([name, paper]) => [`${name}, full`, paper] as const),
];

describe.each(CASES)('%s', (_name, paper) => {
  const document = documentOf(paper);

  it('lies within its type area, breaks lines by the rules, and keeps head and end of what it holds', async () => {
    const pages = await pdfPages(await makePdf(document, faces));
    expect(overflowing(pages, document)).toEqual([]);
    expect(pages.flatMap(colliding)).toEqual([]);
    expect(pages.flatMap((page) => footAstray(page, document))).toEqual([]);
    const numbered = isTurned(pageLayoutOf(document)) && !document.unnumbered;
    const feet = pages.map((page) => page.turned.some((run) => run.text === `— ${run.page} —`));
    expect(feet).toEqual(pages.map(() => numbered));
    expect(lost(pages, document)).toEqual([]);
    expect(pages.map((page) => page.boxes)).toEqual(pages.map(() => 0));
    const bodies = pages.map((page) => bodyOf(page, document));
    expect(signedAlone(bodies, document)).toEqual([]);
    const lines = pages.flatMap(linesOf);
    expect(lines.filter((line) => CLOSING.test(line.text)).map(shown)).toEqual([]);
    expect(lines.filter((line) => OPENING.test(line.text)).map(shown)).toEqual([]);

    const texts = pages.map((page) => squeezed(page.runs.map((run) => run.text).join('')));
    const long = tablesIn(document).filter((table) => table.rows.length > 40);
    const labels = long.map((table) => table.header.flat().map((cell) => squeezed(cell.text)));
    const hasHeader = (text: string) => labels.some((all) => all.every((label) => text.includes(label)));
    // The first pages hold what comes before the table, the last ones what comes after.
    if (long.length > 0) expect(texts.slice(3, -2).filter((text) => !hasHeader(text))).toEqual([]);

    const signOff = signOffIn(document);
    if (signOff) {
      const date = inChinese(signOff.date);
      const page = pages.findLast(({ runs }) => runs.some((run) => run.text === date));
      const above = page
        ? bodyOf(page, document).filter((run) => ![date, signOff.office].includes(run.text))
        : [];
      expect(above.length).toBeGreaterThan(0);
    }
    for (const body of bodies) expect(body.length).toBeGreaterThan(1);
  }, 60_000);
});

it.each([
  ['qualification', USUAL.qualification, 1],
  ['qualificationNew', USUAL.qualificationNew, 1],
  ['qualification, long', LONG.qualification, 1],
  ['assistanceVisit', USUAL.assistanceVisit, 1],
  ['assistanceVisitBlank', USUAL.assistanceVisitBlank, 1],
  ['scoreSheet', USUAL.scoreSheet, 3],
  ['scoreSheetBlank', USUAL.scoreSheetBlank, 3],
] as const)('%s takes no more than its pages', async (_name, paper, count) => {
  expect(await pdfPages(await makePdf(documentOf(paper), faces))).toHaveLength(count);
});

const withFindings = (findings: string) => {
  const paper = assistanceRecordPaper(1, true);
  return { ...paper, visits: paper.visits.map((visit) => ({ ...visit, findings })) };
};

it.each([
  ['帮扶记录表', withFindings],
  ['宣传动员会会议记录', meetingMinutesPaper],
] as const)('%s is signed below what it says, however much that is', async (_name, paperOf) => {
  for (let length = 100; length <= 1000; length += 60) {
    const document = documentOf(paperOf('墙面地面已经铺贴完毕'.repeat(length / 10)));
    const pages = await pdfPages(await makePdf(document, faces));
    expect(
      signedAlone(
        pages.map((page) => bodyOf(page, document)),
        document,
      ),
    ).toEqual([]);
  }
});
