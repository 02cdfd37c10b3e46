import { type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';

/** 书签: a title and the page it leads to, from 0. */
export interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly children?: readonly Bookmark[];
}

interface Level {
  readonly first: PDFRef;
  readonly last: PDFRef;
  /** Open entries below, as the format counts them. */
  readonly count: number;
}

function writeLevel(
  document: PDFDocument,
  bookmarks: readonly Bookmark[],
  parent: PDFRef,
): Level | undefined {
  const { context } = document;
  const entries = bookmarks.map((bookmark) => ({ bookmark, ref: context.nextRef() }));
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) return undefined;
  for (const [index, { bookmark, ref }] of entries.entries()) {
    const below = writeLevel(document, bookmark.children ?? [], ref);
    const entry = context.obj({
      Title: PDFHexString.fromText(bookmark.title),
      Parent: parent,
      Dest: [document.getPage(bookmark.page).ref, PDFName.of('Fit')],
    });
    const previous = entries[index - 1];
    const next = entries[index + 1];
    if (previous) entry.set(PDFName.of('Prev'), previous.ref);
    if (next) entry.set(PDFName.of('Next'), next.ref);
    if (below) {
      entry.set(PDFName.of('First'), below.first);
      entry.set(PDFName.of('Last'), below.last);
      // Negative: closed until somebody opens it.
      entry.set(PDFName.of('Count'), PDFNumber.of(-below.count));
    }
    context.assign(ref, entry);
  }
  return { first: first.ref, last: last.ref, count: entries.length };
}

/** Gives a document its bookmarks, shown when it is opened. */
export function writeOutline(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context, catalog } = document;
  const root = context.nextRef();
  const level = writeLevel(document, bookmarks, root);
  if (!level) return;
  const outlines = context.obj({
    Type: 'Outlines',
    First: level.first,
    Last: level.last,
    Count: PDFNumber.of(level.count),
  });
  context.assign(root, outlines);
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}
