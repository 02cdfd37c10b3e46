import type { ArchiveItem, ArchiveSource } from '../model/archive.ts';
import {
  ATTACHMENT_ROLES,
  type AttachmentRole,
  type AttachmentSubjectKind,
  FILE_KINDS,
  subjectParts,
} from '../model/attachments.ts';
import type { AttachmentView } from '../model/contract/attachments.ts';
import type { WorkshopPage } from '../model/contract/workshops.ts';
import { type IsoDate, isoDate, momentText } from '../model/dates.ts';
import type { Office } from '../office.ts';

/** What the items are gathered from. */
export interface Gathering {
  readonly office: Office;
  readonly page: WorkshopPage;
  readonly today: IsoDate;
  readonly owner: string;
  readonly bureau: string;
  /** Of this year, and those that belong to no year. */
  readonly files: readonly AttachmentView[];
}

interface ItemOptions {
  readonly date?: IsoDate | null;
  readonly remark?: string;
  readonly isPrivate?: boolean;
}

/** One line of the catalogue. */
export const item = (
  responsible: string,
  title: string,
  source: ArchiveSource,
  { date = null, remark = '', isPrivate = false }: ItemOptions = {},
): ArchiveItem => ({ responsible, title, source, date, remark, isPrivate });

/** Shown two to a page with their captions; everything else lies on pages of its own. */
const PHOTO_ROLES: readonly AttachmentRole[] = ['before', 'progress', 'after', 'site'];

/** Of a WebP there is no JPEG: it is listed as a file of its own, and lies apart. */
const isBindable = ({ previewable, extension }: AttachmentView): boolean =>
  previewable && extension !== FILE_KINDS.webp.extension;

const dayOf = ({ takenOn, addedAt }: AttachmentView): IsoDate =>
  takenOn ?? isoDate(momentText(addedAt).slice(0, 10));

const captionOf = (one: AttachmentView): string =>
  distinct(ATTACHMENT_ROLES[one.role], one.subjectLabel, one.title, one.takenOn ?? '').join('　');

/** A photo is often named as what it shows, or by its day: each is said once. */
const distinct = (...parts: readonly string[]): readonly string[] =>
  parts.filter(
    (part, index) => part !== '' && !parts.slice(0, index).some((earlier) => earlier.includes(part)),
  );

/**
 * Materials are copies of ID cards and the like, and what lies among 其他资料 nobody knows: both count as private.
 * A photo shows a workplace.
 */
const mayBePrivate = ({ subject, role }: AttachmentView): boolean => {
  const { kind } = subjectParts(subject);
  return (kind === 'application' || kind === 'workshop') && !PHOTO_ROLES.includes(role);
};

/** What was attached to the records of a kind (or to one of them): each file an item, photos together as one. */
export function attached(
  { files, bureau }: Gathering,
  kind: AttachmentSubjectKind,
  photoTitle: string,
  id?: string,
): readonly ArchiveItem[] {
  const own = files.filter(({ subject }) => {
    const parts = subjectParts(subject);
    return parts.kind === kind && (id === undefined || parts.id === id);
  });
  const isPhoto = (one: AttachmentView): boolean => isBindable(one) && PHOTO_ROLES.includes(one.role);
  const photos = own.filter(isPhoto);
  const [first] = photos;
  return [
    ...own
      .filter((one) => !isPhoto(one))
      .map((one) =>
        item(
          bureau,
          [ATTACHMENT_ROLES[one.role], one.title].join('：'),
          { kind: 'file', attachmentId: one.id },
          {
            date: dayOf(one),
            isPrivate: mayBePrivate(one),
          },
        ),
      ),
    ...(first
      ? [
          item(
            bureau,
            `${photoTitle}（${photos.length}张）`,
            {
              kind: 'photos',
              photos: photos.map((one) => ({ attachmentId: one.id, caption: captionOf(one) })),
            },
            { date: dayOf(first) },
          ),
        ]
      : []),
  ];
}
