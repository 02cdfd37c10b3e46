import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attachmentFile, attachmentPreview } from '../../db/attachments/attachmentFiles.ts';
import { attachmentRow } from '../../db/attachments/attachmentRecords.ts';
import { currentClerk } from '../../db/bureau/bureau.ts';
import { buildFolderAtomic, exists } from '../../db/disk/files.ts';
import type { ArchiveItem } from '../../db/model/archive.ts';
import { FILE_KINDS } from '../../db/model/attachments.ts';
import type { AttachmentId, WorkshopId } from '../../db/model/ids.ts';
import { safeFileName } from '../../db/model/package.ts';
import type { Paper } from '../../db/model/papers.ts';
import { ok, type Result } from '../../db/model/problems.ts';
import type { Office } from '../../db/office.ts';
import { type ArchiveContents, archiveContents } from '../../db/papers/archive.ts';
import { paperHead } from '../../db/papers/paperHead.ts';
import { type ArchivePart, type BoundArchive, framePapers } from '../bundle/archiveFrame.ts';
import { cancelled, gatePaper, makeGated, makeOfficePaper, numbersOnce } from './papers.ts';
import type { PrintTools } from './printing.ts';

export interface ArchiveRequestOf {
  readonly workshopId: WorkshopId;
  readonly withPrivate: boolean;
  readonly duplex: boolean;
}

/** One item as it lies in the folder: bound, and as a file of its own. */
interface GatheredItem {
  readonly item: ArchiveItem;
  readonly part: ArchivePart;
  /** A paper of ours is its PDF, an attachment the original. */
  readonly file: { readonly bytes: Uint8Array; readonly ending: string };
}

export interface Archive {
  readonly bound: BoundArchive;
  /** `一坊一档_示例作坊_2021年` */
  readonly name: string;
  readonly items: readonly GatheredItem[];
  readonly contents: ArchiveContents;
}

async function made(office: Office, paper: Paper, tools: PrintTools): Promise<Result<GatheredPart>> {
  const done = await makeGated(office, paper, 'pdf', tools);
  if (!done.ok) return done;
  const { bytes } = done.value;
  return ok({ part: { kind: 'paper', bytes }, file: { bytes, ending: '.pdf' } });
}

type GatheredPart = Pick<GatheredItem, 'part' | 'file'>;

/** A picture is bound upright and small, a PDF as it is; of everything else only the catalogue tells. */
async function attachmentPart(office: Office, id: AttachmentId): Promise<Result<GatheredPart>> {
  const row = attachmentRow(office, id);
  if (!row.ok) return row;
  const original = await attachmentFile(office, id);
  if (!original.ok) return original;
  const { bytes, fileName } = original.value;
  const file = { bytes, ending: fileName.slice(fileName.lastIndexOf('.')) };
  if (row.value.mediaType === FILE_KINDS.pdf.mediaType) return ok({ part: { kind: 'foreign', bytes }, file });
  const preview = await attachmentPreview(office, id);
  if (!preview.ok) return preview;
  const isJpeg = preview.value?.mediaType === 'image/jpeg';
  return ok({ part: isJpeg ? { kind: 'picture', bytes: preview.value.bytes } : { kind: 'apart' }, file });
}

async function photosPart(
  office: Office,
  item: ArchiveItem,
  { page }: ArchiveContents,
  tools: PrintTools,
): Promise<Result<GatheredPart>> {
  const photos: { caption: string; jpeg: Uint8Array }[] = [];
  if (item.source.kind === 'photos') {
    for (const { attachmentId, caption } of item.source.photos) {
      const preview = await attachmentPreview(office, attachmentId);
      if (!preview.ok) return preview;
      if (preview.value?.mediaType === 'image/jpeg') photos.push({ caption, jpeg: preview.value.bytes });
    }
  }
  const head = { ...paperHead(office), workshopName: page.workshop.name, madeOn: tools.today };
  return made(office, { paper: 'archivePhotos', ...head, title: item.title, photos }, tools);
}

async function partOf(
  office: Office,
  item: ArchiveItem,
  contents: ArchiveContents,
  tools: PrintTools,
): Promise<Result<GatheredPart>> {
  const { source } = item;
  switch (source.kind) {
    case 'paper': {
      const one = await makeOfficePaper(office, source.ref, 'pdf', tools);
      if (!one.ok) return one;
      const { bytes } = one.value;
      return ok({ part: { kind: 'paper', bytes }, file: { bytes, ending: '.pdf' } });
    }
    case 'extract':
      return made(office, source.paper, tools);
    case 'file':
      return attachmentPart(office, source.attachmentId);
    case 'photos':
      return photosPart(office, item, contents, tools);
  }
}

/** Gathers, makes and binds 一坊一档. Nothing is left out silently: an item that cannot be made stops it. */
export async function makeArchive(
  office: Office,
  { workshopId, withPrivate, duplex }: ArchiveRequestOf,
  tools: PrintTools,
): Promise<Result<Archive>> {
  const contents = archiveContents(office, workshopId, withPrivate, tools.today);
  if (!contents.ok) return contents;
  const { page, items, leftOut } = contents.value;
  const once = { ...tools, numbers: numbersOnce(office) };
  const total = items.length + 1;
  const gathered: GatheredItem[] = [];
  for (const [index, item] of items.entries()) {
    if (tools.signal?.aborted) return cancelled();
    tools.report?.({ done: index, total, current: item.title });
    const part = await partOf(office, item, contents.value, once);
    if (!part.ok) return part;
    gathered.push({ item, ...part.value });
  }
  tools.report?.({ done: items.length, total, current: '正在装订成一个文件' });
  const { name, ownerName, address, certificateNo } = page.workshop;
  const head = paperHead(office);
  const request = {
    head,
    workshop: { name, ownerName, address, certificateNo },
    madeOn: tools.today,
    madeBy: currentClerk(office)?.name ?? '',
    ...{ withPrivate, duplex, leftOut },
    items: gathered.map(({ item: { responsible, title, date, remark }, part }) => ({
      line: { responsible, title, date, remark },
      part,
    })),
  };
  const frame = framePapers(
    request,
    request.items.map(({ line }) => ({ line, pages: 0 })),
  );
  for (const paper of Object.values(frame)) {
    const gated = gatePaper(paper, once.numbers);
    if (!gated.ok) return gated;
  }
  const bound = await tools.binder.archive(request, tools.signal);
  if (!bound.ok) return bound;
  const mark = withPrivate ? '' : '_不含个人信息';
  const folder = safeFileName(`一坊一档_${name}_${head.year}年${mark}`);
  return ok({ bound: bound.value, name: folder, items: gathered, contents: contents.value });
}

/** A folder of that name that is not there yet: nothing is written into an older one. */
async function freeFolder(parent: string, name: string): Promise<string> {
  for (let copy = 1; ; copy++) {
    const path = join(parent, copy === 1 ? name : `${name}（${copy}）`);
    if (!(await exists(path))) return path;
  }
}

const twoDigits = (index: number): string => String(index).padStart(2, '0');

/** Every item as a file of its own, numbered as in the catalogue, beside the whole as one file. */
function filesOf({ bound, name, items }: Archive): readonly { name: string; bytes: Uint8Array }[] {
  const { cover, catalogue, closing } = bound.frame;
  return [
    { name: `${name}（全卷）.pdf`, bytes: bound.bytes },
    { name: '00_封面.pdf', bytes: cover },
    { name: '00_卷内目录.pdf', bytes: catalogue },
    ...items.map(({ item, file }, index) => ({
      name: `${safeFileName(`${twoDigits(index + 1)}_${item.title}`)}${file.ending}`,
      bytes: file.bytes,
    })),
    { name: `${twoDigits(items.length + 1)}_卷内备考表.pdf`, bytes: closing },
  ];
}

interface SavedArchive {
  readonly path: string;
  readonly files: number;
}

/** Writes 一坊一档 as a folder of files below `parent`; it has its name only when it is complete. */
export async function saveArchive(archive: Archive, parent: string): Promise<Result<SavedArchive>> {
  const path = await freeFolder(parent, archive.name);
  const files = filesOf(archive);
  return buildFolderAtomic(path, async (folder) => {
    for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
    return ok({ path, files: files.length });
  });
}
