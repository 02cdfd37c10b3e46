import { pageLayoutOf } from '../../reports/documents/layout.ts';
import type { Block, Cell, OfficialDocument } from '../../reports/documents/official.ts';
import { textOf } from '../../reports/documents/textOf.ts';
import type { PdfPage, Run } from './pdfRuns.ts';
import { squeezed } from './read.ts';

/** What must hold on every page of every paper, beyond the places of its lines. */

export const ROUNDING = 0.5;

/** Less than between the texts of two cells, more than what a line is spaced out by. */
const TOUCHING = 4;

/** Runs of one line that touch: a character of another face starts a run of its own. */
export function linesOf({ runs }: PdfPage): readonly Run[] {
  const lines: Run[] = [];
  for (const run of runs) {
    const open = lines.at(-1);
    const touches =
      open &&
      Math.abs(open.baseline - run.baseline) < 0.1 &&
      Math.abs(open.x + open.width - run.x) < TOUCHING;
    if (open && touches) {
      lines[lines.length - 1] = { ...open, text: open.text + run.text, width: run.x + run.width - open.x };
    } else lines.push(run);
  }
  return lines;
}

/** What a page says above its foot. */
export const bodyOf = (page: PdfPage, document: OfficialDocument): readonly Run[] => {
  const { height, margins } = pageLayoutOf(document);
  return linesOf(page).filter((run) => run.baseline <= height - margins.bottom + ROUNDING);
};

export const deep = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => (block.kind === 'together' ? deep(block.blocks) : [block]));

const countsOf = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const one of text) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

/** Characters of which the pages hold fewer than the document says: rows that break come out in no order. */
export function lost(pages: readonly PdfPage[], document: OfficialDocument): readonly string[] {
  const runs = pages.flatMap((page) => [...page.runs, ...page.turned]);
  const printed = countsOf(squeezed(runs.map((run) => run.text).join('')));
  const said = countsOf(squeezed(textOf(document).join('')));
  return [...said]
    .filter(([one, count]) => (printed.get(one) ?? 0) < count)
    .map(([one, count]) => `${one}：${count}处，印出${printed.get(one) ?? 0}处`);
}

const cellsIn = (document: OfficialDocument): readonly Cell[] =>
  deep(document.blocks).flatMap((block) => (block.kind === 'form' ? block.rows.flat() : []));

/** What belongs to the places to sign: their own titles and lines, and what stands below them. */
function signingTexts(document: OfficialDocument): readonly string[] {
  const below = deep(document.blocks).flatMap((block) => {
    if (block.kind === 'note') return [block.text];
    return block.kind === 'checkCode' ? [block.label + block.code, block.explanation] : [];
  });
  const boxes = cellsIn(document).filter((cell) => cell.foot.length > 0);
  return [...below, ...boxes.flatMap((cell) => [cell.text, ...cell.foot])].map(squeezed);
}

const isFootOf = (document: OfficialDocument) => {
  const feet = cellsIn(document).flatMap((cell) => cell.foot.map((line) => squeezed(line)));
  return ({ text }: Run): boolean => feet.includes(squeezed(text));
};

/** Pages where one signs and nothing says what. */
export function signedAlone(
  pages: readonly (readonly Run[])[],
  document: OfficialDocument,
): readonly number[] {
  const texts = signingTexts(document);
  const isSigning = ({ text }: Run): boolean => texts.some((one) => one.includes(squeezed(text)));
  const isFoot = isFootOf(document);
  return pages.flatMap((lines, index) => (lines.some(isFoot) && lines.every(isSigning) ? [index + 1] : []));
}
