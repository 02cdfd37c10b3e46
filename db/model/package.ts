import { z } from 'zod';
import { Month } from './monthly.ts';
import { assertNever } from './problems.ts';
import { SUBMISSION_KINDS, SubmissionKind } from './terms.ts';

/** `报送包_<单位>_<年度>_<类别>_<序号>`: the folder's name. */
export const packageFolderName = (
  bureau: string,
  year: number,
  kind: SubmissionKind,
  sequence: number,
): string =>
  `报送包_${safeFileName(bureau)}_${year}_${SUBMISSION_KINDS[kind]}_${String(sequence).padStart(2, '0')}`;

/** Room for an extension, a date or a temporary ending within the 255 bytes that ext4 allows a name. */
const NAME_CHARACTERS = 80;
const NAME_BYTES = 180;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Whole characters only: half of a rare one (𠮷) would be no name at all. */
function shortened(name: string): string {
  const characters = [...name].slice(0, NAME_CHARACTERS);
  while (bytesOf(characters.join('')) > NAME_BYTES) characters.pop();
  return characters.join('');
}

/** CON, COM1 …: Windows opens a device instead of a file, with or without an extension. */
export const isReservedName = (name: string): boolean =>
  /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\s*\.|\s*$)/i.test(name);

/**
 * A name any Windows or Linux disk can carry, from whatever a person typed. Forbidden characters become `_`; `%`
 * becomes `％`, because BagIt would write it as `%25` in the manifest, where plain `sha256sum -c` does not find it.
 */
export function safeFileName(name: string): string {
  const legal = name
    .normalize('NFC')
    .replaceAll('%', '％')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '_')
    .replace(/^[\s~.]+/, '');
  const short = shortened(legal).replace(/[.\s]+$/, '');
  if (short === '') return '未命名';
  return isReservedName(short) || isHarmlessExtra(short) ? `_${short}` : short;
}

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
  /** Of a 进展月报. */
  period: Month.optional(),
  /** 更正: the package this one stands in for. */
  replaces: z.object({ folderName: z.string(), reason: z.string() }).optional(),
  /** The columns of the records' `fields`, in their order. */
  columns: z.array(z.string()).optional(),
  records: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      name: z.string(),
      digest: z.string(),
      /** What a receiver's table shows of it, by the words of its columns. */
      fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
    }),
  ),
});
export type SubmissionRecord = z.infer<typeof SubmissionRecord>;

/** What is wrong with one file of a bag. `path` is relative to the bag, with `/`. */
export type BagFault =
  | { readonly kind: 'missing' | 'altered' | 'extra' | 'harmlessExtra'; readonly path: string }
  | { readonly kind: 'malformed'; readonly path: string; readonly detail: string };

/** The fault as a sentence for lists, messages and the command line. */
export function describeBagFault(fault: BagFault): string {
  switch (fault.kind) {
    case 'missing':
      return `缺少文件：${fault.path}`;
    case 'altered':
      return `内容已被改动：${fault.path}`;
    case 'extra':
      return `多出的文件，不在清单内：${fault.path}`;
    case 'harmlessExtra':
      return `系统或办公软件留下的文件，不影响报送包：${fault.path}`;
    case 'malformed':
      return `${fault.path}：${fault.detail}`;
    default:
      return assertNever(fault);
  }
}

const OFFICE_LOCK = /(^|\/)(~\$|\.~)[^/]*\.(xls[xmb]?|doc[xm]?|ppt[xm]?|csv|et|wps|dps)$/i;
const SYSTEM_FILE = /(^|\/)(Thumbs\.db|desktop\.ini|\.DS_Store)$/i;

/** Left behind by Excel and Word (`~$`), WPS (`.~`) and Windows; they say nothing about the package. */
export const isHarmlessExtra = (path: string): boolean => OFFICE_LOCK.test(path) || SYSTEM_FILE.test(path);
