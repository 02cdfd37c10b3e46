import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { AttachmentId } from './ids.ts';
import { Month } from './monthly.ts';
import { type Problem, problem } from './problems.ts';
import { SubmissionKind } from './terms.ts';

/** A figure a text rests on, and the list it is counted from. */
export const WritingFigure = z.object({
  label: z.string(),
  /** With its unit, as the text says it. */
  value: z.string(),
  /** Of the window's page that lists it. */
  link: z.string(),
});
export type WritingFigure = z.infer<typeof WritingFigure>;

/** What the clerk writes; `generated` is what the records said when the figures were last taken. */
export const WritingSection = z.object({
  key: z.string(),
  heading: z.string().trim().max(60, '标题不能超过60个字'),
  text: z.string().max(8000, '一段不能超过8000个字'),
  generated: z.string(),
  figures: z.array(WritingFigure),
});
export type WritingSection = z.infer<typeof WritingSection>;

export const WritingBody = z.object({
  /** The day the figures were taken. */
  asOf: IsoDate,
  /** Of a 报送报告: what it goes with. */
  subject: z.object({ kind: SubmissionKind, month: Month.nullable() }).nullable(),
  sections: z.array(WritingSection).min(1),
  annexes: z.array(z.string()),
  photos: z.array(AttachmentId),
});
export type WritingBody = z.infer<typeof WritingBody>;

/** What the editor saves: the generated parts stay as they are. */
export const WritingEdit = z.object({
  title: z.string().trim().min(1, '请填写标题').max(80, '标题不能超过80个字'),
  sections: z.array(
    z.object({ key: z.string(), heading: z.string().trim().max(60), text: z.string().max(8000) }),
  ),
  photos: z.array(AttachmentId).max(12, '照片最多12张'),
});
export type WritingEdit = z.infer<typeof WritingEdit>;

/** Stands where only the office can say something; a text with it is not finished. */
export const TO_WRITE = '〔请补充〕';

/** As the records pre-write it. */
export interface WritingDraft {
  readonly sections: readonly WritingSection[];
  readonly annexes: readonly string[];
}

/** One figure that is different now. */
interface FigureChange {
  readonly section: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** What taking the figures again would change. `edited`: sections the clerk wrote in, which keep their text. */
export interface Renewal {
  readonly changes: readonly FigureChange[];
  readonly edited: readonly string[];
}

const byKey = (draft: WritingDraft): ReadonlyMap<string, WritingSection> =>
  new Map(draft.sections.map((one) => [one.key, one]));

const isEdited = ({ text, generated }: WritingSection): boolean => text !== generated;

/** What the records say now, beside what they said when the figures were taken. */
export function renewalOf(body: WritingBody, fresh: WritingDraft): Renewal {
  const later = byKey(fresh);
  const changes = body.sections.flatMap((section): readonly FigureChange[] => {
    const now = new Map(later.get(section.key)?.figures.map((one) => [one.label, one.value]) ?? []);
    return section.figures.flatMap(({ label, value }) => {
      const to = now.get(label) ?? '—';
      return to === value ? [] : [{ section: section.heading, label, from: value, to }];
    });
  });
  const edited = body.sections.filter((section) => {
    const renewed = later.get(section.key);
    return renewed !== undefined && renewed.generated !== section.generated && isEdited(section);
  });
  return { changes, edited: edited.map((one) => one.heading) };
}

/**
 * Takes the figures again. A section nobody wrote in is written anew; the others keep
 * what the clerk wrote, with the new text beside it.
 */
export function renewed(body: WritingBody, fresh: WritingDraft, asOf: IsoDate): WritingBody {
  const later = byKey(fresh);
  return {
    ...body,
    asOf,
    annexes: [...fresh.annexes],
    sections: body.sections.map((section) => {
      const now = later.get(section.key);
      if (now === undefined) return section;
      const { generated, figures } = now;
      return { ...section, generated, figures, text: isEdited(section) ? section.text : generated };
    }),
  };
}

/** With the headings, texts and photos the clerk gave; figures and drafts stay. */
export function withEdit(body: WritingBody, { sections, photos }: WritingEdit): WritingBody {
  const edits = new Map(sections.map((one) => [one.key, one]));
  return {
    ...body,
    photos: [...photos],
    sections: body.sections.map((section) => {
      const edit = edits.get(section.key);
      return edit ? { ...section, heading: edit.heading, text: edit.text } : section;
    }),
  };
}

/** What still stands against finishing a text. */
export const unfinished = ({ sections }: WritingBody): readonly Problem[] =>
  sections.flatMap(({ heading, text }) => {
    if (text.trim() === '') {
      return [
        problem('writing.empty', `“${heading}”还没有内容，请写好或删去标题后再定稿`, { field: heading }),
      ];
    }
    return text.includes(TO_WRITE)
      ? [problem('writing.toWrite', `“${heading}”中还有“${TO_WRITE}”，请补充后再定稿`, { field: heading })]
      : [];
  });
