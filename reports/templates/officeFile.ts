import { openZip } from '../../db/import/zip.ts';
import { ok, problem, type Result, refuse } from '../../db/model/problems.ts';
import type { TemplateFormat } from '../../db/model/templates.ts';
import { descendants, parseXml, type XmlElement } from './xml.ts';

/** The parts of an .xlsx or .docx by their path, in the order of the file. */
export type Parts = ReadonlyMap<string, Uint8Array>;

const MEGABYTE = 1024 * 1024;
const MOST_PARTS = 2000;

const KIND: Readonly<Record<TemplateFormat, string>> = {
  xlsx: 'Excel 工作簿（.xlsx）',
  docx: 'Word 文档（.docx）',
};

const MAIN: Readonly<Record<TemplateFormat, string>> = { xlsx: 'xl/workbook.xml', docx: 'word/document.xml' };

const notThis = (format: TemplateFormat, found: string) =>
  refuse(
    problem(
      'template.kind',
      `所选文件不是${KIND[format]}，而是${found}。请用 Excel、Word 或 WPS 打开，另存为该格式后再上传`,
      {
        found,
        expected: KIND[format],
      },
    ),
  );

const tooLarge = (found: string) =>
  refuse(
    problem('template.tooLarge', `模板过大（${found}），请去掉多余的图片和工作表后再上传`, {
      found,
      expected: '不超过10MB',
    }),
  );

const damaged = () =>
  refuse(
    problem(
      'template.damaged',
      '模板文件已损坏或设有打开密码，请用 Excel、Word 或 WPS 打开，取消密码并另存后再上传',
    ),
  );

interface Limits {
  readonly bytes: number;
  readonly unpacked: number;
}

/** Of a file that comes from outside. */
const UPLOAD: Limits = { bytes: 10 * MEGABYTE, unpacked: 60 * MEGABYTE };
/** Of a file the program made itself from a template. */
export const MADE: Limits = { bytes: 256 * MEGABYTE, unpacked: 1024 * MEGABYTE };

function read(bytes: Uint8Array, { unpacked }: Limits): Result<Parts> {
  const zip = openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!zip.ok) return damaged();
  if (zip.value.paths.length > MOST_PARTS) return tooLarge(`含${zip.value.paths.length}个部分`);
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  for (const path of zip.value.paths.filter((one) => !one.endsWith('/'))) {
    const part = zip.value.read(path);
    if (!part?.ok) return damaged();
    total += part.value.length;
    if (total > unpacked) return tooLarge(`解压后超过${unpacked / MEGABYTE}MB`);
    parts.set(path, part.value);
  }
  return ok(parts);
}

/** Opens a file that came from outside: anything but a sound .xlsx or .docx of modest size is refused. */
export function openOfficeFile(
  bytes: Uint8Array,
  format: TemplateFormat,
  limits: Limits = UPLOAD,
): Result<Parts> {
  if (bytes.length > limits.bytes) return tooLarge(`${Math.ceil(bytes.length / MEGABYTE)}MB`);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return notThis(format, '旧版（.xls、.doc）或加密的文件');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return notThis(format, '其他文件');
  const parts = read(bytes, limits);
  if (!parts.ok || parts.value.has(MAIN[format])) return parts;
  const other = format === 'xlsx' ? 'docx' : 'xlsx';
  return notThis(format, parts.value.has(MAIN[other]) ? KIND[other] : '其他文件');
}

export const xmlPart = (parts: Parts, path: string): XmlElement | undefined => {
  const bytes = parts.get(path);
  return bytes && parseXml(bytes);
};

export const pathsIn = (parts: Parts, pattern: RegExp): readonly string[] =>
  [...parts.keys()].filter((path) => pattern.test(path));

/** Where a part's relations are written. */
export const relationsPath = (path: string): string => path.replace(/([^/]+)$/, '_rels/$1.rels');

export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** What a part points to, targets as paths from the root. */
export function relationsOf(parts: Parts, path: string): readonly Relation[] {
  const root = xmlPart(parts, relationsPath(path));
  if (!root) return [];
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return descendants(root, 'Relationship').map(({ attributes }) => {
    const target = attributes.Target ?? '';
    return {
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target: target.startsWith('/') ? target.slice(1) : resolved(folder, target),
      external: attributes.TargetMode === 'External',
    };
  });
}

/** `xl/worksheets/` and `../tables/table1.xml` → `xl/tables/table1.xml` */
function resolved(folder: string, target: string): string {
  const steps = `${folder}${target}`.split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/** Whether every XML part can be read: the first that cannot. */
export const unreadablePart = (parts: Parts): string | undefined =>
  pathsIn(parts, /\.(xml|rels)$/).find((path) => xmlPart(parts, path) === undefined);
