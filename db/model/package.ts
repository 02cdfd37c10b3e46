import { z } from 'zod';
import { SUBMISSION_KINDS, SubmissionKind } from './terms.ts';

/** `报送包_<单位>_<年度>_<类别>_<序号>`: the folder's name. `bureau` has been through `safeFileName`. */
export const packageFolderName = (
  bureau: string,
  year: number,
  kind: SubmissionKind,
  sequence: number,
): string =>
  `报送包_${safeFileName(bureau)}_${year}_${SUBMISSION_KINDS[kind]}_${String(sequence).padStart(2, '0')}`;

/** Characters no Windows or Linux file name may carry become `_`; trailing dots and spaces go. */
export const safeFileName = (name: string): string =>
  name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are just what must go
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_')
    .replace(/[. ]+$/g, '')
    .slice(0, 80) || '未命名';

/** `submission.json` of a package: what the receiver's program reads. No private numbers, ever. */
export const SubmissionRecord = z.object({
  format: z.literal('workshop-desk/submission'),
  formatVersion: z.literal(1),
  programVersion: z.string(),
  kind: SubmissionKind,
  kindLabel: z.string(),
  sequence: z.int().min(1),
  madeOn: z.iso.date(),
  bureau: z.object({ name: z.string(), district: z.string(), cityBureau: z.string() }),
  campaign: z.object({ id: z.string(), year: z.int(), programmeName: z.string() }),
  counts: z.record(z.string(), z.number()),
  records: z.array(z.object({ id: z.string(), kind: z.string(), name: z.string(), digest: z.string() })),
});
export type SubmissionRecord = z.infer<typeof SubmissionRecord>;

export type BagFault =
  | { readonly kind: 'missing' | 'altered' | 'extra' | 'harmlessExtra'; readonly path: string }
  | { readonly kind: 'malformed'; readonly path: string; readonly detail: string };

/** Left behind by office programs and Windows; they say nothing about the package. */
export const isHarmlessExtra = (path: string): boolean =>
  /(^|\/)(~\$[^/]*|Thumbs\.db|desktop\.ini|\.DS_Store)$/i.test(path);
