import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { guardFiles } from '../disk/fileProblems.ts';
import { FILE_KINDS, type FileKind, fileKindOf, sizeAllowed } from '../model/attachments.ts';
import type { AttachmentId } from '../model/ids.ts';
import { invariant, ok, type Result } from '../model/problems.ts';
import type { Office } from '../office.ts';
import { withoutPosition } from '../pictures/photo.ts';
import { attachmentRow } from './attachmentRecords.ts';
import { ContentHash, readBytes } from './attachments.ts';

interface PickedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Reads a picked file, unless it is larger than an attachment may be. */
export async function readPicked(path: string): Promise<Result<PickedFile>> {
  const size = await guardFiles(path, async () => (await stat(path)).size);
  if (!size.ok) return size;
  const fileName = basename(path);
  const allowed = sizeAllowed(fileName, size.value);
  if (!allowed.ok) return allowed;
  const bytes = await guardFiles(path, () => readFile(path));
  return bytes.ok ? ok({ fileName, bytes: bytes.value }) : bytes;
}

function kindOf(mediaType: string): FileKind {
  const kind = fileKindOf(mediaType);
  invariant(kind, 'an attachment has a known kind');
  return kind;
}

/** Characters no system allows in a file name. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;

/** The file as it leaves the office: the original, a photo without the place it was taken at. */
export async function attachmentFile(office: Office, id: AttachmentId): Promise<Result<PickedFile>> {
  const row = attachmentRow(office, id);
  if (!row.ok) return row;
  const bytes = await readBytes(office, ContentHash.parse(row.value.hash));
  if (!bytes.ok) return bytes;
  const kind = kindOf(row.value.mediaType);
  const fileName = `${row.value.title.replace(FORBIDDEN, '_')}${FILE_KINDS[kind].extension}`;
  return ok({ fileName, bytes: withoutPosition(kind, bytes.value) });
}

interface Preview {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** WebP has no smaller copy; the window can show the original. */
const SHOWN_AS_IT_IS: ReadonlySet<FileKind> = new Set(['webp']);

/** What a list or the viewer shows; `null` where there is nothing to be seen. */
export async function attachmentPreview(office: Office, id: AttachmentId): Promise<Result<Preview | null>> {
  const row = attachmentRow(office, id);
  if (!row.ok) return row;
  const { previewHash, mediaType, hash } = row.value;
  if (previewHash !== null) {
    const bytes = await readBytes(office, ContentHash.parse(previewHash));
    return bytes.ok ? ok({ bytes: bytes.value, mediaType: 'image/jpeg' }) : bytes;
  }
  const kind = kindOf(mediaType);
  if (!SHOWN_AS_IT_IS.has(kind)) return ok(null);
  const bytes = await readBytes(office, ContentHash.parse(hash));
  return bytes.ok ? ok({ bytes: withoutPosition(kind, bytes.value), mediaType }) : bytes;
}
