import { attachmentRow } from '../attachments/attachmentRecords.ts';
import { ContentHash, readBytes } from '../attachments/attachments.ts';
import type { WritingId } from '../model/ids.ts';
import type { WritingPaper } from '../model/papers/office.ts';
import { ok, type Result } from '../model/problems.ts';
import type { Office } from '../office.ts';
import { paperHead } from '../papers/paperHead.ts';
import { findWriting } from './writings.ts';

/** The text as it is printed; its pictures are read apart (`writingPhotos`). */
export function writingPaper(office: Office, id: WritingId): Result<WritingPaper> {
  const found = findWriting(office, id);
  if (!found.ok) return found;
  const { kind, title, finishedOn, body } = found.value;
  return ok({
    paper: 'writing',
    ...paperHead(office),
    kind,
    title,
    asOf: finishedOn ?? body.asOf,
    finished: finishedOn !== null,
    sections: body.sections.map(({ heading, text }) => ({ heading, text })),
    annexes: body.annexes,
    photos: [],
  });
}

/** The smaller copies of the pictures a case shows; one that was removed meanwhile is left out. */
export async function writingPhotos(office: Office, id: WritingId): Promise<Result<WritingPaper['photos']>> {
  const found = findWriting(office, id);
  if (!found.ok) return found;
  const photos: { caption: string; jpeg: Uint8Array }[] = [];
  for (const attachmentId of found.value.body.photos) {
    const row = attachmentRow(office, attachmentId);
    if (!row.ok || row.value.removedAt !== null || row.value.previewHash === null) continue;
    const bytes = await readBytes(office, ContentHash.parse(row.value.previewHash));
    if (!bytes.ok) return bytes;
    photos.push({ caption: row.value.title, jpeg: bytes.value });
  }
  return ok(photos);
}
