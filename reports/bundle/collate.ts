import type { PDFPage } from '@cantoo/pdf-lib';
import { type BoundHead, newBound, preferPrinting } from './bound.ts';
import { type Bookmark, writeOutline } from './outline.ts';
import { addAgain, addBlank, addPaper } from './pages.ts';

/** Papers to become one file that is printed at once. */
export interface CollateRequest extends BoundHead {
  readonly papers: readonly {
    readonly bytes: Uint8Array;
    readonly title: string;
    /** Papers of one group stand under one bookmark: a workshop, or a kind of paper. */
    readonly group: string;
  }[];
  /** Indices of `papers`, in the order and as often as they are printed. */
  readonly sequence: readonly number[];
  readonly duplex: boolean;
}

export interface Collated {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Blank backs among the pages. */
  readonly blanks: number;
  /** Of each paper of the sequence, the page it begins on, from 1. */
  readonly starts: readonly number[];
}

/** A paper is read once, however often it is printed. */
interface Bound {
  readonly document: Awaited<ReturnType<typeof newBound>>;
  readonly known: Map<number, readonly PDFPage[]>;
}

async function addOne({ document, known }: Bound, request: CollateRequest, index: number): Promise<void> {
  const before = known.get(index);
  if (before) return addAgain(document, before);
  const paper = request.papers[index];
  if (paper) known.set(index, await addPaper(document, paper.bytes));
}

/** Consecutive papers of one group, as bookmarks below it. */
function bookmarksOf({ papers, sequence }: CollateRequest, starts: readonly number[]): readonly Bookmark[] {
  const groups: { title: string; page: number; children: Bookmark[] }[] = [];
  for (const [place, index] of sequence.entries()) {
    const paper = papers[index];
    const page = (starts[place] ?? 1) - 1;
    if (!paper) continue;
    if (groups.at(-1)?.title !== paper.group) groups.push({ title: paper.group, page, children: [] });
    groups.at(-1)?.children.push({ title: paper.title, page });
  }
  return groups;
}

/** Joins papers into one file: in order, with copies, each on the front of a sheet where printed on both sides. */
export async function collate(request: CollateRequest): Promise<Collated> {
  const document = await newBound(request);
  const bound: Bound = { document, known: new Map() };
  const starts: number[] = [];
  let blanks = 0;
  for (const index of request.sequence) {
    const count = document.getPageCount();
    if (request.duplex && count % 2 === 1) {
      addBlank(document);
      blanks += 1;
    }
    starts.push(document.getPageCount() + 1);
    await addOne(bound, request, index);
  }
  writeOutline(document, bookmarksOf(request, starts));
  preferPrinting(document, request.duplex);
  const pages = document.getPageCount();
  return { bytes: await document.save({ addDefaultPage: false }), pages, blanks, starts };
}
