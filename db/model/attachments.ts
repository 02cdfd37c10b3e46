import { z } from 'zod';
import { privatePatternsIn } from './privateNumbers.ts';
import { ok, problem, type Result, refuse } from './problems.ts';
import { enumOf } from './terms.ts';

/** What an attachment belongs to. Written `kind:id`; of a task `task:PLAN:LINE`, of a scored line `scoreLine:INSPECTION:ITEM`. */
export const ATTACHMENT_SUBJECTS = {
  meeting: '宣传动员',
  application: '申请材料',
  publicity: '公示',
  revision: '改造方案',
  task: '改造任务',
  visit: '帮扶走访',
  inspection: '考评验收',
  scoreLine: '考评项',
  workshop: '其他资料',
  template: '本单位模板',
} as const;
export const AttachmentSubjectKind = enumOf(ATTACHMENT_SUBJECTS);
export type AttachmentSubjectKind = z.infer<typeof AttachmentSubjectKind>;

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const SUBJECT = new RegExp(
  `^(?:(?:meeting|application|publicity|revision|visit|inspection|workshop|template):${UUID}|(?:task|scoreLine):${UUID}:${UUID})$`,
);

export const AttachmentSubject = z.string().regex(SUBJECT).brand<'AttachmentSubject'>();
export type AttachmentSubject = z.infer<typeof AttachmentSubject>;

/** `attachmentSubject('visit', id)`; a task's takes the plan's id and the task's line, a scored line's the inspection's and the item's. */
export const attachmentSubject = (
  kind: AttachmentSubjectKind,
  ...ids: readonly string[]
): AttachmentSubject => AttachmentSubject.parse([kind, ...ids].join(':'));

/** The kind and the ids of a subject, taken apart. */
export function subjectParts(subject: AttachmentSubject): {
  readonly kind: AttachmentSubjectKind;
  readonly id: string;
  readonly line: string;
} {
  const [kind, id = '', line = ''] = subject.split(':');
  return { kind: AttachmentSubjectKind.parse(kind), id, line };
}

/** What an attachment shows of its subject. */
export const ATTACHMENT_ROLES = {
  '': '其他',
  material: '申请材料',
  posting: '张贴照片或截图',
  scan: '签字扫描件',
  before: '改造前',
  progress: '施工中',
  after: '改造后',
  site: '现场照片',
  signIn: '签到表',
  minutes: '会议材料',
} as const;
export const AttachmentRole = enumOf(ATTACHMENT_ROLES);
export type AttachmentRole = z.infer<typeof AttachmentRole>;

interface FileKindRule {
  readonly label: string;
  readonly mediaType: string;
  readonly extension: string;
  readonly picture: boolean;
}

/** The kinds of file an office keeps. Anything else is refused. */
export const FILE_KINDS = {
  jpg: { label: '照片', mediaType: 'image/jpeg', extension: '.jpg', picture: true },
  png: { label: '图片', mediaType: 'image/png', extension: '.png', picture: true },
  webp: { label: '图片', mediaType: 'image/webp', extension: '.webp', picture: true },
  heic: { label: '苹果手机照片', mediaType: 'image/heic', extension: '.heic', picture: true },
  pdf: { label: 'PDF 文件', mediaType: 'application/pdf', extension: '.pdf', picture: false },
  ofd: { label: 'OFD 版式文件', mediaType: 'application/ofd', extension: '.ofd', picture: false },
  docx: {
    label: 'Word 文档',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: '.docx',
    picture: false,
  },
  xlsx: {
    label: 'Excel 工作簿',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: '.xlsx',
    picture: false,
  },
  pptx: {
    label: '演示文稿',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extension: '.pptx',
    picture: false,
  },
  doc: { label: 'Word 文档', mediaType: 'application/msword', extension: '.doc', picture: false },
  xls: { label: 'Excel 工作簿', mediaType: 'application/vnd.ms-excel', extension: '.xls', picture: false },
} as const satisfies Readonly<Record<string, FileKindRule>>;
export type FileKind = keyof typeof FILE_KINDS;

const KIND_OF: ReadonlyMap<string, FileKind> = new Map(
  (Object.keys(FILE_KINDS) as FileKind[]).map((kind) => [FILE_KINDS[kind].mediaType, kind]),
);

/** `undefined` only for a media type that no version of the program ever wrote. */
export const fileKindOf = (mediaType: string): FileKind | undefined => KIND_OF.get(mediaType);

const MAX_ATTACHMENT_BYTES = 50 * 1024 * 1024;

const megabytes = (bytes: number): string => `${Math.ceil(bytes / (1024 * 1024))} MB`;

/** The longest title that still fits a file name on every system. */
export const AttachmentTitle = z
  .string()
  .trim()
  .min(1, '请填名称')
  .max(80, '名称不超过80字')
  .refine((title) => privatePatternsIn(title).length === 0, '名称中含有身份证号、手机号或银行卡号，请去掉');

/** A title from a picked file's name; private numbers in it are masked, since titles are shown and exported. */
export function titleFrom(fileName: string): string {
  const stem = fileName.replace(/\.[^.]{1,5}$/, '').trim();
  const masked = stem.replace(/\d{15,19}[\dXx]?|1[3-9]\d{9}/g, (digits) =>
    '*'.repeat(Math.min(4, digits.length)),
  );
  return masked.slice(0, 80).trim() || '附件';
}

/** Whether so many bytes may be attached. */
export function sizeAllowed(fileName: string, bytes: number): Result<void> {
  if (bytes === 0) {
    return refuse(
      problem('attachment.empty', `“${fileName}”是空文件（0 字节），请重新选择`, { found: '0 字节' }),
    );
  }
  if (bytes <= MAX_ATTACHMENT_BYTES) return ok(undefined);
  return refuse(
    problem(
      'attachment.tooLarge',
      `“${fileName}”有 ${megabytes(bytes)}，每个附件不能超过 ${megabytes(MAX_ATTACHMENT_BYTES)}，请压缩或分开后再添加`,
      { found: megabytes(bytes), expected: `不超过 ${megabytes(MAX_ATTACHMENT_BYTES)}` },
    ),
  );
}

export const wrongKind = (fileName: string) =>
  problem(
    'attachment.kind',
    `“${fileName}”的内容不是可以保存的类型。可以添加照片（JPG、PNG、WebP、HEIC）、PDF、OFD、Word、Excel 和演示文稿`,
    { found: fileName, expected: '照片、PDF、OFD、Word、Excel、演示文稿' },
  );
