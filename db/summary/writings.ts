import { and, asc, eq, ne } from 'drizzle-orm';
import { currentCampaign } from '../bureau/bureau.ts';
import type { WritingRow, WritingSubject } from '../model/contract/writings.ts';
import type { IsoDate } from '../model/dates.ts';
import type { WritingId } from '../model/ids.ts';
import { ok, problem, type Result, refuse } from '../model/problems.ts';
import { obligationKey } from '../model/submissionCalendar.ts';
import { WRITING_KINDS } from '../model/terms.ts';
import { WritingBody, type WritingDraft } from '../model/writing.ts';
import type { Office } from '../office.ts';
import { writing } from '../schema.ts';

type Row = typeof writing.$inferSelect;

export interface Writing extends WritingRow {
  readonly body: WritingBody;
  readonly finishedOn: IsoDate | null;
}

export interface FreshWriting extends WritingDraft {
  readonly title: string;
}

const unknown = () =>
  refuse(problem('writing.unknown', '没有找到该份总结材料，可能已移入回收站，请刷新后再试'));

const writingOf = ({ campaignId: _, body, ...row }: Row): Writing => {
  const read = WritingBody.parse(JSON.parse(body));
  return { ...row, body: read, asOf: read.asOf };
};

/** The year's texts: the summary first, then cases, then reports. */
export const writings = (office: Office): readonly Writing[] =>
  office.db
    .select()
    .from(writing)
    .where(eq(writing.campaignId, currentCampaign(office).id))
    .orderBy(asc(writing.id))
    .all()
    .map(writingOf)
    .sort((one, other) => orderOf(one) - orderOf(other));

const orderOf = ({ kind }: Writing): number => Object.keys(WRITING_KINDS).indexOf(kind);

/** The same without their texts. */
export const writingRows = (office: Office): readonly WritingRow[] =>
  writings(office).map(({ body: _, ...row }) => row);

/** A text of the year shown. */
export function findWriting(office: Office, id: WritingId): Result<Writing> {
  const row = office.db
    .select()
    .from(writing)
    .where(and(eq(writing.id, id), eq(writing.campaignId, currentCampaign(office).id)))
    .get();
  return row ? ok(writingOf(row)) : unknown();
}

/** What a stored text is of. */
export function subjectOf({ kind, workshopId, body }: Writing): WritingSubject | null {
  if (kind === 'summary') return { kind };
  if (kind === 'case') return workshopId === null ? null : { kind, workshopId };
  return body.subject && { kind, submission: body.subject.kind, month: body.subject.month };
}

const keyOf = (subject: WritingSubject): string => {
  if (subject.kind === 'summary') return 'summary';
  if (subject.kind === 'case') return `case ${subject.workshopId}`;
  return `report ${obligationKey(subject.submission, subject.month)}`;
};

/** There is one text of each subject a year. */
export const existingWriting = (office: Office, subject: WritingSubject): Writing | undefined =>
  writings(office).find((one) => {
    const own = subjectOf(one);
    return own !== null && keyOf(own) === keyOf(subject);
  });

/** A text that comes back beside a newer one of its subject would leave two: the clerk decides which stays. */
export function onlyOfItsSubject(office: Office, id: WritingId): Result<void> {
  const row = office.db.select().from(writing).where(eq(writing.id, id)).get();
  const subject = row && subjectOf(writingOf(row));
  if (!row || !subject) return ok(undefined);
  const others = office.db
    .select()
    .from(writing)
    .where(and(eq(writing.campaignId, row.campaignId), ne(writing.id, id)))
    .all();
  const other = others.find((one) => {
    const own = subjectOf(writingOf(one));
    return own !== null && keyOf(own) === keyOf(subject);
  });
  if (!other) return ok(undefined);
  const what = WRITING_KINDS[subject.kind];
  return refuse(
    problem(
      'writing.exists',
      `已有新写的${what}《${other.title}》，同一内容只能有一份；要用回收站中的这一份，请先将《${other.title}》移入回收站`,
      { found: other.title },
    ),
  );
}
