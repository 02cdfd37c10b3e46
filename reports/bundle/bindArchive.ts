import type { PDFDocument } from '@cantoo/pdf-lib';
import type { ArchivePaper } from '../../db/model/papers/archive.ts';
import { ok, type Result } from '../../db/model/problems.ts';
import { loadFaces } from '../fonts/faces.ts';
import { makePaper } from '../makePaper.ts';
import {
  type ArchivePart,
  type ArchiveRequest,
  type BoundArchive,
  type Counted,
  type Frame,
  framePapers,
} from './archiveFrame.ts';
import { newBound, preferPrinting } from './bound.ts';
import { writeOutline } from './outline.ts';
import { addBlank, addForeign, addPaper, addPicture } from './pages.ts';
import { stampNumbers } from './stamps.ts';

const APART = '电子原件另附';
const UNREADABLE = '电子原件另附（文件有密码或已损坏，未装订）';

/** Adds what lies behind one line; how many pages that were, and what the catalogue remarks if there are none. */
async function addPart(document: PDFDocument, part: ArchivePart): Promise<{ pages: number; remark: string }> {
  const before = document.getPageCount();
  const added = (remark = '') => ({ pages: document.getPageCount() - before, remark });
  switch (part.kind) {
    case 'paper':
      await addPaper(document, part.bytes);
      return added();
    case 'picture':
      await addPicture(document, part.bytes);
      return added();
    case 'foreign':
      return added((await addForeign(document, part.bytes)) ? '' : UNREADABLE);
    case 'apart':
      return added(APART);
  }
}

/** All items one after the other; of each, its catalogue line and how many pages it takes. */
async function addItems(document: PDFDocument, items: ArchiveRequest['items']) {
  const added: Counted[] = [];
  for (const { line, part } of items) {
    const { pages, remark } = await addPart(document, part);
    added.push({ line: { ...line, remark: [line.remark, remark].filter(Boolean).join('；') }, pages });
  }
  return added;
}

async function makeFrame(request: ArchiveRequest, added: readonly Counted[]): Promise<Result<Frame>> {
  const papers = framePapers(request, added);
  const make = (paper: ArchivePaper) => makePaper(paper, 'pdf', request.environment);
  const cover = await make(papers.cover);
  if (!cover.ok) return cover;
  const catalogue = await make(papers.catalogue);
  if (!catalogue.ok) return catalogue;
  const closing = await make(papers.closing);
  if (!closing.ok) return closing;
  return ok({ cover: cover.value.bytes, catalogue: catalogue.value.bytes, closing: closing.value.bytes });
}

/** Puts cover and catalogue in front of the pages there are; how many pages that added, backs among them. */
async function addFront(document: PDFDocument, papers: readonly Uint8Array[], duplex: boolean) {
  const begins: number[] = [];
  let at = 0;
  for (const bytes of papers) {
    begins.push(at);
    at += (await addPaper(document, bytes, at)).length;
    if (duplex && at % 2 === 1) {
      addBlank(document, at);
      at += 1;
    }
  }
  return { begins, pages: at };
}

/** Binds 一坊一档 into one file: cover, 卷内目录, the items with continuous numbers, 备考表; bookmarks lead to each. */
export async function bindArchive(request: ArchiveRequest): Promise<Result<BoundArchive>> {
  const { head, workshop, madeOn, items, duplex, environment } = request;
  const title = `${workshop.name}一坊一档（${head.year}年度）`;
  const document = await newBound({ title, office: head.bureau.name, madeOn });
  const added = await addItems(document, items);
  const content = document.getPageCount();
  const frame = await makeFrame(request, added);
  if (!frame.ok) return frame;
  const front = await addFront(document, [frame.value.cover, frame.value.catalogue], duplex);
  await stampNumbers(document, front.pages, content, { duplex, faces: loadFaces(environment) });
  if (duplex && document.getPageCount() % 2 === 1) addBlank(document);
  const closing = document.getPageCount();
  await addPaper(document, frame.value.closing);
  let next = front.pages;
  const itemMarks = added.flatMap(({ line, pages }) => {
    const page = next;
    next += pages;
    return pages === 0 ? [] : [{ title: line.title, page }];
  });
  const [cover = 0, catalogue = 0] = front.begins;
  writeOutline(document, [
    { title: '封面', page: cover },
    { title: '卷内目录', page: catalogue },
    ...itemMarks,
    { title: '卷内备考表', page: closing },
  ]);
  preferPrinting(document, duplex);
  const pages = document.getPageCount();
  return ok({ bytes: await document.save({ addDefaultPage: false }), pages, frame: frame.value });
}
