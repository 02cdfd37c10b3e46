import { and, isNull, like } from 'drizzle-orm';
import { groupBy } from '../groupBy.ts';
import { AttachmentSubject, subjectParts } from '../model/attachments.ts';
import { type InspectionId, ScoreItemId } from '../model/ids.ts';
import type { ScoreSheetPaper } from '../model/papers/scoring.ts';
import type { Office } from '../office.ts';
import { attachment } from '../schema.ts';

/** How many photos each line of a scoring has. */
export function linePhotos(
  office: Office,
  id: InspectionId,
): NonNullable<ScoreSheetPaper['sheet']>['photos'] {
  const rows = office.db
    .select({ subject: attachment.subject })
    .from(attachment)
    .where(and(like(attachment.subject, `scoreLine:${id}:%`), isNull(attachment.removedAt)))
    .all()
    .map(({ subject }) => ScoreItemId.parse(subjectParts(AttachmentSubject.parse(subject)).line));
  return [...groupBy(rows, (itemId) => itemId)].map(([itemId, photos]) => ({
    itemId,
    count: photos.length,
  }));
}
